package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A case's life with its people, on the real database. */
class CaseLifeTest extends PlatformTest {

    private static final String DISPATCHER = "dispatcher-230000";
    private static final String OFFICER = "officer-230000";
    private static final String LEADER = "leader-230000";
    private static final MeasureForm MEASURE =
            new MeasureForm("协调增加天然气供应", "GX-230000", List.of("JT-230000"), "2099-05-31", "供气协议");

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    CaseSteps steps;

    @Autowired
    PlanSteps plan;

    @Autowired
    Cases cases;

    @Test
    void aCaseIsPlannedAgreedCarriedOutCheckedAndSignedOff() {
        String number = opened(9).getFirst();
        done(DISPATCHER, () -> plan.noteCauses(number, version(number), EnumSet.of(Cause.ENERGY), "三月限气"));
        done(OFFICER, () -> plan.add(number, version(number), MEASURE));
        done(OFFICER, () -> steps.step(number, version(number), Verb.PROPOSE, ""));
        done(LEADER, () -> steps.step(number, version(number), Verb.AGREE, ""));
        done(OFFICER, () -> steps.step(number, version(number), Verb.BEGIN, ""));
        done(
                OFFICER,
                () -> plan.progress(
                        number, measure(number).id(), measure(number).version(), 60, ""));
        assertThatThrownBy(() -> as(
                        OFFICER,
                        () -> plan.progress(
                                number, measure(number).id(), measure(number).version(), 40, "")))
                .hasMessageContaining("DC11");
        assertThatThrownBy(() -> as(OFFICER, () -> steps.step(number, version(number), Verb.REPORT, "完成")))
                .hasMessageContaining("DC04");
        done(
                OFFICER,
                () -> plan.finish(number, measure(number).id(), measure(number).version(), "供气协议已签"));
        done(OFFICER, () -> steps.step(number, version(number), Verb.REPORT, "全部完成"));
        done(DISPATCHER, () -> steps.step(number, version(number), Verb.CHECK, "现场核查属实"));
        done(LEADER, () -> steps.step(number, version(number), Verb.SIGN_OFF, ""));
        assertThat(find(number).state().isSignedOff()).isTrue();
        done(DISPATCHER, () -> steps.step(number, version(number), Verb.REOPEN, "产值再次下降"));
        assertThat(find(number).state().name()).isEqualTo("REOPENED");
        assertThat(kinds(number))
                .containsExactly(
                        "OPEN",
                        "CAUSES",
                        "MEASURE_ADD",
                        "PROPOSE",
                        "AGREE",
                        "BEGIN",
                        "MEASURE_PROGRESS",
                        "MEASURE_DONE",
                        "REPORT",
                        "CHECK",
                        "SIGN_OFF",
                        "REOPEN");
        assertThat(auditRows(number)).isEqualTo(12);
    }

