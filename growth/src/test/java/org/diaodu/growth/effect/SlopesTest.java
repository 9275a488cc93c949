package org.diaodu.growth.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlopesTest {
    private static final MadeUpProvince PROVINCE = MadeUpProvince.of(1, MadeUpProvince.ONE_MONTH);
    private static final Cohort COHORT =
            new Cohort(PROVINCE.with(), Design.STANDARD, 9, new Openings(PROVINCE.with(), List.of()));

    /** y = 2·x₁ − x₂ + 0.5·x₃ + 100·(number of the industry), without error. */
    private static double[] outcome() {
        var outcome = new double[COHORT.panel.enterprises()];
        for (int row = 0; row < outcome.length; row++) {
            double[] x = COHORT.path[row];
            outcome[row] = 2 * x[0] - x[1] + 0.5 * x[2] + 100 * COHORT.panel.division[row];
        }
        return outcome;
    }

    @Test
    void whatHitsAWholeIndustryPlaysNoPart() {
        assertThat(Slopes.of(COHORT, COHORT.donors, outcome()))
                .containsExactly(new double[] {2, -1, 0.5}, Offset.offset(1e-6));
    }

    @Test
    void thirtyRowsAreNeeded() {
        assertThat(Slopes.of(COHORT, Arrays.copyOf(COHORT.donors, 29), outcome()))
                .containsOnly(0);
    }

    @Test
    void pathsThatDoNotDifferGiveNoSlope() {
        int[] same = new int[40];
        Arrays.fill(same, COHORT.donors[0]);
        assertThat(Slopes.of(COHORT, same, outcome())).containsOnly(0);
    }
}
