package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.dispatch.HandOver;
import org.diaodu.server.dispatch.Holding;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member unit is closed once its letters from other provinces, and its appeals, were handed over with all it has. */
class LettersOfUnitsTest extends PlatformTest {

    private static final String PROVINCE = "dispatcher-230000";

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Appeals appeals;

    @Autowired
    LetterSteps letters;

    @Autowired
    Letters desk;

    @Autowired
    HandOver handOver;

    @Autowired
    MemberUnits members;

    @Autowired
    BusinessClock clock;

    private String old = "";

    @BeforeEach
    void aUnitIsToBeClosed() {
        old = "OLD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        asSystem(() -> {
            members.create(new MemberUnit(old, "旧单位" + old, "230000", false));
            return true;
        });
    }

    @Test
    void lettersGoToTheOtherUnitWithTheirDayAndAreToldAndOnlyThenIsTheUnitClosed() {
        String one = given(old);
        String two = given(old);
        String answered = given(old);
        as(PROVINCE, () -> letters.step(Long.parseLong(answered), 1, LetterState.Verb.ANSWER, "", today(), "已放行"));
        Visit dispatcher = visit(PROVINCE);
        HttpResponse<String> refused = close(dispatcher);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("请先移交", "尚未办完：2 封来函。", "/supply/letters/" + one, "关于请放行运粮车辆的函", "全部移交（共 2 项）");
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update member_unit set closed = true where code = :code")
                        .param("code", old)
                        .update()))
                .hasMessageContaining("appeals or letters");
        assertThat(hand(dispatcher, "0-0-0-1").body()).contains("DC32", "现为 2 封来函");
        assertThat(hand(dispatcher, "0-0-0-2").statusCode()).isEqualTo(302);
        for (String id : List.of(one, two)) {
            Letter after = letter(id);
            assertThat(after.state()).isEqualTo(new LetterState.Given("GX-230100"));
            assertThat(after.replyBy()).isEqualTo(clock.today().plusDays(3));
            assertThat(told(id)).as("the officer of the other unit").isEqualTo(1);
            assertThat(asSystem(() -> desk.timeline(desk.get(Long.parseLong(id)))))
                    .extracting(SupplyEvent::kind)
                    .containsExactly("REGISTER", "GIVE", "HAND_OVER");
        }
        assertThat(letter(answered).memberUnit()).as("what was answered stays").isEqualTo(old);
        assertThat(dispatcher.get("/supply/letters/" + one).body()).contains("移交", "→ 哈尔滨市工信部门：机构改革");
        assertThat(as(
                        "officer-230100",
                        () -> letters.step(Long.parseLong(one), 2, LetterState.Verb.ANSWER, "", today(), "已放行")))
                .isEqualTo(new Outcome.Done(one));
        assertThat(close(dispatcher).statusCode()).isEqualTo(302);
        assertThat(as(PROVINCE, () -> give(two, 2, old))).isInstanceOf(Outcome.Faulty.class);
    }

    @Test
    void appealsGoToTheOtherUnitTheirClockRunsOnAndTheEnterpriseReadsWhoHasThem() {
        ListedProvince.Made made = new ListedProvince(register, enterprises, province, clock).make("230102");
        var form = new AppealForm(
                "MATERIALS",
                "ORDINARY",
                "上游断供，请协调。",
                "王建国",
                "13845678901",
                UUID.randomUUID().toString());
        String number = ((Outcome.Done) as(made.clerk(), () -> appeals.raise(made.id(), form))).number();
        asSystem(() -> jdbc.sql("update appeal set unit = :old where number = :n")
                .param("old", old)
                .param("n", number)
                .update());
        var before = asSystem(() -> appeals.get(number));
        Visit dispatcher = visit(PROVINCE);
        assertThat(close(dispatcher).body()).contains("尚未办完：1 件诉求。", "/appeals/" + number);
        assertThat(hand(dispatcher, "0-0-1-0").statusCode()).isEqualTo(302);
        var after = asSystem(() -> appeals.get(number));
        assertThat(after.unit()).isEqualTo("GX-230100");
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(as("officer-230100", () -> appeals.open(number)).possible()).contains(Step.TAKEN);
        assertThat(visit(made.clerk()).get("/appeals/" + number).body())
                .contains("转由哈尔滨市工信部门办理")
                .doesNotContain("机构改革");
        assertThat(close(dispatcher).statusCode()).isEqualTo(302);
    }

    @Test
    void aLetterGivenToAUnitWhileItIsClosedIsEitherRefusedOrKeepsItOpen() throws Exception {
        for (int round = 0; round < 8; round++) {
            String id = registered();
            int version = version();
            List<Object> answers = atOnce(List.of(
                    () -> as(PROVINCE, () -> give(id, 0, old)),
                    () -> visit(PROVINCE)
                            .post(
                                    "/dispatch/units/" + old,
                                    "name",
                                    "旧单位" + old,
                                    "closed",
                                    "true",
                                    "version",
                                    "" + version)
                            .statusCode()));
            boolean closed = members.find(old).orElseThrow().closed();
            boolean given = letter(id).state() instanceof LetterState.Given;
            assertThat(closed).as("%s", answers).isNotEqualTo(given);
            assertThat(answers.getLast()).isEqualTo(closed ? 302 : 409);
            if (closed) break;
            as(PROVINCE, () -> letters.step(Long.parseLong(id), 1, LetterState.Verb.ANSWER, "", today(), "已放行"));
        }
    }

    @Test
    void ofTheHandOverAndAnAnswerAtOnceNeitherIsLost() throws Exception {
        String id = given(old);
        String stays = given(old);
        List<Object> answers = atOnce(List.of(
                () -> as(
                        PROVINCE,
                        () -> letters.step(Long.parseLong(id), 1, LetterState.Verb.ANSWER, "", today(), "已放行")),
                () -> hand(visit(PROVINCE), "0-0-0-2").statusCode()));
        Letter after = letter(id);
        if (answers.getFirst() instanceof Outcome.Done) {
            assertThat(after.memberUnit()).isEqualTo(old);
            assertThat(answers.getLast()).as("it shows what is left").isEqualTo(409);
        } else {
            assertThat(answers).containsExactly(new Outcome.Stale(2), 302);
            assertThat(after.state()).isEqualTo(new LetterState.Given("GX-230100"));
            assertThat(letter(stays).memberUnit()).isEqualTo("GX-230100");
        }
    }

    @Test
    void whatLiesAboveACityIsCountedForItAndHandedOverFromAbove() {
        String city = old + "C";
        asSystem(() -> {
            members.create(new MemberUnit(city, "市属" + city, "230100", false));
            return true;
        });
        given(city);
        var seen = as("dispatcher-230100", () -> handOver.preview(city));
        assertThat(seen.counts().get(Holding.LETTER)).isZero();
        assertThat(seen.elsewhere()).isEqualTo(1);
        assertThat(visit("dispatcher-230100").get("/dispatch/units/" + city).body())
                .contains("另有 1 项在您的范围之外")
                .doesNotContain("全部移交");
    }

    private int version() {
        return asSystem(() -> jdbc.sql("select version from member_unit where code = :code")
                .param("code", old)
                .query(Integer.class)
                .single());
    }

    private HttpResponse<String> close(Visit dispatcher) {
        return dispatcher.post(
                "/dispatch/units/" + old, "name", "旧单位" + old, "closed", "true", "version", "" + version());
    }

    private HttpResponse<String> hand(Visit dispatcher, String mark) {
        return dispatcher.post(
                "/dispatch/units/" + old + "/hand-over", "to", "GX-230100", "mark", mark, "reason", "机构改革");
    }

    private String registered() {
        String unique = UUID.randomUUID().toString();
        var form = new LetterForm(
                unique,
                "吉工信函〔2022〕" + unique,
                "220000",
                "吉林省工业和信息化厅",
                "关于请放行运粮车辆的函",
                "请放行",
                today(),
                clock.today().plusDays(3).toString(),
                "孙处",
                "0431-12345678");
        return ((Outcome.Done) as(PROVINCE, () -> letters.register(form))).number();
    }

    private String given(String unit) {
        String id = registered();
        assertThat(as(PROVINCE, () -> give(id, 0, unit))).isEqualTo(new Outcome.Done(id));
        return id;
    }

    private Outcome give(String id, int version, String unit) {
        return letters.step(Long.parseLong(id), version, LetterState.Verb.GIVE, unit, "", "请协调");
    }

    private String today() {
        return clock.today().toString();
    }

    private Letter letter(String id) {
        return asSystem(() -> desk.get(Long.parseLong(id)));
    }

    private long told(String id) {
        return asSystem(() -> jdbc.sql("select count(*) from notice where account = :account and href = :href")
                .param("account", province.id("officer-230100"))
                .param("href", "/supply/letters/" + id)
                .query(Long.class)
                .single());
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new java.util.ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }
}
