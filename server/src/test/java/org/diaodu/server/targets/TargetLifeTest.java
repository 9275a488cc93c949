package org.diaodu.server.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.access.Denied;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A target on its way: proposed, accepted by a second person, broken down, reported on, judged, replaced. */
class TargetLifeTest extends PlatformTest {

    private static final String ANALYST = "analyst-230000";
    private static final String SECOND = "dispatcher-230000";
    private static final String OFFICER = "officer-230000";
    private static final String CITY = "analyst-230100";
    private static final String OTHER_CITY = "analyst-230200";

    @Autowired
    private TargetSteps steps;

    @Autowired
    private Targets targets;

    @Autowired
    private TargetRows rows;

    @Autowired
    private TargetDesk desk;

    @Autowired
    private TargetSweep sweep;

    @Autowired
    private BusinessClock clock;

    @Test
    void whatADocumentStatesIsProposedOnceAndAcceptedByASecondPerson() throws Exception {
        var document = new SourceDocument(null, "示例省第三次工业大会报告", LocalDate.of(2051, 1, 20));
        var statement = statement("规模以上工业企业", "全省", "5000", "5000", "户", Statement.Bound.GE, 2055);
        String key = UUID.randomUUID().toString();
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            clicks.add(() -> as(ANALYST, () -> targets.propose(statement, document, "第3段", key)));
        List<Object> answers = atOnce(clicks);
        assertThat(answers).containsOnly(answers.getFirst());
        Target made = find(((Outcome.Done) answers.getFirst()).number());
        assertThat(made.region()).isEqualTo("230000");
        assertThat(made.aim().text(false)).isEqualTo("不低于5,000户");
        assertThat(made.due()).isEqualTo(LocalDate.of(2055, 12, 31));
        assertThat(made.document()).isEqualTo("示例省第三次工业大会报告");
        assertThat(made.state()).isEqualTo(TargetState.PROPOSED);
        assertThatThrownBy(() -> as(ANALYST, () -> step(made, 0, Verb.ACCEPT)))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("TG03");
        assertThat(as(SECOND, () -> step(made, 0, Verb.ACCEPT))).isInstanceOf(Outcome.Done.class);
        assertThat(find("" + made.id()).state()).isEqualTo(TargetState.ACCEPTED);
        assertThat(as(SECOND, () -> step(made, 0, Verb.ACCEPT)))
                .as("the second click")
                .isEqualTo(new Outcome.Stale(1));
        assertThat(auditRows(made)).isEqualTo(2);
    }

