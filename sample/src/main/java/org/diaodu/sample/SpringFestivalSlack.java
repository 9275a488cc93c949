package org.diaodu.sample;

import java.time.LocalDate;
import org.diaodu.standards.SpringFestival;

/**
 * The share of output left by Spring Festival: work slackens from 5 days before to 18 days after its first day; the
 * later the festival, the more of that falls into March.
 */
final class SpringFestivalSlack {
    private static final double SLACK = 0.3;
    private static final int BEFORE = 5;
    private static final int AFTER = 18;

    private SpringFestivalSlack() {}

    static double remaining(int slot, Division division) {
        if (Slots.inYear(slot) > 1) {
            return 1;
        }
        LocalDate first = SpringFestival.of(Slots.year(slot));
        LocalDate march = LocalDate.of(first.getYear(), 3, 1);
        long inMarch = Math.max(0, first.plusDays(AFTER + 1).toEpochDay() - march.toEpochDay());
        long days = Slots.inYear(slot) == 1 ? inMarch : BEFORE + AFTER + 1 - inMarch;
        double length = Slots.inYear(slot) == 1 ? 31 : 59;
        return 1 - SLACK * Math.min(1.2, division.covid()) * days / length;
    }
}
