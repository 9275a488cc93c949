package org.diaodu.server.policies.delivery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.FactImports;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Enterprises of a test with facts, matched by themselves, and their way to the money. */
abstract class DeliveredProvince extends PlatformTest {

    static final String OFFICER = "policy-230100";
    static final String SECOND = "policy-230000";

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    BusinessClock clock;

    @Autowired
    FactImports imports;

    @Autowired
    MatchRuns runs;

    @Autowired
    Matching matching;

    @Autowired
    EntitlementSteps steps;

    @Autowired
    EntitlementRows rows;

    @Autowired
    PublicNotices notices;

    @Autowired
    Batches batches;

    @Autowired
    Budgets budgets;

    @Autowired
    PaymentFiles files;

    @Autowired
    AnswerFiles answers;

    @Autowired
    PaymentSteps payments;

    <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    ListedProvince listed() {
        return new ListedProvince(register, enterprises, province, clock);
    }

    List<ListedProvince.Made> made(int many) {
        List<ListedProvince.Made> made = new ArrayList<>();
        for (int i = 0; i < many; i++) made.add(listed().make("230102"));
        return made;
    }

    /** A file of facts about each of these enterprises, each as 事实=值. */
    static byte[] file(List<ListedProvince.Made> made, String... facts) {
        var csv = new StringBuilder("统一社会信用代码,对象,编号,名称,所在地区,事实,值,生效日期,持有单位,来源\n");
        for (ListedProvince.Made one : made) {
            for (String fact : facts) {
                csv.append(one.creditCode())
                        .append(",企业,,,,")
                        .append(fact.replace('=', ','))
                        .append(",2021-01-01,,\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    int written(byte[] file) {
        return as(OFFICER, () -> {
            UUID id = imports.upload("facts.csv", file);
            return imports.commit(id);
        });
    }

    MatchRun match(List<ListedProvince.Made> made) {
        return match(made, clock.today());
    }

    /** By the clauses of a day. */
    MatchRun match(List<ListedProvince.Made> made, LocalDate day) {
        return asSystem(() -> {
            MatchRun run = runs.open(day, "test");
            matching.runWithin(
                    run, made.stream().map(ListedProvince.Made::id).sorted().toList(), signature());
            return run;
        });
    }

    /** The entitlement of an enterprise under a clause, as it is. */
    Entitlement of(ListedProvince.Made made, String clause) {
        return asSystem(() -> rows.ofEnterprise(made.id())).stream()
                .filter(one -> one.clause().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    /** Agreed to, published and approved by two. */
    List<String> approved(List<ListedProvince.Made> made, String clause) {
        List<String> numbers = stood(made, clause);
        String batch = done(as(OFFICER, () -> batches.propose(numbers, "", "")));
        as(SECOND, () -> batches.approve(batch, 0, ""));
        return numbers;
    }

    /** The treasury's answer to one payment. */
    static byte[] answer(String payment, String result, String yuan) {
        return ("付款编号,结果,金额,付款日期,退回原因\n" + payment + "," + result + "," + yuan + ",2026-01-05,\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Agreed to, published, and its notice over: ready to be proposed. */
    List<String> stood(List<ListedProvince.Made> made, String clause) {
        List<String> numbers = new ArrayList<>();
        for (ListedProvince.Made one : made) {
            Entitlement due = of(one, clause);
            as(one.clerk(), () -> steps.confirm(due.number(), due.version()));
            numbers.add(due.number());
        }
        LocalDate past = clock.today().minusDays(30);
        as(OFFICER, () -> notices.publish(numbers, "公示", "", "", past, signature()));
        return numbers;
    }

    org.diaodu.server.steps.Signature signature() {
        return new org.diaodu.server.steps.Signature(OFFICER, OFFICER, "", java.time.Instant.now());
    }

    static String done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(String number)) return number;
        throw new AssertionError(Objects.toString(outcome));
    }
}
