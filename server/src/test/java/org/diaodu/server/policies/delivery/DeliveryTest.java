package org.diaodu.server.policies.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diaodu.policy.budget.Distribution;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.ListedProvince;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** From a file of facts to the money, on the real database. */
class DeliveryTest extends DeliveredProvince {

    private static final String HIGH_TECH = "hlj-2022-high-tech-recognition";
    private static final String CHAMPION = "harbin-2021-single-champion";

    @Test
    void whatIsDueIsFoundToldAgreedPublishedApprovedByTwoAndPaid() {
        ListedProvince.Made one = listed().make("230102");
        byte[] file = file(List.of(one), "高企认定情形=首次认定");
        assertThat(written(file)).isEqualTo(1);
        assertThat(written(file)).isZero();
        MatchRun run = match(List.of(one));
        assertThat(asSystem(() -> runs.counts(run.id()).get(Difference.Kind.NEW)))
                .isGreaterThanOrEqualTo(1);
        Entitlement told = of(one, HIGH_TECH);
        assertThat(told.state()).isEqualTo(new EntitlementState.Told());
        assertThat(told.dueFen()).isEqualTo(50_000_000L);
        assertThat(told.reason().zh()).contains("首次认定");
        assertThatThrownBy(() -> as("policy-230200", () -> steps.confirmForIt(told.number(), told.version(), "x")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(OFFICER, () -> steps.confirm(told.number(), told.version())))
                .isInstanceOf(Denied.class);
        String number = stood(List.of(one), HIGH_TECH).getFirst();
        String batch = done(as(OFFICER, () -> batches.propose(List.of(number), "", "form-" + number)));
        assertThat(done(as(OFFICER, () -> batches.propose(List.of(number), "", "form-" + number))))
                .isEqualTo(batch);
        assertThatThrownBy(() -> as(OFFICER, () -> batches.approve(batch, 0, "")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("PD31");
        assertThat(as(SECOND, () -> batches.approve(batch, 0, "同意"))).isInstanceOf(Outcome.Done.class);
        String sent = done(as(OFFICER, () -> files.make("file-" + number)));
        Payment payment = as(OFFICER, () -> steps.payments(of(one, HIGH_TECH))).getFirst();
        assertThat(payment.file()).isEqualTo(sent);
        assertThat(as(OFFICER, () -> files.content(sent, false)))
                .isEqualTo(as(OFFICER, () -> files.content(sent, false)));
        assertThat(as(OFFICER, () -> files.get(sent)).digest())
                .isEqualTo(Digest.sha256(as(OFFICER, () -> files.content(sent, false))));
        AnswerReport wrong = as(OFFICER, () -> answers.take("a.csv", answer(payment.number(), "已付", "499999.00")));
        assertThat(wrong.taken()).isFalse();
        assertThat(wrong.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("answer.amount");
            assertThat(fault.row()).isEqualTo(2);
        });
        byte[] right = answer(payment.number(), "已付", "500000.00");
        assertThat(as(OFFICER, () -> answers.take("a.csv", right)).taken()).isTrue();
        assertThat(as(OFFICER, () -> answers.take("again.csv", right)).before()).isTrue();
        Entitlement paid = of(one, HIGH_TECH);
        assertThat(paid.state()).isEqualTo(new EntitlementState.Paid());
        assertThat(kinds(paid))
                .containsExactly("FIND", "TELL", "CONSENT", "PUBLISH", "PROPOSE", "APPROVE", "SEND", "PAY");
        assertThat(as(one.clerk(), steps::mine)).extracting(Entitlement::number).contains(number);
        match(List.of(one));
        assertThat(of(one, HIGH_TECH).state()).isEqualTo(new EntitlementState.Paid());
    }

    @Test
    void anAnswerIsTakenWholeOrNotAtAllAndEachRowSaysWhatIsWrong() {
        List<ListedProvince.Made> made = approved(2, HIGH_TECH, "高企认定情形=首次认定");
        String file = done(as(OFFICER, () -> files.make("")));
        List<Payment> sent = made.stream()
                .flatMap(one -> as(OFFICER, () -> steps.payments(of(one, HIGH_TECH))).stream())
                .toList();
        assertThat(sent).extracting(Payment::file).containsOnly(file);
        String first = sent.getFirst().number();
        byte[] mixed = ("付款编号,结果,金额,付款日期,退回原因\n" + first + ",已付,500000,2026-01-05,\n" + first
                        + ",退回,500000,,户名不符\n2020-K999999,已付,1,2026-01-05,\n"
                        + sent.get(1).number()
                        + ",退回,500000,,\n")
                .getBytes(StandardCharsets.UTF_8);
        AnswerReport report = as(OFFICER, () -> answers.take("mixed.csv", mixed));
        assertThat(report.taken()).isFalse();
        assertThat(report.faults())
                .extracting(fault -> fault.row() + " " + fault.code())
                .containsExactlyInAnyOrder("3 answer.twice", "4 answer.unknown", "5 answer.reason");
        assertThat(as(OFFICER, () -> files.payments(file))).allMatch(one -> one.state() == Payment.State.SENT);
        as(OFFICER, () -> answers.take("r.csv", returned(first)));
        assertThat(as(OFFICER, () -> payments.again(first, "户名已更正"))).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as(OFFICER, () -> payments.again(first, "再来一次")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("PD43");
        ListedProvince.Made whose = made.getFirst();
        Entitlement waiting = of(whose, HIGH_TECH);
        assertThat(as(OFFICER, () -> steps.giveUp(waiting.number(), waiting.version(), "企业注销")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(of(whose, HIGH_TECH).state()).isEqualTo(new EntitlementState.Lapsed());
    }

    @Test
    void twentyOfficersTogetherNeverPromiseMoreThanThereIs() throws Exception {
        int many = 20;
        List<ListedProvince.Made> made = made(many);
        written(file(made, "单项冠军类别=企业", "本年新获评=true"));
        match(made);
        long fen = 2_000_000_000L;
        as(
                OFFICER,
                () -> budgets.set(
                        CHAMPION, clock.today().getYear(), new BigDecimal("20000000"), Distribution.FIRST_COME));
        List<String> numbers = stood(made, CHAMPION);
        List<Callable<Object>> approvals = new ArrayList<>();
        for (String number : numbers) {
            String batch = done(as(OFFICER, () -> batches.propose(List.of(number), "", "")));
            approvals.add(() -> as(SECOND, () -> batches.approve(batch, 0, "")));
        }
        assertThat(atOnce(approvals)).allMatch(Outcome.Done.class::isInstance);
        assertThat(asSystem(() -> jdbc.sql("select sum(granted_fen) from entitlement where number = any(:numbers)")
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(Long.class)
                        .single()))
                .isEqualTo(fen);
        Budgets.OfClause budget = as(OFFICER, budgets::all).stream()
                .filter(one -> one.clause().equals(CHAMPION))
                .findFirst()
                .orElseThrow();
        assertThat(budget.committedFen()).isEqualTo(fen).isEqualTo(budget.totalFen());
        assertThat(as(
                        OFFICER,
                        () -> budgets.set(CHAMPION, clock.today().getYear(), BigDecimal.TEN, Distribution.FIRST_COME)))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(made.stream().filter(one -> of(one, CHAMPION).state() instanceof EntitlementState.Approved))
                .hasSize(7);
    }

    @Test
    void twentyClicksPayEachOnce() throws Exception {
        List<ListedProvince.Made> made = approved(5, HIGH_TECH, "高企认定情形=复审通过");
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 20; i++) clicks.add(() -> as(OFFICER, () -> files.make("")));
        List<Object> outcomes = atOnce(clicks);
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).isNotEmpty();
        List<Payment> sent = made.stream()
                .flatMap(one -> as(OFFICER, () -> steps.payments(of(one, HIGH_TECH))).stream())
                .toList();
        assertThat(sent).hasSize(5).allMatch(payment -> payment.state() == Payment.State.SENT);
        byte[] answer = answer(sent.getFirst().number(), "已付", "250000");
        List<Callable<Object>> taken = new ArrayList<>();
        for (int i = 0; i < 20; i++) taken.add(() -> as(OFFICER, () -> answers.take("same.csv", answer)));
        assertThat(atOnce(taken).stream().filter(report -> ((AnswerReport) report).taken()))
                .hasSize(1);
        assertThatThrownBy(() -> asSystem(() ->
                        jdbc.sql("""
                        insert into policy_payment (number, entitlement_id, enterprise_id, root_enterprise, region, clause, once_key, part,
                            amount_fen, state)
                        select number || 'x', entitlement_id, enterprise_id, root_enterprise, region, clause, once_key, part,
                            amount_fen, 'DUE' from policy_payment where number = :number
                        """).param("number", sent.getFirst().number()).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("paid_once");
        assertThatThrownBy(
                        () -> asSystem(() -> jdbc.sql("update policy_payment set state = 'DUE' where number = :number")
                                .param("number", sent.getFirst().number())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsNoLongerDueLapsesWhatIsWantingWaitsAndAnotherAmountIsPublishedAnew() {
        List<ListedProvince.Made> made = made(3);
        written(file(made, "高企认定情形=首次认定"));
        match(made);
        List<String> numbers = stood(made, HIGH_TECH);
        var changed = new StringBuilder("统一社会信用代码,对象,编号,事实,值,生效日期\n");
        List<String> values = List.of("未通过", "", "复审通过");
        for (int i = 0; i < 3; i++) {
            changed.append(made.get(i).creditCode())
                    .append(",企业,,高企认定情形,")
                    .append(values.get(i))
                    .append(",2021-02-01\n");
        }
        written(changed.toString().getBytes(StandardCharsets.UTF_8));
        MatchRun run = match(made);
        assertThat(of(made.get(0), HIGH_TECH).state()).isEqualTo(new EntitlementState.Lapsed());
        assertThat(of(made.get(1), HIGH_TECH).doubt()).contains("高企认定情形");
        assertThatThrownBy(() -> as(OFFICER, () -> batches.propose(List.of(numbers.get(1)), "", "")))
                .hasMessageContaining("PD32");
        Entitlement less = of(made.get(2), HIGH_TECH);
        assertThat(less.state()).isEqualTo(new EntitlementState.Consented());
        assertThat(less.dueFen()).isEqualTo(25_000_000L);
        var counts = asSystem(() -> runs.counts(run.id()));
        assertThat(counts.get(Difference.Kind.LOST)).isEqualTo(1);
        assertThat(counts.get(Difference.Kind.UNCERTAIN)).isEqualTo(1);
        assertThat(counts.get(Difference.Kind.AMOUNT)).isEqualTo(1);
    }

    @Test
    void aFileOfFactsSaysOfEachRowWhatIsWrongAndWritesNothing() {
        ListedProvince.Made one = listed().make("230102");
        String wrong = "统一社会信用代码,对象,编号,事实,值,生效日期\n" + one.creditCode() + ",企业,,高企认定形,首次认定,2021-01-01\n"
                + one.creditCode() + ",企业,,本年新获评,也许,2021-01-01\n" + one.creditCode()
                + ",项目,,项目类型,技术改造,2021-01-01\n911111111111111111,企业,,本年新获评,true,2021-01-01\n";
        var intake = as(
                OFFICER,
                () -> imports.find(imports.upload("wrong.csv", wrong.getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow());
        assertThat(intake.report().problems())
                .extracting(problem -> problem.row() + " " + problem.code())
                .containsExactly("2 fact.fact", "3 fact.value", "4 fact.part", "5 fact.enterprise");
        assertThat(intake.report().problems().getFirst().zh()).contains("高企认定情形");
        assertThatThrownBy(() -> as(OFFICER, () -> imports.commit(intake.id()))).hasMessageContaining("PF10");
    }

    private List<ListedProvince.Made> approved(int many, String clause, String... facts) {
        List<ListedProvince.Made> made = made(many);
        written(file(made, facts));
        match(made);
        approved(made, clause);
        return made;
    }

    private static byte[] returned(String payment) {
        return ("付款编号,结果,金额,付款日期,退回原因\n" + payment + ",退回,500000,,户名不符\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> kinds(Entitlement one) {
        return asSystem(() -> jdbc.sql("select kind from entitlement_event where entitlement_id = :id order by id")
                .param("id", one.id())
                .query(String.class)
                .list());
    }

    private static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(work.size())) {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : pool.invokeAll(work)) {
                try {
                    answers.add(one.get());
                } catch (java.util.concurrent.ExecutionException refused) {
                    answers.add(String.valueOf(refused.getCause()));
                }
            }
            return answers;
        }
    }
}
