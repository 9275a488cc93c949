package org.diaodu.growth.effect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A figure with what chance may have added to it.
 *
 * @param value in points
 * @param lower end of the interval; null where there are too few placebo cases to tell
 * @param upper end of the interval; null as {@code lower}
 * @param pValue how often chance alone is at least as extreme, two-sided, 0 to 1; null as {@code lower}. It is below
 *     1 − level exactly where the interval does not hold 0
 */
public record Estimate(
        double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double pValue) {

    /** Whether the interval holds a figure; also where there is no interval. */
    public boolean holds(double figure) {
        return lower == null || upper == null || (lower <= figure && figure <= upper);
    }

    /** The same in another unit. */
    Estimate times(double factor) {
        return new Estimate(
                value * factor,
                lower == null ? null : (Double) (lower * factor),
                upper == null ? null : (Double) (upper * factor),
                pValue);
    }

    static Estimate without(double value) {
        return new Estimate(value, null, null, null);
    }

    /**
     * The interval that the errors of B placebo draws leave: with α = 1 − level, k = ⌊(B+1)·α/2⌋ and sorted errors
     * e(1) … e(B), it is [value − e(B+1−k), value − e(k)], and p = 2·(1 + the smaller number of errors on one side of
     * the value)/(B+1).
     *
     * <p>Source: the order statistics of split conformal prediction (V. Vovk, A. Gammerman, G. Shafer, Algorithmic
     * Learning in a Random World, 2005) and the Monte Carlo p-value (B. Phipson, G. Smyth, Permutation P-values should
     * never be zero, Stat. Appl. Genet. Mol. Biol. 9, 2010, article 39).
     *
     * @param errors in points; those that are NaN are left out
     */
    static Estimate of(double value, double[] errors, double level) {
        double[] sorted = Arrays.stream(errors)
                .filter(error -> !Double.isNaN(error))
                .sorted()
                .toArray();
        int k = (int) Math.floor((sorted.length + 1) * (1 - level) / 2 + 1e-9);
        if (k < 1 || Double.isNaN(value)) return without(value);
        long below = Arrays.stream(sorted).filter(error -> error <= value).count();
        long above = Arrays.stream(sorted).filter(error -> error >= value).count();
        return new Estimate(
                value,
                value - sorted[sorted.length - k],
                value - sorted[k - 1],
                Math.min(1, 2.0 * (1 + Math.min(below, above)) / (sorted.length + 1)));
    }
}
