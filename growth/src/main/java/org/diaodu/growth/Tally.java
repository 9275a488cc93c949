package org.diaodu.growth;

import java.util.Arrays;

/** The sums of cells: everything growth, contribution, price, scope and suppression of a cell are computed from. */
final class Tally {
    private final Sums value;
    private final Sums base;
    private final Sums nominal;
    private final Sums filed;
    private final Sums[] baseNotFiled = new Sums[Status.values().length];
    private final Sums newValue;
    private int[] enterprises;
    private int[][] moved;
    private double[] largestValue;
    private double[] largestBase;

    Tally(int cells) {
        value = new Sums(cells);
        base = new Sums(cells);
        nominal = new Sums(cells);
        filed = new Sums(cells);
        newValue = new Sums(cells);
        Arrays.setAll(baseNotFiled, _ -> new Sums(cells));
        enterprises = new int[cells];
        moved = new int[Status.values().length][cells];
        largestValue = new double[cells];
        largestBase = new double[cells];
    }

    /** Adds one row of the amounts to a cell. */
    void add(int cell, Amounts amounts, int row) {
        reserve(cell);
        double v = amounts.value[row];
        double u = amounts.base[row];
        double w = amounts.filed[row];
        value.add(cell, v);
        base.add(cell, u);
        nominal.add(cell, amounts.nominal[row]);
        filed.add(cell, w);
        Status status = amounts.observations.status(row);
        if (status != Status.EXIT) enterprises[cell]++;
        if (u != w || status != Status.CONTINUING) {
            moved[status.ordinal()][cell]++;
            if (status == Status.NEW_PLANT) newValue.add(cell, v);
            else baseNotFiled[status.ordinal()].add(cell, u - w);
        }
        largestValue[cell] = Math.max(largestValue[cell], v);
        largestBase[cell] = Math.max(largestBase[cell], u);
    }

    /** Adds all that another's cell holds. */
    void addFrom(int cell, Tally other, int otherCell) {
        reserve(cell);
        value.addFrom(cell, other.value, otherCell);
        base.addFrom(cell, other.base, otherCell);
        nominal.addFrom(cell, other.nominal, otherCell);
        filed.addFrom(cell, other.filed, otherCell);
        newValue.addFrom(cell, other.newValue, otherCell);
        enterprises[cell] += other.enterprises[otherCell];
        for (int s = 0; s < moved.length; s++) {
            baseNotFiled[s].addFrom(cell, other.baseNotFiled[s], otherCell);
            moved[s][cell] += other.moved[s][otherCell];
        }
        largestValue[cell] = Math.max(largestValue[cell], other.largestValue[otherCell]);
        largestBase[cell] = Math.max(largestBase[cell], other.largestBase[otherCell]);
    }

    Totals of(int cell) {
        return new Totals(
                enterprises[cell],
                base.of(cell),
                value.of(cell),
                nominal.of(cell),
                filed.of(cell),
                baseNotFiled[Status.ENTRY.ordinal()].of(cell),
                baseNotFiled[Status.EXIT.ordinal()].of(cell),
                baseNotFiled[Status.CONTINUING.ordinal()].of(cell),
                newValue.of(cell),
                moved[Status.ENTRY.ordinal()][cell],
                moved[Status.EXIT.ordinal()][cell],
                moved[Status.CONTINUING.ordinal()][cell],
                moved[Status.NEW_PLANT.ordinal()][cell],
                largestValue[cell],
                largestBase[cell]);
    }

    private void reserve(int cell) {
        if (cell < enterprises.length) return;
        int more = Math.max(cell + 1, enterprises.length * 2);
        enterprises = Arrays.copyOf(enterprises, more);
        Arrays.setAll(moved, s -> Arrays.copyOf(moved[s], more));
        largestValue = Arrays.copyOf(largestValue, more);
        largestBase = Arrays.copyOf(largestBase, more);
    }
}
