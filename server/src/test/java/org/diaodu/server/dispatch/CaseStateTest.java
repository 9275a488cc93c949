package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diaodu.server.steps.StepRefused;
import org.junit.jupiter.api.Test;

/** The states of a case and what can be done in each. */
class CaseStateTest {

    @Test
    void aCaseGoesFromItsPlanToBeingStruckOffTheList() {
        CaseState state = CaseState.opened().propose("a", 2);
        assertThat(state.name()).isEqualTo("PROPOSED");
        state = state.agree("b").begin();
        assertThat(state.name()).isEqualTo("UNDER_WAY");
        state = state.report("a", 0).check("c").signOff();
        assertThat(state.isSignedOff()).isTrue();
        assertThat(state.reopen(true).name()).isEqualTo("REOPENED");
    }

    @Test
    void whoProposedDoesNotAgreeAndWhoReportedDoesNotCheck() {
        assertThatThrownBy(() -> CaseState.opened().propose("a", 1).agree("a"))
                .isInstanceOf(StepRefused.class)
                .hasMessageStartingWith("DC03");
        CaseState reported = new CaseState.UnderWay().report("a", 0);
        assertThatThrownBy(() -> reported.check("a"))
                .isInstanceOf(StepRefused.class)
                .hasMessageStartingWith("DC05");
        assertThat(reported.check("b").name()).isEqualTo("CHECKED");
        assertThat(reported.waitsForAnybodyBut("a")).isTrue();
        assertThat(reported.waitsForAnybodyBut("b")).isFalse();
    }

    @Test
    void anIllegalStepIsRefusedWithTheStepThatIsPossible() {
        assertThatThrownBy(CaseState.opened()::signOff)
                .isInstanceOf(StepRefused.class)
                .hasMessage(
                        "DC01 调度单处于“待报方案”，不能“销号”；现在可以：提交方案。 / "
                                + "The case is opened and waits for a plan; one cannot sign it off now. Possible: propose the plan.");
        assertThatThrownBy(() -> new CaseState.SignedOff().requirePlanning())
                .hasMessageContaining("DC08")
                .hasMessageContaining("现在可以：重新打开");
    }

    @Test
    void aChangedPlanGoesToAgreementAgainAndAFailedCheckBackToWork() {
        CaseState changed = new CaseState.UnderWay().change();
        assertThat(changed.name()).isEqualTo("CHANGING");
        assertThat(changed.isWorking()).isTrue();
        assertThat(changed.propose("a", 1).sendBack().name()).isEqualTo("SENT_BACK");
        assertThat(new CaseState.Reported("a").sendBack().name()).isEqualTo("UNDER_WAY");
    }

    @Test
    void anEmptyPlanAndUnsettledMeasuresStandInTheWay() {
        assertThatThrownBy(() -> CaseState.opened().propose("a", 0)).hasMessageStartingWith("DC02");
        assertThatThrownBy(() -> new CaseState.UnderWay().report("a", 3)).hasMessageContaining("3 项措施未完成");
        assertThatThrownBy(() -> new CaseState.SignedOff().reopen(false)).hasMessageStartingWith("DC06");
    }

    @Test
    void progressFallsOnlyWithAReason() {
        assertThatThrownBy(() -> MeasureState.AGREED.progress(60, 40, " ")).hasMessageContaining("由 60% 降为 40%");
        assertThat(MeasureState.AGREED.progress(60, 40, "设备返修")).isEqualTo(MeasureState.AGREED);
        assertThatThrownBy(() -> MeasureState.PLANNED.progress(0, 10, "")).hasMessageContaining("现在可以：提交方案并等待同意");
        assertThatThrownBy(() -> MeasureState.AGREED.finish("")).hasMessageStartingWith("DC12");
        assertThatThrownBy(() -> MeasureState.DONE.drop("x")).hasMessageStartingWith("DC10");
    }

    /** Whatever is tried by whomever: a verb that is not offered is refused, and one that is offered names its next state. */
    @Property
    void onlyWhatIsOfferedIsTaken(@ForAll("verbs") List<Verb> verbs, @ForAll long seed) {
        var random = new java.util.Random(seed);
        CaseState state = CaseState.opened();
        for (Verb verb : verbs) {
            boolean offered = state.possible().contains(verb);
            try {
                CaseState after = take(state, verb, random.nextBoolean() ? "a" : "b");
                assertThat(offered).as("%s in %s", verb, state).isTrue();
                assertThat(CaseState.NAMES).contains(after.name());
                assertThat(CaseState.of(after.name(), by(after), by(after))).isEqualTo(after);
                state = after;
            } catch (StepRefused refused) {
                String code = refused.explanation().code();
                assertThat(offered ? List.of("DC03", "DC05") : List.of("DC01")).contains(code);
                assertThat(refused.explanation().zh()).containsAnyOf("现在可以", "可以等待");
            }
        }
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.of(Verb.values()).list().ofMinSize(1).ofMaxSize(60);
    }

    private static String by(CaseState state) {
        return switch (state) {
            case CaseState.Proposed(String by) -> by;
            case CaseState.Reported(String by) -> by;
            default -> "";
        };
    }

    private static CaseState take(CaseState state, Verb verb, String by) {
        return switch (verb) {
            case PROPOSE -> state.propose(by, 1);
            case SEND_BACK -> state.sendBack();
            case AGREE -> state.agree(by);
            case BEGIN -> state.begin();
            case CHANGE -> state.change();
            case REPORT -> state.report(by, 0);
            case CHECK -> state.check(by);
            case SIGN_OFF -> state.signOff();
            case REOPEN -> state.reopen(true);
        };
    }
}
