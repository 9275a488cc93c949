package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.diaodu.server.appeals.clock.AppealState.Extension;
import org.diaodu.server.appeals.clock.AppealState.Taken;
import org.junit.jupiter.api.Test;

class AppealStateTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2022, 4, 25, 10, 0);
    private static final LocalDateTime LATER = NOW.plusDays(1);

    @Test
    void theOrdinaryWayIsTakenRepliedResolvedCalledBack() {
        assertThat(AppealState.RAISED.take().reply().resolve().close()).isEqualTo(AppealState.CLOSED);
    }

    @Test
    void anUnansweredAppealIsNotClosedAndIsToldWhatIsPossible() {
        assertThatThrownBy(AppealState.TAKEN::close)
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("AP10")
                .hasMessageContaining("“办理中”的诉求不能“回访归档”")
                .hasMessageContaining("现在可以：答复、请企业补充、申请延期、办结、撤回")
                .hasMessageContaining("Maybe replied, asked, extension_asked, resolved, withdrawn");
    }

    @Test
    void notOursIsSaidBeforeTakingItAndInTime() {
        assertThat(AppealState.RAISED.dispute(NOW, NOW)).isEqualTo(AppealState.DISPUTED);
        assertThatThrownBy(() -> AppealState.RAISED.dispute(LATER, NOW)).hasMessageContaining("AP11");
        assertThatThrownBy(() -> AppealState.TAKEN.dispute(NOW, LATER)).hasMessageContaining("AP10");
    }

    @Test
    void aDisputeEndsWithAnotherUnitOrWithTakingItAfterAll() {
        assertThat(AppealState.DISPUTED.reroute()).isEqualTo(AppealState.RAISED);
        assertThat(AppealState.DISPUTED.take()).isEqualTo(AppealState.TAKEN);
    }

    @Test
    void waitingOnTheEnterpriseEndsWithItsAnswer() {
        AppealState asked = AppealState.TAKEN.reply().ask();
        assertThatThrownBy(asked::resolve).hasMessageContaining("现在可以：企业补充、撤回");
        assertThat(asked.answer()).isEqualTo(new Taken(true, Extension.NONE));
        assertThatThrownBy(AppealState.TAKEN::answer).hasMessageContaining("AP10");
    }

    @Test
    void anExtensionTakesAReasonAndAnotherPerson() {
        assertThatThrownBy(() -> AppealState.TAKEN.askExtension("甲", " ", NOW, LATER))
                .hasMessageContaining("AP12");
        assertThatThrownBy(() -> AppealState.TAKEN.askExtension("甲", "缺件", LATER, NOW))
                .hasMessageContaining("AP13");
        AppealState requested = AppealState.TAKEN.askExtension("甲", "缺件", NOW, LATER);
        assertThatThrownBy(() -> requested.approveExtension("甲", NOW, LATER)).hasMessageContaining("AP14");
        assertThatThrownBy(() -> requested.approveExtension("乙", LATER, NOW)).hasMessageContaining("AP15");
        AppealState approved = requested.approveExtension("乙", NOW, LATER);
        assertThat(approved).isEqualTo(new Taken(false, new Extension.Approved("乙")));
        assertThatThrownBy(() -> approved.askExtension("甲", "缺件", NOW, LATER)).hasMessageContaining("AP10");
    }

    @Test
    void anExtensionIsDecidedEvenWhileTheEnterpriseIsAsked() {
        AppealState requested = AppealState.TAKEN.askExtension("甲", "缺件", NOW, LATER);
        assertThat(requested.ask().approveExtension("乙", NOW, LATER).answer())
                .isEqualTo(new Taken(false, new Extension.Approved("乙")));
        assertThat(requested.ask().refuseExtension().answer()).isEqualTo(AppealState.TAKEN);
        assertThat(requested.refuseExtension().askExtension("甲", "另有原因", NOW, LATER))
                .isEqualTo(new Taken(false, new Extension.Requested("甲", "另有原因")));
    }

    @Test
    void notSatisfiedBeginsAgainAndWithdrawnIsTheEnd() {
        assertThat(AppealState.RESOLVED.reopen()).isEqualTo(AppealState.RAISED);
        assertThat(AppealState.CLOSED.reopen()).isEqualTo(AppealState.RAISED);
        assertThatThrownBy(() -> AppealState.TAKEN.withdraw().reopen()).hasMessageContaining("请另提诉求");
    }
}
