package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.appeals.clock.StepRefused;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The life of an appeal on the real database: who may do what, what is refused, and that nothing is lost. */
class AppealLifeTest extends AppealDesk {

    @Autowired
    SimilarAppeals similar;

    @Autowired
    AppealCounts counts;

    @Test
    void fromTheEnterpriseToTheCallBack() {
        String number = raised();
        Appeal one = find(number);
        assertThat(one.unit()).isEqualTo("GX-230102");
        assertThat(one.level()).isEqualTo(Unit.Level.COUNTY);
        assertThat(one.dueTerm()).isEqualTo(Term.VERIFY);
        done(OFFICER, number, Step.TAKEN, "");
        assertThat(find(number).dueTerm()).isEqualTo(Term.REPLY);
        done(OFFICER, number, Step.ASKED, "请提供供应商名称");
        assertThat(find(number).standsSince()).isNotNull();
        assertThat(find(number).due()).isNull();
        done(CLERK, number, Step.ANSWERED, "供应商名称已补充");
        done(OFFICER, number, Step.REPLIED, "已发协查函");
        String advice = "断供时可请工信部门发跨省协查函 " + number;
        var resolved = new StepForm(find(number).version(), "k", "首批辅料已到厂", "", advice);
        assertThat(as(OFFICER, () -> steps.step(number, Step.RESOLVED, resolved)))
                .isEqualTo(new Outcome.Done(number));
        StepForm rating = say(number, "");
        assertThat(as(CLERK, () -> steps.rate(number, rating))).isEqualTo(new Outcome.Done(number));
        done(OFFICER, number, Step.CLOSED, "电话回访，企业满意");
        assertThat(kinds(number))
                .containsExactly("RAISED", "TAKEN", "ASKED", "ANSWERED", "REPLIED", "RESOLVED", "RATED", "CLOSED");
        assertThat(find(number).satisfied()).isTrue();
        assertThat(count("select count(*) from audit_entry where subject_type = 'appeal' and subject_id = :n", number))
                .isEqualTo(8);
        assertThat(count("select count(*) from notice where topic = 'appeal' and href = '/appeals/' || :n", number))
                .as("the officer hears of raising, answer and rating, the clerk of the other five steps")
                .isEqualTo(8);
        String other = province.clerk(9_103L, "230103");
        assertThat(as(other, () -> similar.advice(Subject.MATERIALS, "断供，请发协查函")))
                .contains(advice);
    }

    @Test
    void theCockpitCountsWhatWasSettledOnTimeAndToSatisfactionAndACitySeesItsOwn() {
        List<CockpitTile> before = tiles("analyst-230102");
        List<CockpitTile> elsewhere = tiles("analyst-230200");
        String onTime = raised();
        done(OFFICER, onTime, Step.TAKEN, "");
        done(OFFICER, onTime, Step.RESOLVED, "已协调");
        String late = old("2022-04-11T10:00");
        List<CockpitTile> between = tiles("analyst-230102");
        assertThat(between.getLast().figure())
                .as("overdue")
                .isEqualTo(before.getLast().figure() + 1);
        done(OFFICER, late, Step.TAKEN, "");
        done(OFFICER, late, Step.RESOLVED, "已协调");
        done(OFFICER, late, Step.CLOSED, "企业满意");
        List<CockpitTile> after = tiles("analyst-230102");
        assertThat(after).extracting(CockpitTile::key).containsExactly("settled", "onTime", "satisfied", "overdue");
        List<Long> more = new ArrayList<>();
        for (int i = 0; i < after.size(); i++)
            more.add(after.get(i).figure() - before.get(i).figure());
        assertThat(more).containsExactly(2L, 1L, 1L, 0L);
        assertThat(tiles("analyst-230200"))
                .extracting(CockpitTile::figure)
                .isEqualTo(elsewhere.stream().map(CockpitTile::figure).toList());
        Visit analyst = visit("analyst-230102");
        for (CockpitTile tile : after) {
            assertThat(analyst.get(tile.href()).body()).as(tile.href()).contains("共 " + tile.figure() + " 件");
        }
        assertThat(analyst.get(after.get(1).href()).body()).contains(onTime).doesNotContain(late);
    }

