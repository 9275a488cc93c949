package org.diaodu.sample;

import java.util.Arrays;

/**
 * What makes the raw province grow as it should: {@code level} multiplies every output of a slot before 2022;
 * {@code rise} multiplies the growth of those enterprises that grow in January–February and in March 2022, and so
 * changes neither who falls nor by how much.
 */
record Calibration(double[] level, double[] rise) {

    static Calibration none() {
        var level = new double[Slots.JAN_FEB_2022];
        Arrays.fill(level, 1);
        return new Calibration(level, new double[] {1, 1});
    }

    /** For an output of 2022 that does not follow from last year's: the level of a year before. */
    double levelAt(int slot) {
        return slot < level.length ? level[slot] : level[slot - Slots.PER_YEAR];
    }

    double riseAt(int slot) {
        return rise[slot - Slots.JAN_FEB_2022];
    }
}