    @Test
    void whoMayDoWhatDependsOnTheLevelThatLeads() {
        String number = opened(9).getFirst();
        String region = find(number).region();
        assertThatThrownBy(() -> as("dispatcher-" + region, () -> plan.add(number, version(number), MEASURE)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as("officer-230100", () -> plan.add(number, version(number), MEASURE)))
                .isInstanceOf(Problem.class);
        done(DISPATCHER, () -> plan.add(number, version(number), MEASURE));
        done(DISPATCHER, () -> steps.step(number, version(number), Verb.PROPOSE, ""));
        assertThatThrownBy(() -> as(DISPATCHER, () -> steps.step(number, version(number), Verb.AGREE, "")))
                .hasMessageContaining("DC03");
        assertThatThrownBy(() -> as(OFFICER, () -> steps.step(number, version(number), Verb.AGREE, "")))
                .isInstanceOf(Denied.class);
        assertThat(as(LEADER, () -> steps.step(number, version(number), Verb.SEND_BACK, " ")))
                .isInstanceOf(Outcome.Faulty.class);
        done(LEADER, () -> steps.step(number, version(number), Verb.SEND_BACK, "责任单位不清"));
        assertThat(find(number).state().name()).isEqualTo("SENT_BACK");
    }

    @Test
    void ofTwoPeopleOnTheSameVersionTheSecondIsToldAndNothingIsLost() {
        String number = opened(9).getFirst();
        int seen = version(number);
        done(DISPATCHER, () -> plan.noteCauses(number, seen, EnumSet.of(Cause.MARKET), "需求不足"));
        Outcome second = as(OFFICER, () -> plan.noteCauses(number, seen, EnumSet.of(Cause.FUNDS), "资金紧张"));
        assertThat(second).isEqualTo(new Outcome.Stale(seen + 1));
        assertThat(find(number).causeWords()).isEqualTo("需求不足");
    }

    @Test
    void theTimelineAndWhatACaseWasOpenedWithCannotBeChanged() {
        String number = opened(9).getFirst();
        for (String forbidden : List.of(
                "update dispatch_event set words = 'x' where case_id = :id",
                "delete from dispatch_event where case_id = :id",
                "update dispatch_case set contribution_pp = 0 where id = :id",
                "delete from dispatch_case where id = :id")) {
            assertThatThrownBy(() -> asSystem(() ->
                            jdbc.sql(forbidden).param("id", find(number).id()).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aUnitIsNotClosedWhileItLeadsAnOpenCase() {
        opened(9);
        assertThatThrownBy(
                        () -> asSystem(() -> jdbc.sql("update member_unit set closed = true where code = 'GX-230000'")
                                .update()))
                .hasMessageContaining("still has open cases, measures, appeals or letters");
    }

    /** Anything by anybody, on four threads at once: what is written is exactly what was answered as done. */
    @Test
    void whateverIsTriedByWhomeverNothingIsLostAndEverythingIsToldOnce() throws Exception {
        FallingProvince.Made made = falling.make(9);
        var done = new AtomicInteger();
        var opened = new AtomicInteger();
        var refused = new AtomicInteger();
        long auditBefore = dispatchAuditRows();
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            people.add(() -> {
                for (int i = 0; i < 250; i++) {
                    try {
                        if (random.nextInt(12) == 0) {
                            String dispatcher = random.nextBoolean() ? DISPATCHER : "dispatcher-230100";
                            String lead = dispatcher.equals(DISPATCHER) ? "GX-230000" : "GX-230100";
                            opened.addAndGet(as(dispatcher, () -> opening.open(made.period(), made.ids(), lead))
                                    .opened());
                        } else if (as(anybody(random), () -> anything(made, random)) instanceof Outcome.Done) {
                            done.incrementAndGet();
                        } else {
                            refused.incrementAndGet();
                        }
                    } catch (StepRefused | Denied | Problem expected) {
                        refused.incrementAndGet();
                    }
                }
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(people.size())) {
            for (var person : pool.invokeAll(people)) assertThat(person.get()).isTrue();
        }
        assertThat(done.get()).as("steps taken").isGreaterThan(40);
        assertThat(refused.get()).as("steps refused").isGreaterThan(40);
        assertThat(number(
                        "select count(*) from dispatch_event e join dispatch_case c on c.id = e.case_id where c.period = :p",
                        made))
                .isEqualTo(done.get() + opened.get());
        assertThat(dispatchAuditRows() - auditBefore).isEqualTo(done.get() + opened.get());
        assertThat(number(
                        "select coalesce(max(n), 0) from (select count(*) as n from dispatch_case where period = :p "
                                + "and state <> 'SIGNED_OFF' group by enterprise_id) as open",
                        made))
                .isLessThanOrEqualTo(1);
        assertThat(number(
                        "select count(*) from dispatch_case where period = :p and version <> (select count(*) from "
                                + "dispatch_event e where e.case_id = dispatch_case.id and e.kind not in ('OPEN', "
                                + "'MEASURE_PROGRESS', 'MEASURE_DONE', 'MEASURE_DROP', 'MEASURE_SHARE', 'MEASURE_HIDE'))",
                        made))
                .as("cases whose version is not the number of their steps")
                .isZero();
        assertThat(number(
                        "select count(*) from dispatch_case c where period = :p and state <> (select state from "
                                + "dispatch_event e where e.case_id = c.id order by id desc limit 1)",
                        made))
                .as("cases whose state is not that of their last step")
                .isZero();
    }

    private Outcome anything(FallingProvince.Made made, Random random) {
        List<String> numbers = asSystem(() -> jdbc.sql("select number from dispatch_case where period = :p order by id")
                .param("p", made.period().iso())
                .query(String.class)
                .list());
        if (numbers.isEmpty()) return new Outcome.Stale(0);
        String number = numbers.get(random.nextInt(numbers.size()));
        DispatchCase one = find(number);
        List<Measure> measures = asSystem(() -> cases.measures(one));
        if (random.nextInt(5) == 0) return plan.add(number, one.version(), MEASURE);
        if (!measures.isEmpty() && random.nextInt(2) == 0) {
            Measure measure = measures.get(random.nextInt(measures.size()));
            return switch (random.nextInt(5)) {
                case 0 -> plan.progress(number, measure.id(), measure.version(), random.nextInt(101), "");
                case 1 -> plan.drop(number, measure.id(), measure.version(), "不再需要");
                case 2 -> plan.edit(number, measure.id(), measure.version(), MEASURE);
                default -> plan.finish(number, measure.id(), measure.version(), "材料齐全");
            };
        }
        List<Verb> likely = List.copyOf(one.state().possible());
        Verb verb = random.nextInt(4) == 0
                ? Verb.values()[random.nextInt(Verb.values().length)]
                : likely.get(random.nextInt(likely.size()));
        return steps.step(number, one.version(), verb, "随机");
    }

    private static String anybody(Random random) {
        return List.of(
                        DISPATCHER,
                        DISPATCHER,
                        LEADER,
                        LEADER,
                        OFFICER,
                        "dispatcher-230100",
                        "leader-230100",
                        "officer-230100",
                        "analyst-230000",
                        "dispatcher-230102")
                .get(random.nextInt(10));
    }

    private List<String> opened(int size) {
        FallingProvince.Made made = falling.make(size);
        CaseOpening.Opened opened = as(DISPATCHER, () -> opening.open(made.period(), made.ids(), "GX-230000"));
        assertThat(opened).isEqualTo(new CaseOpening.Opened(made.falling().size(), 0));
        return asSystem(() -> jdbc.sql("select number from dispatch_case where period = :p order by id")
                .param("p", made.period().iso())
                .query(String.class)
                .list());
    }

    private <T> T as(String user, java.util.function.Supplier<T> work) {
        return province.as(user, work);
    }

    private void done(String user, java.util.function.Supplier<Outcome> step) {
        assertThat(as(user, step)).isInstanceOf(Outcome.Done.class);
    }

    private DispatchCase find(String number) {
        return asSystem(() -> cases.get(number));
    }

    private int version(String number) {
        return find(number).version();
    }

    private Measure measure(String number) {
        return asSystem(() -> cases.measures(cases.get(number)).getFirst());
    }

    private List<String> kinds(String number) {
        return asSystem(() -> cases.timeline(cases.get(number))).stream()
                .map(CaseEvent::kind)
                .toList();
    }

    private long auditRows(String number) {
        return asSystem(
                () -> jdbc.sql("select count(*) from audit_entry where subject_type = 'case' and subject_id = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single());
    }

    private long dispatchAuditRows() {
        return asSystem(() -> jdbc.sql("select count(*) from audit_entry where subject_type = 'case'")
                .query(Long.class)
                .single());
    }

    private long number(String sql, FallingProvince.Made made) {
        return asSystem(() ->
                jdbc.sql(sql).param("p", made.period().iso()).query(Long.class).single());
    }
}
