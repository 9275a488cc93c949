package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReturnStateTest {

    @Test
    void theOrdinaryWayIsFiledThenAccepted() {
        assertThat(ReturnState.DRAFT.file().accept(0)).isEqualTo(ReturnState.ACCEPTED);
    }

    @Test
    void aQueryIsAnsweredBeforeTheReturnIsAccepted() {
        ReturnState queried = ReturnState.FILED.query();
        assertThatThrownBy(() -> queried.accept(0)).hasMessageContaining("RT15");
        assertThat(queried.answer().accept(0)).isEqualTo(ReturnState.ACCEPTED);
        assertThat(queried.file()).isEqualTo(ReturnState.ANSWERED);
    }

    @Test
    void whatIsAcceptedCanBeAskedAboutAgainButNotFiledAnew() {
        assertThatThrownBy(ReturnState.ACCEPTED::file).hasMessageContaining("RT11");
        assertThat(ReturnState.ACCEPTED.query()).isEqualTo(ReturnState.QUERIED);
    }

    @Test
    void nothingFiledCanNeitherBeQueriedNorAcceptedNorAnswered() {
        assertThatThrownBy(ReturnState.DRAFT::query).hasMessageContaining("RT12");
        assertThatThrownBy(() -> ReturnState.DRAFT.accept(0)).hasMessageContaining("RT16");
        assertThatThrownBy(ReturnState.FILED::answer).hasMessageContaining("RT13");
    }

    @Test
    void anUnexplainedFindingStandsInTheWay() {
        assertThatThrownBy(() -> ReturnState.FILED.accept(1)).hasMessageContaining("RT14");
    }
}
