package org.diaodu.growth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contributions worked out from a published table, where only growth rates or indices and shares or weights are known.
 * What the parts miss the published growth by (rounding, weights of another year, parts not published) is
 * {@code residualPp}, a row of its own: {@code growthPct = Σ contributionPp + residualPp}.
 *
 * @param growthPct the published growth of the total, or the computed one where none is published, per cent
 * @param residualPp growth less the sum of the contributions, points
 * @param missing codes of the parts without figures; what they add is in the residual
 */
public record PublishedContributions(double growthPct, List<Row> rows, double residualPp, List<String> missing) {

    /** One part: its share in the base period and growth in per cent, its contribution in points. */
    public record Row(String code, String name, double baseSharePct, double growthPct, double contributionPp) {}

    /** A part's published growth and its share in the total, both in per cent. */
    public record Rate(String code, String name, double sharePct, double growthPct) {}

    /** A part's index in this and in the base period, its weight in per cent; NaN where it is not published. */
    public record Index(String code, String name, double weightPct, double now, double before) {}

    /**
     * From growth rates and shares of this period: the share in the base period is {@code w0 = w1·(1+G)/(1+g)}, as the
     * part grew by g while the total grew by G, and the contribution {@code w0·g}.
     *
     * @throws IllegalArgumentException if a part fell by 100 %: its share of now does not tell its share of then
     */
    public static PublishedContributions ofCurrentShares(double totalGrowthPct, List<Rate> rates) {
        return ofBaseShares(
                totalGrowthPct,
                rates.stream()
                        .map(rate -> new Rate(
                                rate.code(), rate.name(), baseSharePct(rate, totalGrowthPct), rate.growthPct()))
                        .toList());
    }

    private static double baseSharePct(Rate rate, double totalGrowthPct) {
        if (!(rate.growthPct() <= -100)) return rate.sharePct() * (100 + totalGrowthPct) / (100 + rate.growthPct());
        throw new IllegalArgumentException(rate.code() + " " + rate.name() + " fell by " + -rate.growthPct()
                + " %: its present share does not tell its share before. Maybe give the base period's shares");
    }

    /** From growth rates and shares of the base period: the contribution is {@code w0·g}. */
    public static PublishedContributions ofBaseShares(double totalGrowthPct, List<Rate> rates) {
        var rows = new ArrayList<Row>();
        var missing = new ArrayList<String>();
        for (Rate rate : rates) {
            double contributionPp = rate.sharePct() * rate.growthPct() / 100;
            if (Double.isNaN(contributionPp)) missing.add(rate.code());
            else {
                rows.add(new Row(rate.code(), rate.name(), rate.sharePct(), rate.growthPct(), contributionPp));
            }
        }
        return of(totalGrowthPct, rows, missing);
    }

    /**
     * From volume indices of one reference year and that year's weights: with the total's index A = Σ w·I, the
     * contribution is {@code w·(I1 − I0)/A0·100}. Where the total's indices are not published, give NaN: they are then
     * computed from the parts that have both.
     */
    public static PublishedContributions ofIndices(double totalNow, double totalBefore, List<Index> indices) {
        var known = new ArrayList<Index>();
        var missing = new ArrayList<String>();
        for (Index index : indices) {
            if (Double.isNaN(index.now()) || Double.isNaN(index.before())) missing.add(index.code());
            else known.add(index);
        }
        boolean published = !Double.isNaN(totalNow) && !Double.isNaN(totalBefore);
        double now = published ? totalNow : weighted(known, true);
        double before = published ? totalBefore : weighted(known, false);
        List<Row> rows = known.stream()
                .map(index -> new Row(
                        index.code(),
                        index.name(),
                        index.weightPct() * index.before() / before,
                        (index.now() - index.before()) / index.before() * 100,
                        index.weightPct() * (index.now() - index.before()) / before))
                .toList();
        return of((now - before) / before * 100, rows, missing);
    }

    private static double weighted(List<Index> indices, boolean now) {
        var sum = new Sums(1);
        for (Index index : indices) sum.add(0, index.weightPct() / 100 * (now ? index.now() : index.before()));
        return sum.of(0);
    }

    static PublishedContributions of(double growthPct, List<Row> rows, List<String> missing) {
        var sum = new Sums(1);
        sum.add(0, growthPct);
        for (Row row : rows) sum.add(0, -row.contributionPp());
        return new PublishedContributions(growthPct, List.copyOf(rows), sum.of(0), List.copyOf(missing));
    }

    /** The same parts against another total growth, such as the published one; null keeps this. */
    PublishedContributions against(@Nullable Double publishedPct) {
        return publishedPct == null ? this : of(publishedPct, rows, missing);
    }
}
