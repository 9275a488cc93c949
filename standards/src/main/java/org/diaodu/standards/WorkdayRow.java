package org.diaodu.standards;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** One day on which the calendar departs from Monday to Friday. */
record WorkdayRow(LocalDate date, boolean works) {

    static WorkdayRow of(String[] row) {
        boolean works = row[1].equals("workday_swapped");
        try {
            if (works || row[1].equals("holiday")) return new WorkdayRow(LocalDate.parse(row[0]), works);
        } catch (DateTimeParseException e) {
            throw fault(row);
        }
        throw fault(row);
    }

    private static StandardsException fault(String[] row) {
        String line = String.join(",", row);
        return new StandardsException(
                "TABLE-ROW",
                line,
                "工作日历的一行应为 日期,holiday 或 workday_swapped,名称：" + line,
                "a line of the calendar must be a date, holiday or workday_swapped, and a name: " + line);
    }

    int year() {
        return date.getYear();
    }
}
