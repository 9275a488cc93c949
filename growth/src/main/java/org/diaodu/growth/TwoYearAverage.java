package org.diaodu.growth;

/** Average growth over two years, as published for 2021 to take out the low base of 2020: √((1+g1)(1+g2)) − 1. */
public final class TwoYearAverage {
    private TwoYearAverage() {}

    /**
     * The average in per cent of two years' growth in per cent.
     *
     * @throws IllegalArgumentException if a rate is below −100 %: nothing falls by more than all
     */
    public static double pct(double lastYearPct, double thisYearPct) {
        if (!(lastYearPct >= -100) || !(thisYearPct >= -100)) {
            throw new IllegalArgumentException(
                    "growth below -100 %: " + lastYearPct + ", " + thisYearPct + ". Maybe the base is negative");
        }
        return (Math.sqrt((1 + lastYearPct / 100) * (1 + thisYearPct / 100)) - 1) * 100;
    }
}
