package org.diaodu.server.policies.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.ListedProvince.Made;
import org.junit.jupiter.api.Test;

/** What happens to money after it is paid: it is asked back, comes back, and follows an enterprise that changes. */
class AfterPaymentTest extends DeliveredProvince {

    /** Pays 60 % at the entry into the list and 40 % after acceptance, and asks back within 24 months. */
    private static final String SETTLEMENT = "hlj-2022-tech-renewal-settlement";

    private static final String HIGH_TECH = "hlj-2022-high-tech-recognition";
    private static final LocalDate IN_FORCE = LocalDate.of(2023, 6, 1);

    /** 100 million invested in 12 months at the LPR of 3.7 %: 3.7 million, of which 2.22 million at the entry. */
    @Test
    void whatWasPaidOnMoreThanWasInvestedIsAskedBackAndComesBackInParts() {
        Made one = listed().make("230102");
        written(project(one, "设备和软件实际投资额=10000", "省级已预拨=222"));
        match(List.of(one), IN_FORCE);
        approved(List.of(one), SETTLEMENT);
        List<Payment> parts = as(OFFICER, () -> steps.payments(of(one, SETTLEMENT)));
        assertThat(parts).extracting(Payment::amountFen).containsExactly(222_000_000L, 148_000_000L);
        for (Payment part : parts) {
            if (part.state() == Payment.State.PLANNED) as(OFFICER, () -> payments.reached(part.number(), "验收报告"));
            as(OFFICER, () -> files.make(""));
            String yuan = BigDecimal.valueOf(part.amountFen(), 2).toPlainString();
            assertThat(as(OFFICER, () -> answers.take("a.csv", answer(part.number(), "已付", yuan)))
                            .taken())
                    .isTrue();
        }
        Entitlement paid = of(one, SETTLEMENT);
        assertThat(paid.state()).isEqualTo(new EntitlementState.Paid());
        assertThat(paid.dates().reclaimableUntil()).isEqualTo(LocalDate.of(2028, 1, 5));

        written(project(one, "设备和软件实际投资额=5000"));
        MatchRun run = match(List.of(one), IN_FORCE);
        assertThat(counted(run, Difference.Kind.BROKEN)).isEqualTo(1);
        assertThat(counted(match(List.of(one), IN_FORCE), Difference.Kind.BROKEN))
                .as("a break is said once")
                .isZero();

        assertThat(reclaim(paid, "3700000.01")).isInstanceOf(Outcome.Faulty.class);
        assertThat(reclaim(paid, "370000")).isInstanceOf(Outcome.Done.class);
        assertThat(reclaim(paid, "370000")).as("a second click").isInstanceOf(Outcome.Stale.class);
        assertThat(refund(one, "200000", "退-1")).isInstanceOf(Outcome.Done.class);
        assertThat(refund(one, "200000", "退-1")).as("the same document again").isInstanceOf(Outcome.Done.class);
        assertThat(of(one, SETTLEMENT).reclaim()).isEqualTo(new Entitlement.Reclaim(37_000_000L, 20_000_000L));
        assertThat(of(one, SETTLEMENT).state()).isEqualTo(new EntitlementState.Reclaimed());
        assertThat(refund(one, "170000.01", "退-2")).as("more than is left").isInstanceOf(Outcome.Faulty.class);
        assertThat(refund(one, "170000", "退-2")).isInstanceOf(Outcome.Done.class);
        assertThat(of(one, SETTLEMENT).state()).isEqualTo(new EntitlementState.Refunded());
        assertThat(as(one.clerk(), steps::mine))
                .filteredOn(mine -> mine.number().equals(paid.number()))
                .singleElement()
                .satisfies(mine -> assertThat(mine.reclaim().refundedFen()).isEqualTo(37_000_000L));
    }

    @Test
    void whatHasNoClawbackIsNotAskedBack() {
        Made one = paidHighTech();
        assertThatThrownBy(() -> reclaim(of(one, HIGH_TECH), "1"))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("PD45");
    }

