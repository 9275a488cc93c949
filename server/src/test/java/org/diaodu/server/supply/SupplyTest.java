package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diaodu.server.access.Denied;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Shortages and letters with their people, on the real database. */
class SupplyTest extends PlatformTest {

    private static final String PROVINCE = "dispatcher-230000";
    private static final String CITY = "dispatcher-230100";
    private static final String COUNTY = "dispatcher-230102";

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    ReportSteps steps;

    @Autowired
    LetterSteps letters;

    @Autowired
    Reports reports;

    @Autowired
    Letters desk;

    @Autowired
    ReportList list;

    @Autowired
    BusinessClock clock;

    @Test
    void fromTheReportToTheOutcomeEachStepIsTakenByWhoseTurnItIsAndTold() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        assertThat(told(COUNTY, number)).isEqualTo(1);
        assertThat(told(PROVINCE, number)).isZero();
        assertThat(as(COUNTY, () -> step(number, 0, Verb.CONFIRM, ""))).isEqualTo(new Outcome.Done(number));
        assertThat(as(CITY, () -> step(number, 1, Verb.PASS_UP, "请省里协调"))).isEqualTo(new Outcome.Done(number));
        assertThat(told(PROVINCE, number)).isEqualTo(1);
        String letter = written(number, 2);
        assertThat(letter(letter).number()).matches("黑工专函〔\\d{4}〕\\d+号");
        assertThat(find(number).due())
                .as("until the day the letter asks for")
                .isEqualTo(letter(letter)
                        .replyBy()
                        .atTime(17, 30)
                        .atZone(SupplyDeadlines.BEIJING)
                        .toInstant());
        assertThat(as(PROVINCE, () -> letters.reply(number, 3, today(), "已协调复工，27日发货")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(letter(letter).state()).isEqualTo(new LetterState.Answered());
        assertThat(as(PROVINCE, () -> steps.step(number, 4, Verb.SETTLE, "SOLVED", "首批到货")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(find(number).state()).isEqualTo(new ReportState.Settled(Result.SOLVED));
        assertThat(find(number).due()).isNull();
        assertThat(kinds(number)).containsExactly("REPORT", "CONFIRM", "PASS_UP", "WRITE", "REPLY", "SETTLE");
        assertThat(auditRows("supply", number)).isEqualTo(6);
        assertThat(told(made.clerk(), number)).isEqualTo(5);
        assertThatThrownBy(() -> as(PROVINCE, () -> step(number, 5, Verb.CONFIRM, "")))
                .hasMessageContaining("SP01");
    }

    @Test
    void whoeverIsNotEntitledIsRefusedWhateverTheyTry() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        for (String user :
                List.of("analyst-230102", "leader-230100", "officer-230102", "officer-230000", made.clerk())) {
            assertThatThrownBy(() -> as(user, () -> step(number, 0, Verb.CONFIRM, "")))
                    .as(user)
                    .isInstanceOf(Denied.class);
        }
        assertThatThrownBy(() -> as("dispatcher-230200", () -> step(number, 0, Verb.CONFIRM, "")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(COUNTY, () -> step(number, 0, Verb.WITHDRAW, "不要了")))
                .isInstanceOf(Denied.class);
        as(COUNTY, () -> step(number, 0, Verb.CONFIRM, ""));
        as(COUNTY, () -> step(number, 1, Verb.PASS_UP, ""));
        for (String user : List.of(COUNTY, CITY, "analyst-230000", "leader-230000", "officer-230100", made.clerk())) {
            assertThatThrownBy(() -> as(user, () -> letters.write(number, 2, letterForm())))
                    .as(user)
                    .isInstanceOf(Denied.class);
        }
        assertThatThrownBy(() -> as(CITY, () -> steps.step(number, 2, Verb.SETTLE, "SOLVED", "好了")))
                .isInstanceOf(Denied.class);
        assertThat(as("officer-230000", () -> letters.write(number, 2, letterForm())))
                .as("an officer of a province's member unit")
                .isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as("analyst-230000", () -> steps.report(form("k"))))
                .isInstanceOf(Denied.class);
    }

    @Test
    void aFormSentTwiceMakesOneReportAndOneLetter() throws Exception {
        ListedProvince.Made made = listed().make("230102");
        ReportForm form = form("form-" + made.id());
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) clicks.add(() -> as(made.clerk(), () -> steps.report(form)));
        List<Object> answers = atOnce(clicks);
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(as(made.clerk(), reports::mine)).hasSize(1);
        String number = ((Outcome.Done) answers.getFirst()).number();
        escalated(number);
        LetterForm letter = letterForm();
        List<Object> sent = atOnce(List.of(
                () -> as(PROVINCE, () -> letters.write(number, 2, letter)),
                () -> as(PROVINCE, () -> letters.write(number, 2, letter))));
        assertThat(sent).containsOnly(sent.getFirst());
        assertThat(asSystem(() -> reports.letters(reports.get(number)))).hasSize(1);
    }

    @Test
    void ofTwoWhoActAtOnceOneIsTakenAndTheOtherIsTold() throws Exception {
        String number = reported(listed().make("230102"));
        List<Object> answers = atOnce(List.of(
                () -> as(COUNTY, () -> step(number, 0, Verb.CONFIRM, "")),
                () -> as(CITY, () -> step(number, 0, Verb.RETURN, "数量不对"))));
        assertThat(answers).contains(new Outcome.Done(number), new Outcome.Stale(1));
        assertThat(kinds(number)).hasSize(2);
    }

    @Test
    void lettersAreNumberedWithoutAGapThoughManyAreWrittenAtOnce() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(reported(listed().make("230103")));
            escalated(numbers.getLast());
        }
        List<Callable<Object>> desks = new ArrayList<>();
        for (String number : numbers) desks.add(() -> as(PROVINCE, () -> letters.write(number, 2, letterForm())));
        List<Integer> serials = atOnce(desks).stream()
                .map(done -> letter(((Outcome.Done) done).number()).number())
                .map(number -> Integer.valueOf(number.replaceFirst(".*〕(\\d+)号", "$1")))
                .sorted()
                .toList();
        for (int i = 1; i < serials.size(); i++) assertThat(serials.get(i)).isEqualTo(serials.getFirst() + i);
    }

    @Test
    void whatIsReturnedIsCorrectedByTheEnterpriseAndKeptBesideWhatItWas() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        assertThat(as(COUNTY, () -> step(number, 0, Verb.RETURN, " "))).isInstanceOf(Outcome.Faulty.class);
        as(COUNTY, () -> step(number, 0, Verb.RETURN, "请写明规格"));
        assertThat(find(number).due()).as("waits for the enterprise").isNull();
        ReportForm better = new ReportForm(
                "",
                "PART",
                "后舱线束",
                "600",
                "套",
                "示例线束厂",
                "220000",
                "长春市",
                today(),
                "2",
                "800.5",
                "",
                "王强",
                "0451-8765432");
        assertThatThrownBy(() -> as(listed().make("230102").clerk(), () -> steps.supplement(number, 1, better, "")))
                .isInstanceOf(Problem.class);
        assertThat(as(made.clerk(), () -> steps.supplement(number, 0, better, "")))
                .isEqualTo(new Outcome.Stale(1));
        assertThat(as(made.clerk(), () -> steps.supplement(number, 1, better, "补了规格")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(find(number).facts().item()).isEqualTo("后舱线束");
        assertThat(asSystem(
                        () -> jdbc.sql("""
                select count(*) from audit_entry where subject_type = 'supply' and subject_id = :n and action = 'supply.supplement'
                  and before::text like '%前舱线束%' and after::text like '%后舱线束%'
                """).param("n", number).query(Long.class).single()))
                .isEqualTo(1);
    }

    @Test
    void whoSeesAReportAndWhomToCallIsDecidedByRegionAndDuty() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        escalated(number);
        String letter = written(number, 2);
        for (String sees :
                List.of(PROVINCE, CITY, COUNTY, "analyst-230102", "leader-230000", "officer-230100", made.clerk())) {
            assertThat(seen("supply_report", sees, number)).as(sees).isEqualTo(1);
            assertThat(as(sees, () -> desk.get(Long.parseLong(letter)).report()))
                    .isEqualTo(number);
        }
        for (String not : List.of(
                "dispatcher-230200",
                "analyst-230103",
                "officer-230200",
                "system-admin-230000",
                listed().make("230102").clerk())) {
            assertThat(seen("supply_report", not, number)).as(not).isZero();
        }
        for (String calls : List.of(PROVINCE, COUNTY, "officer-230000", made.clerk())) {
            assertThat(phone(calls, number)).as(calls).isEqualTo("13912345678");
        }
        for (String not : List.of("analyst-230102", "leader-230000", "officer-230100")) {
            assertThat(phone(not, number)).as(not).isEqualTo("139****5678");
        }
        assertThat(as(
                        made.clerk(),
                        () -> desk.get(Long.parseLong(letter)).contact().phone()))
                .as("whom the other province calls here")
                .isEqualTo("045****5678");
        assertThat(inScopeOf(
                        "officer-230100",
                        () -> jdbc.sql("update supply_report set version = 9 where number = :n")
                                .param("n", number)
                                .update()))
                .isZero();
    }

    @Test
    void whatHappenedAndWhatWasWrittenCannotBeChanged() {
        String number = reported(listed().make("230102"));
        escalated(number);
        written(number, 2);
        for (String forbidden : List.of(
                "update supply_event set words = 'x' where report_id = :id",
                "delete from supply_event where report_id = :id",
                "update supply_report set item = 'x' where id = :id",
                "delete from supply_report where id = :id",
                "update supply_letter set asked = 'x' where report_id = :id",
                "delete from supply_letter where report_id = :id")) {
            assertThatThrownBy(() -> asSystem(() ->
                            jdbc.sql(forbidden).param("id", find(number).id()).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aLetterFromAnotherProvinceIsRegisteredOnceGivenToAUnitAndAnsweredByIt() {
        LetterForm form = incoming();
        String id = ((Outcome.Done) as(PROVINCE, () -> letters.register(form))).number();
        assertThat(as(PROVINCE, () -> letters.register(form))).isEqualTo(new Outcome.Done(id));
        LetterForm again = new LetterForm(
                "other",
                form.number(),
                form.province(),
                form.office(),
                form.subject(),
                form.asked(),
                form.dated(),
                form.replyBy(),
                form.contactName(),
                form.contactPhone());
        assertThatThrownBy(() -> as(PROVINCE, () -> letters.register(again)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("SP07");
        assertThat(seenLetter("officer-230100", id)).as("before it is given").isZero();
        assertThat(as(PROVINCE, () -> give(id, 0, "none"))).isInstanceOf(Outcome.Faulty.class);
        assertThat(as(PROVINCE, () -> give(id, 0, "GX-230100"))).isEqualTo(new Outcome.Done(id));
        assertThat(seenLetter("officer-230100", id)).isEqualTo(1);
        assertThat(seenLetter("dispatcher-230100", id)).isZero();
        assertThatThrownBy(() -> as("officer-230200", () -> answer(id, 1))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("officer-230100", () -> give(id, 1, "GX-230200")))
                .isInstanceOf(Denied.class);
        assertThat(as("officer-230100", () -> answer(id, 1))).isEqualTo(new Outcome.Done(id));
        assertThat(letter(id).reply()).isEqualTo("已放行");
        assertThatThrownBy(() -> as(PROVINCE, () -> give(id, 2, "GX-230200"))).hasMessageContaining("SP02");
        assertThat(asSystem(() -> desk.timeline(desk.get(Long.parseLong(id)))))
                .extracting(SupplyEvent::kind)
                .containsExactly("REGISTER", "GIVE", "ANSWER");
        assertThat(auditRows("supply-letter", id)).isEqualTo(3);
        assertThatThrownBy(() -> as(CITY, () -> letters.register(incoming()))).isInstanceOf(Denied.class);
    }

    @Test
    void whatIsTypedWronglyIsToldByFieldAndHtmlStaysText() {
        ListedProvince.Made made = listed().make("230102");
        var wrong = new ReportForm(
                "", "x", " ", "-3", "", "z".repeat(1_000_000), "230102", "", "2999-01-01", "1.5", "a", "", "", "<b>");
        assertThat(as(made.clerk(), () -> steps.report(wrong)))
                .isEqualTo(new Outcome.Faulty(Map.ofEntries(
                        Map.entry("kind", "supply.fault.kind"),
                        Map.entry("item", "supply.fault.empty.item"),
                        Map.entry("amount", "supply.fault.amount"),
                        Map.entry("unit", "supply.fault.empty.unit"),
                        Map.entry("supplier", "supply.fault.long"),
                        Map.entry("province", "supply.fault.province"),
                        Map.entry("since", "supply.fault.since"),
                        Map.entry("stockDays", "supply.fault.stockDays"),
                        Map.entry("outputAtRisk", "supply.fault.outputAtRisk"),
                        Map.entry("contactName", "supply.fault.empty.contactName"),
                        Map.entry("contactPhone", "supply.fault.contactPhone"))));
        String number = reported(made);
        Visit visit = visit(COUNTY);
        String page = visit.get("/supply/" + number).body();
        assertThat(page).contains("&lt;b&gt;急", "=1+1 𠮷😀").doesNotContain("<b>急");
        assertThat(visit.get("/supply.csv?state=ALL&q=" + number).body())
                .contains("前舱线束")
                .doesNotContain("13912345678");
        assertThat(visit.get("/supply/letters/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsLateIsFoundAsLate() {
        ListedProvince.Made made = listed().make("230102");
        String number = reported(made);
        var late = new ReportFilter(number, "", "", "OPEN", "", "true");
        assertThat(as(COUNTY, () -> list.count(late))).isZero();
        asSystem(() -> jdbc.sql("update supply_report set due = due - interval '30 days' where number = :n")
                .param("n", number)
                .update());
        assertThat(as(COUNTY, () -> list.count(late))).isEqualTo(1);
        assertThat(find(number).isOverdue(list.now())).isTrue();
    }

    private ListedProvince listed() {
        return new ListedProvince(register, enterprises, province, clock);
    }

    private String today() {
        return clock.today().toString();
    }

    private ReportForm form(String key) {
        return new ReportForm(
                key,
                "PART",
                "前舱线束",
                "1,200",
                "套",
                "示例线束厂",
                "220000",
                "长春市",
                today(),
                "3",
                "640",
                "<b>急</b> =1+1 𠮷😀",
                "李明",
                "13912345678");
    }

    private LetterForm letterForm() {
        String until = clock.today().plusDays(3).toString();
        return new LetterForm(
                UUID.randomUUID().toString(),
                "",
                "220000",
                "吉林省工业和信息化厅",
                "关于请协调线束供应的函",
                "请协调发货",
                "",
                until,
                "赵处",
                "0451-12345678");
    }

    private LetterForm incoming() {
        String until = clock.today().plusDays(3).toString();
        String unique = UUID.randomUUID().toString();
        return new LetterForm(
                unique,
                "吉工信函〔2022〕" + unique,
                "220000",
                "吉林省工业和信息化厅",
                "关于请放行运粮车辆的函",
                "请放行",
                today(),
                until,
                "孙处",
                "0431-12345678");
    }

    private String reported(ListedProvince.Made made) {
        return ((Outcome.Done) as(made.clerk(), () -> steps.report(form("")))).number();
    }

    private void escalated(String number) {
        String dispatcher = "dispatcher-" + find(number).region();
        as(dispatcher, () -> step(number, 0, Verb.CONFIRM, ""));
        as(dispatcher, () -> step(number, 1, Verb.PASS_UP, ""));
    }

    private String written(String number, int version) {
        return ((Outcome.Done) as(PROVINCE, () -> letters.write(number, version, letterForm()))).number();
    }

    private Outcome step(String number, int version, Verb verb, String words) {
        return steps.step(number, version, verb, "", words);
    }

    private Outcome give(String id, int version, String unit) {
        return letters.step(Long.parseLong(id), version, LetterState.Verb.GIVE, unit, "", "请协调");
    }

    private Outcome answer(String id, int version) {
        return letters.step(Long.parseLong(id), version, LetterState.Verb.ANSWER, "", today(), "已放行");
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    private Report find(String number) {
        return asSystem(() -> reports.get(number));
    }

    private Letter letter(String id) {
        return asSystem(() -> desk.get(Long.parseLong(id)));
    }

    private String phone(String user, String number) {
        return as(user, () -> reports.get(number)).facts().contact().phone();
    }

    private List<String> kinds(String number) {
        return asSystem(() -> reports.timeline(reports.get(number))).stream()
                .map(SupplyEvent::kind)
                .toList();
    }

    private long auditRows(String type, String id) {
        return asSystem(
                () -> jdbc.sql("select count(*) from audit_entry where subject_type = :type and subject_id = :n")
                        .param("type", type)
                        .param("n", id)
                        .query(Long.class)
                        .single());
    }

    private long told(String user, String number) {
        return asSystem(() -> jdbc.sql("select count(*) from notice where account = :account and href = :href")
                .param("account", province.id(user))
                .param("href", "/supply/" + number)
                .query(Long.class)
                .single());
    }

    private long seen(String table, String user, String number) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from " + table + " where number = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single());
    }

    private long seenLetter(String user, String id) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from supply_letter where id = :id")
                        .param("id", Long.parseLong(id))
                        .query(Long.class)
                        .single());
    }
}