    @Test
    void aRankIsNoTarget() {
        Statement rank = new Statement(
                0, 4, "居第3位", "增速", "", null, Statement.Kind.RANK, BigDecimal.valueOf(3), BigDecimal.valueOf(3), "位",
                null, null, "", null, 0, BigDecimal.ONE, 1);
        var document = new SourceDocument(null, "示例", null);
        assertThat(Targets.isProposable(rank)).isFalse();
        assertThatThrownBy(() -> as(ANALYST, () -> targets.propose(rank, document, "", "")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("TG10");
    }

    @Test
    void aUnitSeesAndReportsItsOwnAndAcceptsWhatItPromisedItself() {
        String id = done(as(ANALYST, () -> steps.propose(commitment("242", "GX-230000"))));
        assertThat(as(OFFICER, () -> targets.get(Long.parseLong(id)).indicator())).isEqualTo("实施项目");
        assertThatThrownBy(() -> as("officer-230100", () -> targets.get(Long.parseLong(id))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(CITY, () -> targets.get(Long.parseLong(id)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("leader-230000", () -> report(id, day(3, 31), "60")))
                .isInstanceOf(Denied.class);
        assertThat(as(OFFICER, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, "")))
                .isInstanceOf(Outcome.Done.class);
        String own = done(as(OFFICER, () -> steps.propose(commitment("85", "GX-230000"))));
        assertThat(as(OFFICER, () -> steps.step(Long.parseLong(own), 0, Verb.ACCEPT, "")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as(OFFICER, () -> steps.propose(commitment("85", "JT-230000"))))
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class, faulty -> assertThat(faulty.faults()).containsKey("region"));
    }

    /** 242 in the year: 60.5 by the end of March. 85 is green, 58 is 95.9 % and yellow, 40 is 66.1 % and orange, 20 red. */
    @Test
    void aLaterReportOfTheSameDayCorrectsTheEarlierOneAndTheLightFollowsTheRule() {
        String id = done(as(ANALYST, () -> steps.propose(commitment("242", "GX-230000"))));
        as(OFFICER, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, ""));
        for (String[] line : new String[][] {{"85", "绿"}, {"58", "黄"}, {"40", "橙"}, {"20", "红"}}) {
            assertThat(as(ANALYST, () -> report(id, day(3, 31), line[0]))).isInstanceOf(Outcome.Done.class);
            Standing now = find(id).standing();
            assertThat(now).isNotNull();
            assertThat(now.light()).isEqualTo(line[1]);
            assertThat(now.expected()).isEqualByComparingTo("60.5");
        }
        assertThat(notices(OFFICER, "red/")).isEqualTo(1);
        List<TargetReport> reports = as(OFFICER, () -> desk.reports(find(id)));
        assertThat(reports).hasSize(4).filteredOn(TargetReport::holds).hasSize(1);
        assertThat(reports.getFirst().value()).isEqualByComparingTo("20");
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update target_report set value = 1").update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(as(OFFICER, () -> report(id, clock.today().plusDays(1).toString(), "20")))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(find(id).state()).isEqualTo(TargetState.TRACKED);
    }

    @Test
    void partsAddUpAndEachRegionAcceptsItsOwn() {
        String id = done(as(ANALYST, () -> steps.propose(form("规模以上工业企业", "5000", "", "户", Course.LEVEL))));
        as(SECOND, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, ""));
        var form = new PartsForm("parts-" + id, Map.of("value-230100", "3,000", "value-230200", "1,200"));
        assertThatThrownBy(() -> as(CITY, () -> steps.breakDown(Long.parseLong(id), 1, form)))
                .isInstanceOf(Problem.class);
        assertThat(as(ANALYST, () -> steps.breakDown(Long.parseLong(id), 1, form))).isInstanceOf(Outcome.Done.class);
        assertThat(as(ANALYST, () -> steps.breakDown(Long.parseLong(id), 1, form)))
                .as("the second click")
                .isInstanceOf(Outcome.Done.class);
        Parts parts = as(ANALYST, () -> desk.parts(find(id)));
        assertThat(parts.parts()).hasSize(2);
        assertThat(parts.given()).isEqualByComparingTo("4200");
        assertThat(parts.left()).isEqualByComparingTo("800");
        Target part = parts.parts().getFirst();
        assertThat(as(CITY, () -> step(part, 0, Verb.ACCEPT))).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as(CITY, () -> steps.step(part.id(), 1, Verb.WITHDRAW, "不干了")))
                .as("what was given is taken back by whoever gave it")
                .isInstanceOf(Denied.class);
        assertThat(notices(CITY, "given")).isPositive();
    }

    /** 6 % of a base of 60 % and 9 % of 30 % add 3.6 and 2.7 points; of 7 % there are 0.7 left, 7 % of the last tenth. */
    @Test
    void contributionsOfARateAddUpExactly() {
        String id = done(as(ANALYST, () -> steps.propose(form("示例增速", "7", "", "%", Course.RATE))));
        as(SECOND, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, ""));
        Map<String, String> typed =
                Map.of("value-230100", "6", "weight-230100", "60", "value-230200", "9", "weight-230200", "30");
        assertThat(as(ANALYST, () -> steps.breakDown(Long.parseLong(id), 1, new PartsForm(id, typed))))
                .isInstanceOf(Outcome.Done.class);
        Parts parts = as(ANALYST, () -> desk.parts(find(id)));
        assertThat(parts.given()).isEqualByComparingTo("6.3");
        assertThat(parts.left()).isEqualByComparingTo("0.7");
        assertThat(parts.rateOfTheRest()).isEqualByComparingTo("7");
        assertThat(parts.contributions().residualPp()).isCloseTo(0.7, org.assertj.core.api.Assertions.within(1e-12));
        Map<String, String> more = Map.of("value-GX-230000", "5", "weight-GX-230000", "10.1");
        assertThat(as(ANALYST, () -> steps.breakDown(Long.parseLong(id), 1, new PartsForm(id + "-more", more))))
                .isInstanceOf(Outcome.Faulty.class);
    }

