package org.diaodu.server.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.steps.StepRefused;
import org.junit.jupiter.api.Test;

class EntitlementStateTest {

    private static final LocalDate UNTIL = LocalDate.of(2022, 4, 18);

    @Test
    void nothingIsProposedBeforeItsNoticeHasStoodThroughItsLastDay() {
        EntitlementState noticed = new EntitlementState.Consented().publish("2022-G0001", UNTIL);
        assertThatThrownBy(() -> noticed.propose("2022-P0001", UNTIL))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("PD02");
        assertThat(noticed.propose("2022-P0001", UNTIL.plusDays(1)))
                .isEqualTo(new EntitlementState.Proposed("2022-P0001"));
    }

    @Test
    void nobodyIsPaidWhoDidNotAgreeAndWasNotApproved() {
        for (EntitlementState state : List.of(
                new EntitlementState.Found(),
                new EntitlementState.Told(),
                new EntitlementState.Declined(),
                new EntitlementState.Consented(),
                new EntitlementState.Objected("1"),
                new EntitlementState.Noticed("1", UNTIL),
                new EntitlementState.Proposed("1"),
                new EntitlementState.Paid(),
                new EntitlementState.Lapsed())) {
            assertThatThrownBy(state::pay)
                    .as(state.name())
                    .isInstanceOf(StepRefused.class)
                    .hasMessageContaining("PD01");
        }
        assertThatThrownBy(() -> new EntitlementState.Told().publish("1", UNTIL))
                .isInstanceOf(StepRefused.class);
        assertThatThrownBy(() -> new EntitlementState.Proposed("1").lapse()).isInstanceOf(StepRefused.class);
    }

    @Test
    void everyStateHasItsNameAndWhatCanBeDoneIsPossible() {
        EntitlementState told = new EntitlementState.Told();
        assertThat(told.consent().decline().consent()).isEqualTo(new EntitlementState.Consented());
        assertThat(told.object("7").settle()).isEqualTo(told);
        assertThat(new EntitlementState.Approved().giveUp(true)).isEqualTo(new EntitlementState.Paid());
        assertThat(new EntitlementState.Approved().pay().reclaim().refund(false).refund(true))
                .isEqualTo(new EntitlementState.Refunded());
        assertThat(EntitlementState.NAMES).hasSize(12).doesNotHaveDuplicates();
    }
}