    private List<CockpitTile> tiles(String analyst) {
        return as(analyst, () -> counts.tiles(Callers.current().ownUnit()));
    }

    @Test
    void whatOthersReadNamesNobody() {
        String number = raised();
        done(OFFICER, number, Step.TAKEN, "");
        for (String advice : List.of("像示例企业9102那样办", "请打13845678901")) {
            var form = new StepForm(find(number).version(), advice, "好了", "", advice);
            assertThat(as(OFFICER, () -> steps.step(number, Step.RESOLVED, form)))
                    .isInstanceOfSatisfying(
                            Outcome.Faulty.class,
                            faulty -> assertThat(faulty.faults()).containsKey("advice"));
        }
    }

    @Test
    void whatIsNotPossibleIsRefusedWithWhatIs() {
        String number = raised();
        assertThatThrownBy(() -> take(OFFICER, number, Step.CLOSED, "回访"))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("AP10")
                .hasMessageContaining("核实受理");
        done(OFFICER, number, Step.TAKEN, "");
        assertThatThrownBy(() -> take(DISPATCHER, number, Step.EXTENSION_ASKED, ""))
                .hasMessageContaining("AP12");
        done(DISPATCHER, number, Step.EXTENSION_ASKED, "须省里协调");
        assertThatThrownBy(() -> take(DISPATCHER, number, Step.EXTENSION_APPROVED, ""))
                .hasMessageContaining("AP14");
        done("leader-230102", number, Step.EXTENSION_APPROVED, "");
        assertThatThrownBy(() -> as(CLERK, () -> steps.rate(number, say(number, ""))))
                .hasMessageContaining("AP18");
        assertThat(take(OFFICER, number, Step.REPLIED, " ")).isInstanceOf(Outcome.Faulty.class);
        assertThat(take(OFFICER, number, Step.REPLIED, "字".repeat(1_000_000))).isInstanceOf(Outcome.Faulty.class);
        assertThat(kinds(number)).containsExactly("RAISED", "TAKEN", "EXTENSION_ASKED", "EXTENSION_APPROVED");
    }

    @Test
    void whatIsOfferedIsWhatGoes() {
        String number = raised();
        assertThat(as(OFFICER, () -> appeals.open(number)).possible()).containsExactly(Step.TAKEN, Step.DISPUTED);
        assertThat(as(CLERK, () -> appeals.open(number)).possible()).containsExactly(Step.WITHDRAWN);
        assertThat(as("analyst-230102", () -> appeals.open(number)).possible()).isEmpty();
        done(OFFICER, number, Step.TAKEN, "");
        done(OFFICER, number, Step.EXTENSION_ASKED, "须省里协调");
        assertThat(as(DISPATCHER, () -> appeals.open(number)).possible())
                .contains(Step.EXTENSION_APPROVED, Step.EXTENSION_REFUSED);
        assertThat(as(OFFICER, () -> appeals.open(number)).possible()).doesNotContain(Step.EXTENSION_APPROVED);
        String old = old("2022-04-11T10:00");
        assertThat(as(OFFICER, () -> appeals.open(old)).possible())
                .as("a dispute comes too late")
                .containsExactly(Step.TAKEN);
        assertThatThrownBy(() -> take(OFFICER, old, Step.DISPUTED, "不归我们")).hasMessageContaining("AP11");
    }