    @Test
    void aTargetIsMetByItsFiguresReplacedByAnotherAndTheOldOneIsKept() {
        String id = done(as(ANALYST, () -> steps.propose(commitment("242", "GX-230000"))));
        as(OFFICER, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, ""));
        as(OFFICER, () -> report(id, day(3, 31), "100"));
        assertThatThrownBy(() -> as(ANALYST, () -> steps.step(Long.parseLong(id), 2, Verb.MEET, "")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("TG06");
        String other = done(as(ANALYST, () -> steps.replace(Long.parseLong(id), 2, commitment("90", "GX-230000"))));
        assertThat(find(id).state()).isEqualTo(TargetState.TRACKED);
        as(OFFICER, () -> steps.step(Long.parseLong(other), 0, Verb.ACCEPT, ""));
        assertThat(find(id).state()).isEqualTo(TargetState.REPLACED);
        as(OFFICER, () -> report(other, day(3, 31), "100"));
        assertThatThrownBy(() -> as(ANALYST, () -> steps.step(Long.parseLong(other), 2, Verb.MISS, "差得远")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("TG07");
        assertThat(as(ANALYST, () -> steps.step(Long.parseLong(other), 2, Verb.MEET, "")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as(ANALYST, () -> steps.step(Long.parseLong(other), 3, Verb.REOPEN, "重复计了10个")))
                .isInstanceOf(Outcome.Done.class);
        as(ANALYST, () -> steps.step(Long.parseLong(other), 4, Verb.WITHDRAW, "合并到另一项"));
        assertThat(as(ANALYST, () -> steps.step(Long.parseLong(other), 5, Verb.RESTORE, "")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(find(other).state()).isEqualTo(TargetState.TRACKED);
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update target set low = 1, high = 1 where id = :id")
                        .param("id", Long.parseLong(other))
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theSweepLooksAtEveryOpenTarget() {
        String id = done(as(ANALYST, () -> steps.propose(measured("ENTERPRISES", "户", Course.LEVEL))));
        as(OTHER_CITY, () -> steps.step(Long.parseLong(id), 0, Verb.ACCEPT, ""));
        sweep.sweep();
        assertThat(find(id).state()).isEqualTo(TargetState.TRACKED);
        assertThatThrownBy(() -> as(OTHER_CITY, () -> report(id, day(3, 31), "100")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("TG09");
        String again = done(as(ANALYST, () -> steps.propose(measured("ENTERPRISES", "户", Course.LEVEL))));
        assertThatThrownBy(() -> as(OTHER_CITY, () -> steps.step(Long.parseLong(again), 0, Verb.ACCEPT, "")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("TG05");
    }

    private TargetForm measured(String measure, String unit, Course course) {
        TargetForm form = form("规模以上工业企业数", "5000", "", unit, course);
        return new TargetForm(
                UUID.randomUUID().toString(),
                form.kind(),
                form.indicator(),
                "230200",
                "",
                "",
                form.low(),
                "",
                form.bound(),
                unit,
                form.course(),
                "",
                form.begins(),
                form.due(),
                measure,
                "",
                form.document(),
                "");
    }

    private TargetForm form(String indicator, String low, String high, String unit, Course course) {
        return form("TARGET", indicator, low, high, unit, course, "");
    }

    private TargetForm commitment(String many, String unit) {
        return form("COMMITMENT", "实施项目", many, "", "个", Course.FLOW, unit);
    }

    private TargetForm form(
            String kind, String indicator, String low, String high, String unit, Course course, String memberUnit) {
        int year = clock.today().getYear() - 1;
        return new TargetForm(
                UUID.randomUUID().toString(),
                kind,
                indicator,
                "230000",
                "",
                memberUnit,
                low,
                high,
                high.isEmpty() ? "GE" : "",
                unit,
                course.name(),
                "",
                year + "-01-01",
                (course == Course.FLOW ? year : year + 3) + "-12-31",
                "",
                "力争<b>达到</b>",
                "示例工作报告",
                "第2段");
    }

    private static Statement statement(
            String indicator, String subject, String low, String high, String unit, Statement.Bound bound, int year) {
        return new Statement(
                10,
                30,
                "到" + year + "年" + indicator + "达到" + low + unit + "以上",
                indicator,
                subject,
                null,
                Statement.Kind.TARGET,
                new BigDecimal(low),
                new BigDecimal(high),
                unit,
                null,
                bound,
                "",
                year,
                0,
                BigDecimal.ONE,
                0.9);
    }

    private String day(int month, int day) {
        return LocalDate.of(clock.today().getYear() - 1, month, day).toString();
    }

    private Outcome report(String id, String day, String value) {
        return steps.report(
                Long.parseLong(id), new ReportForm(UUID.randomUUID().toString(), day, value, "统计月报", ""));
    }

    private Outcome step(Target target, int version, Verb verb) {
        return steps.step(target.id(), version, verb, "");
    }

    private static String done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).number();
    }

    private Target find(String id) {
        return asSystem(() -> rows.find(Long.parseLong(id)).orElseThrow());
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    private long auditRows(Target target) {
        return asSystem(() -> jdbc.sql(
                        "select count(*) from audit_entry where subject_type = 'target' and subject_id = :id")
                .param("id", "" + target.id())
                .query(Long.class)
                .single());
    }

    private long notices(String user, String what) {
        return asSystem(() -> jdbc.sql(
                        "select count(*) from notice where account = :account and key like 'target/%/' || :what || '%'")
                .param("account", province.id(user))
                .param("what", what)
                .query(Long.class)
                .single());
    }
}
