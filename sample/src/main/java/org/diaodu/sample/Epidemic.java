package org.diaodu.sample;

import java.util.Map;

/** The share of output left by the epidemic of 2020, and by the local one of January 2021 around 绥化. */
final class Epidemic {
    private static final Map<Integer, Double> DEPTH_2020 =
            Map.of(0, 0.15, 1, 0.11, 2, 0.07, 3, 0.05, 4, 0.04, 5, 0.03, 6, 0.01);
    private static final String SUIHUA = "231200";

    private Epidemic() {}

    static double remaining(Division division, City city, int slot) {
        if (Slots.year(slot) == 2020) {
            return 1 - DEPTH_2020.getOrDefault(Slots.inYear(slot), 0.0) * division.covid();
        }
        boolean localOutbreak = Slots.year(slot) == 2021
                && Slots.inYear(slot) == 0
                && city.code().equals(SUIHUA);
        return localOutbreak ? 1 - 0.06 * division.covid() : 1;
    }
}