    @Test
    void notOursIsSettledByTheTaskForceAndLeavesTheUnitsSight() {
        String number = raised();
        StepForm dispute = say(number, "是运输问题", "JT-230102");
        as(OFFICER, () -> steps.step(number, Step.DISPUTED, dispute));
        assertThatThrownBy(() -> take(OFFICER, number, Step.REROUTED, "")).isInstanceOf(Denied.class);
        StepForm nowhere = say(number, "", "GX-230200");
        assertThat(as(DISPATCHER, () -> steps.step(number, Step.REROUTED, nowhere)))
                .isInstanceOf(Outcome.Faulty.class);
        StepForm settled = say(number, "", "JT-230102");
        assertThat(as(DISPATCHER, () -> steps.step(number, Step.REROUTED, settled)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(find(number).unit()).isEqualTo("JT-230102");
        assertThatThrownBy(() -> as(OFFICER, () -> appeals.get(number))).isInstanceOf(Problem.class);
    }

    @Test
    void whoIsNotSatisfiedIsHeardOneLevelUpAndTheUnitBelowHelps() {
        String number = raised();
        done(OFFICER, number, Step.TAKEN, "");
        done(OFFICER, number, Step.RESOLVED, "已协调");
        done(CLERK, number, Step.REOPENED, "还是没有到货");
        Appeal one = find(number);
        assertThat(one.round()).isEqualTo(2);
        assertThat(one.level()).isEqualTo(Unit.Level.PREFECTURE);
        assertThat(one.unit()).isEqualTo("GX-230100");
        assertThat(one.helpers()).containsExactly("GX-230102");
        StepForm note = say(number, "已送上级材料");
        assertThat(as(OFFICER, () -> steps.note(number, note))).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> take(OFFICER, number, Step.TAKEN, "")).isInstanceOf(Denied.class);
        done("officer-230100", number, Step.TAKEN, "");
    }

    @Test
    void everybodySeesTheirOwn() {
        String number = raised();
        assertThat(as(CLERK, () -> appeals.get(number)).contact().phone()).isEqualTo("13845678901");
        assertThat(as(OFFICER, () -> appeals.get(number)).contact().masked()).isFalse();
        assertThat(as("analyst-230100", () -> appeals.get(number)).contact())
                .isEqualTo(new Contact("王**", "138****8901", true));
        String other = province.clerk(9_103L, "230103");
        for (String nobody :
                List.of(other, "officer-230103", "officer-230100", "analyst-230200", "dispatcher-230103")) {
            assertThatThrownBy(() -> as(nobody, () -> appeals.get(number)))
                    .as(nobody)
                    .isInstanceOf(Problem.class);
        }
        StepForm asked = say(number, "请协助核对库存");
        assertThat(as(OFFICER, () -> steps.helpers(number, asked, List.of("GX-230100"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as("officer-230100", () -> appeals.get(number)).contact().masked())
                .isTrue();
        assertThat(as("officer-230100", () -> appeals.open(number)).possible()).isEmpty();
    }

    @Test
    void theDispatcherOfTheRegionRaisesForAnEnterpriseAndALeaderWhoDoesNotLookAfterItDoesNot() {
        AppealForm form = form("POWER", "线路跳闸");
        String number = number(as("dispatcher-230100", () -> appeals.raise(ENTERPRISE, form)));
        assertThat(find(number).raisedBy()).isEqualTo("dispatcher-230100");
        assertThat(find(number).passedOnBy()).isEqualTo("dispatcher-230100（哈尔滨市）");
        for (String other : List.of("leader-230100", "leader-230102", "analyst-230100")) {
            assertThatThrownBy(() -> as(other, () -> appeals.raise(ENTERPRISE, form("POWER", "x"))))
                    .as(other)
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("AP30");
        }
        for (String outside : List.of("dispatcher-230200", "officer-230102", "leader-230200")) {
            assertThatThrownBy(() -> as(outside, () -> appeals.raise(ENTERPRISE, form("POWER", "x"))))
                    .as(outside)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void theSameFormMakesNothingTwice() throws Exception {
        AppealForm form = form("MATERIALS", "断供 <b>=SUM(A1)</b> 𠮷😀\u0000");
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) clicks.add(() -> number(as(CLERK, () -> appeals.raise(ENTERPRISE, form))));
        var numbers = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(clicks.size())) {
            for (var click : pool.invokeAll(clicks)) numbers.add(click.get());
        }
        assertThat(numbers).hasSize(1);
        String number = numbers.iterator().next();
        assertThat(find(number).words()).isEqualTo("断供 <b>=SUM(A1)</b> 𠮷😀");
        StepForm taken = say(number, "");
        for (int i = 0; i < 2; i++) {
            assertThat(as(OFFICER, () -> steps.step(number, Step.TAKEN, taken))).isEqualTo(new Outcome.Done(number));
        }
        assertThat(kinds(number)).containsExactly("RAISED", "TAKEN");
    }

    @Test
    void ofTwoPeopleOnTheSameVersionTheSecondIsTold() {
        String number = raised();
        StepForm seen = say(number, "");
        as(OFFICER, () -> steps.step(number, Step.TAKEN, seen));
        var late = new StepForm(seen.version(), UUID.randomUUID().toString(), "请补充", "", "");
        assertThat(as(DISPATCHER, () -> steps.step(number, Step.ASKED, late)))
                .isEqualTo(new Outcome.Stale(seen.version() + 1));
        assertThat(kinds(number)).containsExactly("RAISED", "TAKEN");
    }

    @Test
    void whatWasSaidStandsAndAUnitIsNotClosedWithAppealsToAnswer() {
        String number = raised();
        for (String forbidden : List.of(
                "update appeal_event set words = 'x' where appeal_id = (select id from appeal where number = :n)",
                "delete from appeal_event where appeal_id = (select id from appeal where number = :n)",
                "update appeal set words = 'x' where number = :n",
                "delete from appeal where number = :n",
                "update member_unit set closed = true where code = (select unit from appeal where number = :n)")) {
            assertThatThrownBy(() -> asSystem(
                            () -> jdbc.sql(forbidden).param("n", number).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    /** Anything by anybody, on four threads at once: what is written is exactly what was answered as done. */
    @Test
    void whateverIsTriedByWhomeverNothingIsLostAndEverythingIsToldOnce() throws Exception {
        List<String> numbers = List.of(raised(), raised(), raised());
        var done = new AtomicInteger();
        var refused = new AtomicInteger();
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            people.add(() -> {
                for (int i = 0; i < 150; i++) {
                    String number = numbers.get(random.nextInt(numbers.size()));
                    try {
                        if (as(anybody(random), () -> anything(number, random)) instanceof Outcome.Done) {
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
        assertThat(done.get()).as("steps taken").isGreaterThan(20);
        assertThat(refused.get()).as("steps refused").isGreaterThan(40);
        long events = 0;
        long audited = 0;
        for (String number : numbers) {
            AppealFile file = asSystem(() -> appeals.open(number));
            Appeal one = file.one();
            events += file.timeline().size();
            audited +=
                    count("select count(*) from audit_entry where subject_type = 'appeal' and subject_id = :n", number);
            assertThat(one.version())
                    .as("one version a row")
                    .isEqualTo(file.timeline().size());
            assertThat(one.state()).isEqualTo(file.reading().state().code());
            assertThat(one.round()).isEqualTo(file.reading().current().number());
            assertThat(one.level()).isEqualTo(file.reading().current().level());
        }
        assertThat(events).isEqualTo(done.get() + numbers.size());
        assertThat(audited).isEqualTo(events);
    }

    private Outcome anything(String number, Random random) {
        Appeal one = asSystem(() -> appeals.get(number));
        AppealFile file = asSystem(() -> appeals.open(number));
        var form = new StepForm(one.version(), UUID.randomUUID().toString(), "随机", "JT-230102", "");
        List<Step> likely = List.copyOf(file.possible());
        if (random.nextInt(8) == 0) return steps.note(number, form);
        if (random.nextInt(8) == 0) return steps.rate(number, form);
        if (random.nextInt(8) == 0)
            return steps.helpers(number, form, List.of("GX-2301" + (random.nextBoolean() ? "00" : "02")));
        Step step = likely.isEmpty() || random.nextInt(3) == 0
                ? Step.values()[random.nextInt(Step.values().length)]
                : likely.get(random.nextInt(likely.size()));
        if (step == Step.WITHDRAWN && random.nextInt(10) > 0) step = Step.TAKEN;
        return steps.step(number, step, form);
    }

    private static String anybody(Random random) {
        List<String> people = List.of(
                CLERK,
                OFFICER,
                OFFICER,
                "dispatcher-230000",
                "dispatcher-230000",
                "leader-230000",
                "officer-230100",
                "officer-230000",
                "analyst-230000",
                "dispatcher-230200");
        return people.get(random.nextInt(people.size()));
    }
}
