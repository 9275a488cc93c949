package org.diaodu.growth;

import java.util.Arrays;

/**
 * Compensated sums, one a cell. Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen, ZAMM 54 (1974), 39–51: the rounding error of each addition is carried along and added once at the end.
 */
final class Sums {
    private double[] sum;
    private double[] lost;

    Sums(int cells) {
        sum = new double[cells];
        lost = new double[cells];
    }

    void add(int cell, double figure) {
        if (cell >= sum.length) {
            sum = Arrays.copyOf(sum, Math.max(cell + 1, sum.length * 2));
            lost = Arrays.copyOf(lost, sum.length);
        }
        double before = sum[cell];
        double after = before + figure;
        lost[cell] += Math.abs(before) >= Math.abs(figure) ? (before - after) + figure : (figure - after) + before;
        sum[cell] = after;
    }

    /** Adds another's cell without losing what it carries. */
    void addFrom(int cell, Sums other, int otherCell) {
        if (otherCell >= other.sum.length) return;
        add(cell, other.sum[otherCell]);
        lost[cell] += other.lost[otherCell];
    }

    double of(int cell) {
        return cell < sum.length ? sum[cell] + lost[cell] : 0;
    }

    static double of(double[] figures) {
        var sums = new Sums(1);
        for (double figure : figures) sums.add(0, figure);
        return sums.of(0);
    }
}
