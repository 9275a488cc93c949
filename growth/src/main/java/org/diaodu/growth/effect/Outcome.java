package org.diaodu.growth.effect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An outcome of every enterprise of a cohort, and its contrast with that of neighbours, less what the difference that is
 * left between their paths would make. With M neighbours J and slopes b,
 *
 * <pre>
 *   contrast = yᵢ − Σ_J yⱼ/M − adjustment,   adjustment = Σₖ bₖ·(xᵢₖ − Σ_J xⱼₖ/M)
 *            = rᵢ − Σ_J rⱼ/M,                r = y − Σₖ bₖ·xₖ
 * </pre>
 *
 * <p>Source: A. Abadie, G. Imbens, Bias-corrected matching estimators for average treatment effects, J. Bus. Econ.
 * Stat. 29 (2011), 1–11, section 3; on changes from before to after as in J. Heckman, H. Ichimura, P. Todd, Matching as
 * an econometric evaluation estimator, Rev. Econ. Stud. 64 (1997), 605–654.
 */
final class Outcome {
    private final Cohort cohort;
    private final double[] slopes;
    /** r, by row; NaN where the outcome or the path is. */
    private final double[] rest;

    /** @param near the rows the slopes are fitted on */
    Outcome(Cohort cohort, double[] outcome, int[] near) {
        this.cohort = cohort;
        slopes = Slopes.of(cohort, near, outcome);
        rest = IntStream.range(0, outcome.length)
                .mapToDouble(row -> outcome[row] - sum(cohort.path[row]))
                .toArray();
    }

    private double sum(double[] path) {
        double sum = 0;
        for (int k = 0; k < Cohort.PATH; k++) sum += slopes[k] * path[k];
        return sum;
    }

    /** Points; neighbours whose outcome is NaN are left out, and none left makes the contrast NaN. */
    double contrast(int row, int[] neighbours) {
        double sum = 0;
        int known = 0;
        for (int neighbour : neighbours) {
            if (Double.isNaN(rest[neighbour])) continue;
            sum += rest[neighbour];
            known++;
        }
        return rest[row] - sum / known;
    }

    /** Points, over neighbours that all have the outcome. */
    double adjustment(int row, int[] neighbours) {
        return sum(cohort.path[row])
                - Arrays.stream(neighbours)
                        .mapToDouble(neighbour -> sum(cohort.path[neighbour]))
                        .average()
                        .orElse(Double.NaN);
    }
}
