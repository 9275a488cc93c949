package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/**
 * The sums of one cell. {@code entryBase}, {@code exitBase} and {@code restatedBase} are Σ(U − W), the like-for-like
 * base less the base as filed, of entries, exits and continuing enterprises; {@code newValue} is the value of new
 * plants; the four counts say how many enterprises stand behind each.
 */
record Totals(
        int enterprises,
        double base,
        double value,
        double nominal,
        double filed,
        double entryBase,
        double exitBase,
        double restatedBase,
        double newValue,
        int entries,
        int exits,
        int restatements,
        int newPlants,
        double largestValue,
        double largestBase) {

    /** Growth at comparable prices, in per cent; null without a base. */
    @Nullable
    Double growthPct() {
        return pointsOf(value - base, base);
    }

    @Nullable
    Double nominalPct() {
        return pointsOf(nominal - base, base);
    }

    /** What the cell adds to the growth of a total with the given base, in points. */
    @Nullable
    Double contributionPp(double totalBase) {
        return pointsOf(value - base, totalBase);
    }

    @Nullable
    Double pricePp(double totalBase) {
        return pointsOf(nominal - value, totalBase);
    }

    /** The share in per cent that a part with the given V − U has in this total's growth; null where that is 0. */
    @Nullable
    Double shareOfGrowthPct(double difference) {
        return base == 0 || isStill() ? null : (Double) (difference / (value - base) * 100);
    }

    /** Whether value and base are the same but for rounding: growth under 1e-10 points. */
    private boolean isStill() {
        return Math.abs(value - base) <= 1e-12 * Math.abs(base);
    }

    /** How the ratio of published levels differs from growth in this cell. */
    Scope scope() {
        return Scope.of(this);
    }

    /**
     * What the cell adds to a total's published ratio less its growth, in points:
     * V_T/(U_T·W_T) · (U − W) · 100; adds up over the cells of a partition.
     */
    @Nullable
    Double scopePp(Totals total) {
        if (total.base == 0 || total.filed == 0) return null;
        return (base - filed) / total.base * (total.value / total.filed) * 100;
    }

    /** The larger of the largest enterprise's shares in value and in base, 0 to 1. */
    double largestShare() {
        return Math.max(value > 0 ? largestValue / value : 0, base > 0 ? largestBase / base : 0);
    }

    private static @Nullable Double pointsOf(double part, double whole) {
        return whole == 0 ? null : part / whole * 100;
    }
}
