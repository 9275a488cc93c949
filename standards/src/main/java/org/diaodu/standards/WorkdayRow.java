package org.diaodu.standards;

import java.time.DateTimeException;
import java.time.LocalDate;

/** One day on which the calendar departs from Monday to Friday. */
record WorkdayRow(LocalDate date, boolean works) {

    static WorkdayRow of(String[] row) {
        boolean works = row[1].equals("workday_swapped");
        try {
            if (works || row[1].equals("holiday")) return new WorkdayRow(isoDate(row[0]), works);
        } catch (DateTimeException | NumberFormatException e) {
            throw fault(row);
        }
        throw fault(row);
    }

    /** As LocalDate.parse, without waking the formatter: this runs at start. */
    static LocalDate isoDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("not a date: " + text);
        }
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    private static StandardsException fault(String[] row) {
        String line = String.join(",", row);
        return new StandardsException(
                "TABLE-ROW",
                line,
                "工作日历的一行应为 日期，holiday 或 workday_swapped，名称：" + line,
                "a line of the calendar must be a date, holiday or workday_swapped, and a name: " + line);
    }

    int year() {
        return date.getYear();
    }
}
