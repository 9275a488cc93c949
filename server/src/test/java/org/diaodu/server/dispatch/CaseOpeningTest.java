package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diaodu.server.access.Denied;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.AppealLoading;
import org.diaodu.server.appeals.PastAppeal;
import org.diaodu.server.appeals.Signed;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many cases opened at once. */
class CaseOpeningTest extends PlatformTest {

    private static final String DISPATCHER = "dispatcher-230000";

    @Autowired
    FallingProvince falling;

    @Autowired
    FallingEnterprises enterprises;

    @Autowired
    CaseOpening opening;

    @Autowired
    Cases cases;

    @Autowired
    AppealLoading appeals;

    @Test
    void theListHoldsRedAndYellowInTheOrderOfThePointsTheyCost() {
        FallingProvince.Made made = falling.make(9);
        List<Falling> list = province.as(DISPATCHER, () -> enterprises.of(made.period()));
        assertThat(list).extracting(Falling::id).containsExactlyInAnyOrderElementsOf(made.falling());
        assertThat(list).extracting(one -> one.light().light()).containsExactly("红", "红", "红", "黄", "黄", "黄");
        Falling first = list.getFirst();
        // 9 equal bases: V − U = −40 % of one of them, −0.4 / 9 · 100 points; back to January's +10 % wins (1.1 − 0.6)
        // / 9
        assertThat(first.contributionPp()).isCloseTo(-40.0 / 9, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(first.recoverablePp()).isCloseTo(50.0 / 9, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(first.light().reasons()).containsExactly("产值同比下降 30% 及以上");
    }

    @Test
    void aSecondClickOpensNothingAndSaysSo() {
        FallingProvince.Made made = falling.make(9);
        CaseOpening.Preview before = province.as(DISPATCHER, () -> opening.preview(made.period(), made.ids()));
        assertThat(before.fresh()).hasSize(6);
        assertThat(before.unknown()).isEqualTo(3);
        assertThat(open(made)).isEqualTo(new CaseOpening.Opened(6, 0));
        assertThat(open(made)).isEqualTo(new CaseOpening.Opened(0, 6));
        CaseOpening.Preview after = province.as(DISPATCHER, () -> opening.previewAll(made.period(), 0.01));
        assertThat(after.fresh()).isEmpty();
        assertThat(after.open()).hasSize(6);
    }

    @Test
    void aCaseKnowsWhatItWasOpenedWith() {
        FallingProvince.Made made = falling.make(9);
        open(made);
        DispatchCase one =
                asSystem(() -> cases.ofEnterprise(made.ids().getFirst()).getFirst());
        assertThat(one.opening().light()).isEqualTo("红");
        assertThat(one.opening().growthPct()).isCloseTo(-40, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(one.opening().contributionPp()).isCloseTo(-40.0 / 9, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(one.opening().trend()).extracting(TrendPoint::growthPct).hasSize(2);
        assertThat(one.opening().reasons()).containsExactly("产值同比下降 30% 及以上");
        assertThat(one.leadUnit()).isEqualTo("GX-230000");
        assertThat(one.state()).isEqualTo(CaseState.opened());
    }

    @Test
    void thePreviewKnowsTheTrendTheLikelyCauseEarlierCasesTheLeaderAndOpenAppealsAndTheCaseBeginsWithThem() {
        FallingProvince.Made made = falling.make(9);
        long enterprise = made.ids().getFirst();
        var march = LocalDateTime.of(made.period().year(), 3, 14, 10, 0);
        var form = new AppealForm("FINANCE", "ORDINARY", "流动资金<b>紧张", "王建国", "13845678901", "likely-" + enterprise);
        String number = asSystem(() -> appeals.load(
                        List.of(new PastAppeal(enterprise, form, new Signed("clerk", "示例", "示例", march), List.of())),
                        march))
                .getFirst();
        asSystem(() -> jdbc.sql("""
                        with l as (insert into leader (name, post, unit) values ('示例包联人', '副市长', '230100') returning id)
                        insert into pairing (enterprise_id, enterprise_name, region, leader, since, how, made_by, made_by_name)
                        select :enterprise, '示例', '230102', id, date '2020-01-01', 'HAND', 'x', 'x' from l
                        """).param("enterprise", enterprise).update());
        CaseOpening.Preview preview = province.as(DISPATCHER, () -> opening.preview(made.period(), made.ids()));
        Background known = preview.of(preview.fresh().stream()
                .filter(one -> one.id() == enterprise)
                .findFirst()
                .orElseThrow());
        assertThat(known.trend()).hasSize(2);
        assertThat(known.likely().causes()).containsExactly(Cause.FUNDS);
        assertThat(known.leader()).contains("示例包联人");
        assertThat(known.earlier()).isEmpty();
        assertThat(known.appeals()).extracting(OpenAppeals.OpenAppeal::number).containsExactly(number);
        String page = visit(DISPATCHER)
                .post("/dispatch/preview", "period", made.period().iso(), "enterprise", "" + enterprise)
                .body();
        assertThat(page).contains(number, "资金紧张", "示例包联人", "近期同比", "未办结诉求");
        open(made);
        DispatchCase one = asSystem(() -> cases.ofEnterprise(enterprise).getFirst());
        assertThat(one.causes()).containsExactly(Cause.FUNDS);
        assertThat(one.causeWords()).isEqualTo("开单时按未办结诉求 " + number + "（融资）预填，请核实。");
        assertThat(visit(DISPATCHER).get("/dispatch/cases/" + one.number()).body())
                .contains("示例包联人", number + "</a> 融资：流动资金&lt;b", "资金紧张");
        asSystem(() -> jdbc.sql("update dispatch_case set state = 'SIGNED_OFF', causes = '{STAFF}' where id = :id")
                .param("id", one.id())
                .update());
        Background again = province.as(DISPATCHER, () -> opening.preview(made.period(), List.of(enterprise)))
                .background()
                .get(enterprise);
        assertThat(java.util.Objects.requireNonNull(again).likely().causes()).containsExactly(Cause.FUNDS, Cause.STAFF);
        assertThat(again.earlier()).extracting(EarlierCase::number).containsExactly(one.number());
    }

    @Test
    void manyDesksAtOnceOpenOneCaseForEach() throws Exception {
        FallingProvince.Made made = falling.make(60);
        List<Callable<Integer>> desks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String dispatcher = i % 2 == 0 ? DISPATCHER : "dispatcher-230100";
            String lead = i % 2 == 0 ? "GX-230000" : "GX-230100";
            List<Long> shuffled = new ArrayList<>(made.ids());
            java.util.Collections.shuffle(shuffled, new java.util.Random(i));
            desks.add(() -> province.as(dispatcher, () -> opening.open(made.period(), shuffled, lead))
                    .opened());
        }
        int opened = 0;
        try (var pool = Executors.newFixedThreadPool(desks.size())) {
            for (var desk : pool.invokeAll(desks)) opened += desk.get();
        }
        assertThat(opened).isEqualTo(made.falling().size());
        assertThat(count("select count(*) from dispatch_case where period = :p", made))
                .isEqualTo(made.falling().size());
    }

    @Test
    void aHundredAndThirtyOneAreOpenedInLessThanTwoSeconds() {
        FallingProvince.Made made = falling.make(198);
        List<Long> wanted = made.falling().subList(0, 131);
        province.as(DISPATCHER, () -> enterprises.of(made.period()));
        long began = System.nanoTime();
        CaseOpening.Opened opened = province.as(DISPATCHER, () -> opening.open(made.period(), wanted, "GX-230000"));
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("131 cases opened in " + millis + " ms");
        assertThat(opened.opened()).isEqualTo(131);
        assertThat(millis).isLessThan(2_000);
    }

    @Test
    void onlyADispatcherOpensAndOnlyInsideTheOwnUnit() {
        FallingProvince.Made made = falling.make(9);
        assertThatThrownBy(
                        () -> province.as("leader-230000", () -> opening.open(made.period(), made.ids(), "GX-230000")))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> province.as(DISPATCHER, () -> opening.open(made.period(), made.ids(), "nobody")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        province.as("dispatcher-230102", () -> opening.open(made.period(), made.ids(), "GX-230000")))
                .isInstanceOf(Problem.class);
        assertThat(province.as("dispatcher-230102", () -> opening.open(made.period(), made.ids(), "GX-230102"))
                        .opened())
                .isEqualTo(2);
    }

    private CaseOpening.Opened open(FallingProvince.Made made) {
        return province.as(DISPATCHER, () -> opening.open(made.period(), made.ids(), "GX-230000"));
    }

    private long count(String sql, FallingProvince.Made made) {
        return asSystem(() ->
                jdbc.sql(sql).param("p", made.period().iso()).query(Long.class).single());
    }
}
