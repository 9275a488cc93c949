package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The states of a report and of a letter, and what can be done in each. */
class ReportStateTest {

    @Test
    void aReportGoesUpToTheProvinceIsWrittenAboutAnsweredAndSettled() {
        ReportState answered =
                new ReportState.Reported().confirm().passUp().write().reply();
        assertThat(answered).isEqualTo(new ReportState.Replied());
        assertThat(answered.settle(Result.SOLVED)).isEqualTo(new ReportState.Settled(Result.SOLVED));
        assertThat(answered.write()).as("another letter").isEqualTo(new ReportState.Written());
    }

    @Test
    void whatIsReturnedIsReportedAgain() {
        assertThat(new ReportState.Reported().sendBack().supplement()).isEqualTo(new ReportState.Reported());
        assertThat(new ReportState.Escalated().sendBack()).isEqualTo(new ReportState.Returned());
    }

    @Test
    void aLetterIsNotWrittenBeforeTheProvinceHasTheReport() {
        assertThatThrownBy(() -> new ReportState.Reported().write())
                .isInstanceOf(StepRefused.class)
                .hasMessage(
                        "SP01 该上报待核实，不能“发协调函”；现在可以：核实、退回企业、撤回。 / "
                                + "The report is to be confirmed; one cannot write a letter now. Possible: confirm it, return it, withdraw it.");
        assertThatThrownBy(() -> new ReportState.Settled(Result.PARTLY).reply())
                .hasMessageContaining("已办结（部分解决）")
                .hasMessageContaining("另行上报");
    }

    @Test
    void onceALetterIsOutTheEnterpriseCannotWithdraw() {
        assertThatThrownBy(() -> new ReportState.Written().withdraw()).hasMessageStartingWith("SP01");
    }

    @Test
    void aLetterFromAnotherProvinceIsGivenPerhapsTwiceAndAnsweredOnce() {
        LetterState answered =
                new LetterState.Registered().give("JT").give("GA").answer();
        assertThat(answered).isEqualTo(new LetterState.Answered());
        assertThatThrownBy(answered::answer).hasMessageStartingWith("SP02").hasMessageContaining("另行来往函");
        assertThatThrownBy(() -> new LetterState.Sent().give("JT")).hasMessageContaining("现在可以：登记复函");
    }

    /** Whatever is tried: a verb that is not offered is refused, one that is offered leads on, and somebody's turn has a term. */
    @Property
    void onlyWhatIsOfferedIsTaken(@ForAll("verbs") List<Verb> verbs) {
        ReportState state = new ReportState.Reported();
        for (Verb verb : verbs) {
            boolean offered = state.possible().contains(verb);
            try {
                ReportState after = take(state, verb);
                assertThat(offered).as("%s in %s", verb, state).isTrue();
                assertThat(ReportState.of(after.name(), resultOf(after))).isEqualTo(after);
                assertThat(ReportState.NAMES).contains(after.name());
                assertThat(after.term() == null)
                        .isEqualTo(after.possible().isEmpty() || after instanceof ReportState.Returned);
                state = after;
            } catch (StepRefused refused) {
                assertThat(offered).as("%s in %s", verb, state).isFalse();
                assertThat(refused.explanation().zh()).contains("现在可以");
            }
        }
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.of(Verb.values()).list().ofMinSize(1).ofMaxSize(20);
    }

    private static @Nullable Result resultOf(ReportState state) {
        return state instanceof ReportState.Settled(Result result) ? result : null;
    }

    private static ReportState take(ReportState state, Verb verb) {
        return switch (verb) {
            case CONFIRM -> state.confirm();
            case RETURN -> state.sendBack();
            case SUPPLEMENT -> state.supplement();
            case PASS_UP -> state.passUp();
            case WRITE -> state.write();
            case REPLY -> state.reply();
            case SETTLE -> state.settle(Result.SOLVED);
            case WITHDRAW -> state.withdraw();
        };
    }
}