    @Test
    void anEnterpriseUnderANewCodeIsNotPaidAgainWhatItWasPaidUnderTheOldOne() {
        Made former = paidHighTech();
        Made successor = listed().make("230102");
        written(file(List.of(successor), "高企认定情形=首次认定"));
        match(List.of(successor));
        assertThat(of(successor, HIGH_TECH).state()).isEqualTo(new EntitlementState.Told());
        String paid = of(former, HIGH_TECH).number();

        assertThat(succeeds(former, successor, SuccessionSteps.Kind.RECODED)).isInstanceOf(Outcome.Done.class);
        assertThat(stateOf(paid)).isEqualTo("PAID");
        match(List.of(successor));
        assertThat(asSystem(() -> rows.ofEnterprise(successor.id())))
                .filteredOn(due -> due.clause().equals(HIGH_TECH) && !(due.state() instanceof EntitlementState.Lapsed))
                .extracting(Entitlement::number)
                .as("what it was paid is there once")
                .containsExactly(paid);
        assertThatThrownBy(() -> succeeds(former, listed().make("230102"), SuccessionSteps.Kind.MERGED))
                .hasMessageContaining("PD50");
    }

    @Test
    void twoThatWereBothPaidTheSameAreNotMadeOneInSilence() {
        Made former = paidHighTech();
        Made successor = paidHighTech();
        assertThatThrownBy(() -> succeeds(former, successor, SuccessionSteps.Kind.RECODED))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("PD51");
        assertThat(of(former, HIGH_TECH).state()).isEqualTo(new EntitlementState.Paid());
    }

    @Test
    void twoRunsOverTheSameEnterprisesAtOnceFindEachThingOnce() throws Exception {
        List<Made> made = made(4);
        written(file(made, "高企认定情形=首次认定"));
        Thread other = Thread.ofPlatform().start(() -> match(made));
        match(made);
        other.join();
        for (Made one : made) {
            assertThat(asSystem(() -> rows.ofEnterprise(one.id())))
                    .filteredOn(due -> due.clause().equals(HIGH_TECH))
                    .hasSize(1);
        }
    }

    // --- steps

    @org.springframework.beans.factory.annotation.Autowired
    private SuccessionSteps successions;

    private Made paidHighTech() {
        Made one = listed().make("230102");
        written(file(List.of(one), "高企认定情形=首次认定"));
        match(List.of(one));
        approved(List.of(one), HIGH_TECH);
        as(OFFICER, () -> files.make(""));
        Payment payment = as(OFFICER, () -> steps.payments(of(one, HIGH_TECH))).getFirst();
        as(OFFICER, () -> answers.take("a.csv", answer(payment.number(), "已付", "500000")));
        return one;
    }

    private Outcome reclaim(Entitlement one, String yuan) {
        return as(OFFICER, () -> payments.reclaim(one.number(), one.version(), new BigDecimal(yuan), "按实际投资清算"));
    }

    private Outcome refund(Made made, String yuan, String document) {
        Entitlement one = of(made, SETTLEMENT);
        return as(
                OFFICER,
                () -> payments.refund(one.number(), one.version(), new BigDecimal(yuan), document, clock.today()));
    }

    private Outcome succeeds(Made former, Made successor, SuccessionSteps.Kind kind) {
        return as(
                SECOND,
                () -> successions.record(former.creditCode(), successor.creditCode(), kind, clock.today(), "工商变更登记"));
    }

    private long counted(MatchRun run, Difference.Kind kind) {
        return asSystem(() -> runs.counts(run.id()).getOrDefault(kind, 0L));
    }

    private String stateOf(String number) {
        return asSystem(() -> jdbc.sql("select state from entitlement where number = :number")
                .param("number", number)
                .query(String.class)
                .single());
    }

    private static byte[] project(Made one, String... facts) {
        var csv = new StringBuilder("统一社会信用代码,对象,编号,名称,所在地区,事实,值,生效日期,持有单位,来源\n");
        for (String fact : List.of("已入统=true", "投产验收=true", "建设期=12", "入统日期=2022-03-20")) {
            row(csv, one, fact);
        }
        for (String fact : facts) row(csv, one, fact);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder csv, Made one, String fact) {
        csv.append(one.creditCode())
                .append(",项目,P-1,智能化改造,230102,")
                .append(fact.replace('=', ','))
                .append(",2021-01-01,,\n");
    }
}
