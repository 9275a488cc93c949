package org.diaodu.standards;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The first day of the first lunar month (春节), 1990 to 2050. */
public final class SpringFestival {
    private SpringFestival() {}

    private static final class Bundled {
        private static final Map<Integer, LocalDate> DATES = new HashMap<>();

        static {
            for (String[] row : BundledTable.rows("springfestival.csv", "year,date")) {
                DATES.put(Integer.valueOf(row[0]), WorkdayRow.isoDate(row[1]));
            }
        }
    }

    /**
     * The day in that year.
     *
     * @throws StandardsException {@code SPRING-FESTIVAL-YEARS} outside 1990 to 2050
     */
    public static LocalDate of(int year) {
        LocalDate date = Bundled.DATES.get(year);
        if (date == null) {
            throw new StandardsException(
                    "SPRING-FESTIVAL-YEARS",
                    String.valueOf(year),
                    "春节日期只有 1990—2050 年，不含 " + year + " 年。",
                    "Spring Festival dates are known for 1990 to 2050, not for " + year + ".");
        }
        return date;
    }
}
