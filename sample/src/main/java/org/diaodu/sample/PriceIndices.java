package org.diaodu.sample;

import java.util.List;
import java.util.Map;

/**
 * Producer price indices by division and slot, same period last year = 100, one decimal as published; and the price
 * level that follows from chaining them, 2018 = 1.
 */
final class PriceIndices {
    private final double[][] index;
    private final double[][] level;

    PriceIndices(Draws draws, List<Division> divisions) {
        Map<String, double[]> profiles = Table.series("prices.csv");
        index = new double[divisions.size()][Slots.COUNT];
        level = new double[divisions.size()][Slots.COUNT];
        for (Division division : divisions) {
            double[] quarters = profiles.get(division.prices());
            if (quarters == null) {
                throw new IllegalStateException("no price profile " + division.prices());
            }
            fill(division, quarters, draws);
        }
    }

    private void fill(Division division, double[] quarters, Draws draws) {
        int d = division.index();
        for (int slot = 0; slot < Slots.COUNT; slot++) {
            if (slot < Slots.FIRST_FILED) {
                index[d][slot] = 100;
                level[d][slot] = 1;
                continue;
            }
            double change = division.priceAmplitude() * at(quarters, slot)
                    + 0.25 * draws.normal(Trait.PRICE, d, slot) * Math.min(1, division.priceAmplitude());
            index[d][slot] = Math.round((100 + change) * 10) / 10.0;
            level[d][slot] = level[d][slot - Slots.PER_YEAR] * index[d][slot] / 100;
        }
    }

    /** Between the middles of the quarters a straight line. */
    private static double at(double[] quarters, int slot) {
        double month = Slots.inYear(slot) == 0 ? 1.5 : Slots.lastMonth(slot);
        double place = (Slots.year(slot) - 2019) * 4 + (month - 2) / 3;
        if (place <= 0) {
            return quarters[0];
        }
        int left = Math.min((int) place, quarters.length - 1);
        int right = Math.min(left + 1, quarters.length - 1);
        return quarters[left] + (quarters[right] - quarters[left]) * (place - left);
    }

    double index(Division division, int slot) {
        return index[division.index()][slot];
    }

    double level(Division division, int slot) {
        return level[division.index()][slot];
    }
}
