package org.diaodu.sample;

import java.util.List;
import java.util.stream.IntStream;
import org.diaodu.standards.Period;

/**
 * The reporting periods of the sample, counted from January–February 2018: eleven a year, January and February being
 * one. 2018 is only a base; returns begin in 2019 and end with March 2022.
 */
public final class Slots {
    public static final int PER_YEAR = 11;
    static final int FIRST_YEAR = 2018;
    public static final int FIRST_FILED = PER_YEAR;
    static final int JAN_FEB_2022 = 4 * PER_YEAR;
    public static final int MARCH_2022 = JAN_FEB_2022 + 1;
    public static final int COUNT = MARCH_2022 + 1;

    /** Months from January 2019 to March 2022. */
    public static final int MONTHS = 39;

    private Slots() {}

    public static int year(int slot) {
        return FIRST_YEAR + slot / PER_YEAR;
    }

    /** 0 for January–February, 1 for March, … 10 for December. */
    public static int inYear(int slot) {
        return slot % PER_YEAR;
    }

    static int firstOfYear(int slot) {
        return slot - inYear(slot);
    }

    /** The month a return is for, February standing for January–February. */
    public static int lastMonth(int slot) {
        return inYear(slot) + 2;
    }

    public static Period month(int slot) {
        return inYear(slot) == 0 ? Period.janFeb(year(slot)) : Period.month(year(slot), lastMonth(slot));
    }

    public static Period yearToDate(int slot) {
        return Period.yearToDate(year(slot), lastMonth(slot));
    }

    /** The reporting periods that end within the last {@code months} months up to March 2022, oldest first. */
    public static List<Integer> lastMonths(int months) {
        int oldest = 2022 * 12 + 2 - (months - 1);
        return IntStream.range(FIRST_FILED, COUNT)
                .filter(slot -> year(slot) * 12 + lastMonth(slot) - 1 >= oldest)
                .boxed()
                .toList();
    }
}
