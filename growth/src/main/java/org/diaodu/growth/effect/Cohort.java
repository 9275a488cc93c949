package org.diaodu.growth.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every enterprise as seen from one period of opening: its path before (the last period, the rest of "before", the
 * history; growth in per cent), its change afterwards, and whether it may serve as a neighbour.
 */
final class Cohort {
    static final int PATH = 3;

    final Panel panel;
    final Design design;
    /** The column of opening. */
    final int opened;
    /** How many of the periods after are there by now. */
    final int after;
    /** By row; NaN where it cannot be told. */
    final double[][] path;

    final double[] beforePct;
    final double[] afterPct;
    final double[] earlierPct;
    /** After less before, points: the outcome. */
    final double[] change;
    /** Earlier less before, points: an outcome no case can have touched. */
    final double[] earlierChange;
    /** Rows that may serve as neighbours. */
    final int[] donors;
    /** Robust standard deviation of each path figure among all enterprises. */
    final double[] scale = new double[PATH];

    private final Openings openings;

    Cohort(Panel panel, Design design, int opened, Openings openings) {
        this.panel = panel;
        this.design = design;
        this.opened = opened;
        this.openings = openings;
        after = Math.min(design.after(), panel.periods().size() - 1 - opened);
        int history = opened - design.before() - design.history();
        int rows = panel.enterprises();
        path = new double[rows][];
        for (int row = 0; row < rows; row++) {
            path[row] = new double[] {
                growth(row, opened - 1, opened - 1),
                growth(row, opened - design.before(), opened - 2),
                growth(row, history, opened - design.before() - 1)
            };
        }
        beforePct = growths(opened - design.before(), opened - 1);
        afterPct = growths(opened + 1, opened + after);
        earlierPct = growths(history - design.earlier(), history - 1);
        change = less(afterPct, beforePct);
        earlierChange = less(earlierPct, beforePct);
        donors = IntStream.range(0, rows).filter(this::mayServe).toArray();
        for (int figure = 0; figure < PATH; figure++) scale[figure] = scale(figure);
    }

    private double growth(int row, int from, int to) {
        double growth = panel.growthPct(row, from, to);
        return Math.min(design.capPp(), growth);
    }

    private double[] growths(int from, int to) {
        return IntStream.range(0, panel.enterprises())
                .mapToDouble(row -> growth(row, from, to))
                .toArray();
    }

    private static double[] less(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /** No case shortly before or now; a case later is allowed, or the future would choose the neighbours. */
    private boolean mayServe(int row) {
        return hasPath(row)
                && !Double.isNaN(change[row])
                && !openings.any(row, opened - design.before() - design.history(), opened);
    }

    boolean hasPath(int row) {
        return Arrays.stream(path[row]).noneMatch(Double::isNaN);
    }

    boolean openedLater(int row) {
        return openings.any(row, opened + 1, opened + after);
    }

    /** Why the case of a row cannot be measured, as far as its own returns tell. */
    Unmeasured.@Nullable Reason obstacle(int row) {
        int history = opened - design.before() - design.history();
        if (openings.any(row, history, opened - 1)) return Unmeasured.Reason.EARLIER_CASE;
        if (after < 1) return Unmeasured.Reason.TOO_EARLY;
        if (!hasPath(row)) {
            boolean filed = panel.filed(row, opened - 1, opened - 1)
                    && panel.filed(row, opened - design.before(), opened - 2)
                    && panel.filed(row, history, opened - design.before() - 1);
            return filed ? Unmeasured.Reason.NO_BASE : Unmeasured.Reason.NO_HISTORY;
        }
        if (!Double.isNaN(change[row])) return null;
        return panel.filed(row, opened + 1, opened + after)
                ? Unmeasured.Reason.NO_BASE
                : Unmeasured.Reason.NO_RETURNS_AFTER;
    }

    /** Interquartile range ÷ 1.349, which is the standard deviation of a normal; 1 point at least. */
    private double scale(int figure) {
        double[] sorted = Arrays.stream(path)
                .mapToDouble(x -> x[figure])
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        if (sorted.length == 0) return 1;
        return Math.max(1, (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]) / 1.349);
    }
}
