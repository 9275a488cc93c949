package org.diaodu.policy.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.diaodu.policy.PolicyFault;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final Instant DAY = Instant.parse("2022-03-01T00:00:00Z");
    private static final List<Claim> CLAIMS = List.of(claim("a", 2, 1, 6), claim("b", 1, 2, 6), claim("c", 3, 1, 2));

    private static Claim claim(String id, int hour, int priority, long fen) {
        return new Claim(id, DAY.plusSeconds(hour * 3600L), priority, fen);
    }

    private static long[] granted(long left, Distribution distribution) {
        Allocation allocation = Allocation.of(new Budget("技改", left, 0), distribution, CLAIMS);
        return CLAIMS.stream()
                .mapToLong(claim -> Objects.requireNonNull(allocation.shares().get(claim.id()))
                        .grantedFen())
                .toArray();
    }

    @Test
    void whoComesFirstIsServedFirstAndTheLastGetsWhatIsLeft() {
        assertThat(granted(10, Distribution.FIRST_COME)).containsExactly(4, 6, 0);
    }

    @Test
    void thePriorityGoesBeforeTheTime() {
        assertThat(granted(10, Distribution.BY_PRIORITY)).containsExactly(6, 2, 2);
    }

    @Test
    void proRataTheFenLeftGoToTheLargestRemainders() {
        // 10/14 of 6, 6 and 2 is 4.29, 4.29 and 1.43: the fen that is left goes to c.
        assertThat(granted(10, Distribution.PRO_RATA)).containsExactly(4, 4, 2);
    }

    @Test
    void oneFenMoreInTheBudgetMayCostAClaimAFen() {
        // 11/14 of 6, 6 and 2 is 4.71, 4.71 and 1.57: both fen go to a and b (the Alabama paradox).
        assertThat(granted(11, Distribution.PRO_RATA)).containsExactly(5, 5, 1);
    }

    @Test
    void whatCannotBeIsRefusedWithWords() {
        Budget budget = new Budget("技改", 10_000_00, 8_000_00);
        assertThatThrownBy(() -> budget.changedTo(7_999_99))
                .isInstanceOf(PolicyFault.class)
                .hasMessage("budget.promised: the budget \"技改\" would be 7999.99 yuan, less than the 8000 promised. "
                        + "Maybe keep at least what is promised, or withdraw some of it first.");
        Allocation allocation = Allocation.of(budget, Distribution.FIRST_COME, List.of(claim("a", 1, 1, 2_000_00)));
        assertThat(budget.with(allocation).leftFen()).isZero();
        assertThatThrownBy(() -> budget.with(allocation).with(allocation)).hasMessageContaining("budget.overspent");
        assertThatThrownBy(() -> Allocation.of(budget, Distribution.PRO_RATA, List.of(CLAIMS.get(0), CLAIMS.get(0))))
                .hasMessageContaining("budget.claim-twice");
        assertThatThrownBy(() -> claim("a", 1, 1, 0)).hasMessageContaining("budget.claim");
        assertThatThrownBy(() -> new Budget("技改", 1, -1)).hasMessageContaining("budget.negative");
    }

    @Test
    void eachShareIsToldInWords() {
        Allocation allocation = Allocation.of(new Budget("技改", 10, 0), Distribution.FIRST_COME, CLAIMS);
        assertThat(allocation.shares().values().stream().map(Share::zh).toList())
                .containsExactly("全额 0.06 元", "预算不足：应得 0.06 元，分得 0.04 元", "预算已用完：应得 0.02 元，未能分得");
    }
}
