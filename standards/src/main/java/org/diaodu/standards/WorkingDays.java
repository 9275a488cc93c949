package org.diaodu.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The official working-day calendar: Monday to Friday except holidays, and the Saturdays and Sundays that are worked in
 * exchange (调休). Outside the years it covers a question is refused, unless {@link #assumingWeekends}. Immutable, safe
 * for any number of threads.
 */
public final class WorkingDays {
    private static final String HEADER = "date,kind,name";

    private final LocalDate from;
    private final LocalDate to;
    private final BitSet working;
    private final boolean assumed;

    private WorkingDays(LocalDate from, LocalDate to, BitSet working, boolean assumed) {
        this.from = from;
        this.to = to;
        this.working = working;
        this.assumed = assumed;
    }

    private static final class Bundled {
        private static final WorkingDays CALENDAR = none().with(BundledTable.rows("workdays-cn.csv", HEADER));
    }

    /** The calendar that comes with the platform, 2004 to 2026. */
    public static WorkingDays bundled() {
        return Bundled.CALENDAR;
    }

    private static WorkingDays none() {
        return new WorkingDays(LocalDate.MAX, LocalDate.MIN, new BitSet(), false);
    }

    /**
     * This calendar with the years of another table added or replaced: how a new year's arrangement is brought in. The
     * table's text has the header {@code date,kind,name}, the kind is {@code holiday} or {@code workday_swapped};
     * {@code name} is its file's, for messages.
     *
     * @throws StandardsException {@code TABLE-HEADER}, {@code TABLE-ROW} or {@code CALENDAR-GAP}
     */
    public WorkingDays extendedBy(String table, String name) {
        return with(BundledTable.rows(table.replace("\r", ""), name, HEADER));
    }

    private WorkingDays with(List<String[]> rows) {
        if (rows.isEmpty()) return this;
        var days = new ArrayList<WorkdayRow>(rows.size());
        int firstYear = Integer.MAX_VALUE;
        int lastYear = Integer.MIN_VALUE;
        for (String[] row : rows) {
            var day = WorkdayRow.of(row);
            firstYear = Math.min(firstYear, day.year());
            lastYear = Math.max(lastYear, day.year());
            days.add(day);
        }
        boolean empty = to.isBefore(from);
        if (!empty && (firstYear > to.getYear() + 1 || lastYear < from.getYear() - 1)) {
            throw new StandardsException(
                    "CALENDAR-GAP",
                    firstYear + "-" + lastYear,
                    "工作日历已有 " + covered() + "，新增年份须与之相连。",
                    "the calendar has " + covered() + "; the years added must join it without a gap.");
        }
        LocalDate start = min(empty ? LocalDate.MAX : from, LocalDate.of(firstYear, 1, 1));
        LocalDate end = max(empty ? LocalDate.MIN : to, LocalDate.of(lastYear, 12, 31));
        var joined = new BitSet();
        for (int i = empty ? -1 : index(to, from); i >= 0; i--) joined.set(index(from, start) + i, working.get(i));
        for (int i = index(LocalDate.of(lastYear, 12, 31), start);
                i >= index(LocalDate.of(firstYear, 1, 1), start);
                i--) {
            joined.set(i, !isWeekend(start.toEpochDay() + i));
        }
        for (WorkdayRow day : days) joined.set(index(day.date(), start), day.works());
        return new WorkingDays(start, end, joined, assumed);
    }

    /** This calendar, taking Monday to Friday as working days in years whose arrangement is not published yet. */
    public WorkingDays assumingWeekends() {
        return new WorkingDays(from, to, working, true);
    }

    /** The first day covered by a published arrangement. */
    public LocalDate coveredFrom() {
        return from;
    }

    /** The last day covered by a published arrangement. */
    public LocalDate coveredTo() {
        return to;
    }

    /** Whether the day lies in a year whose arrangement is published. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /**
     * Whether the day is worked.
     *
     * @throws StandardsException {@code CALENDAR-YEARS} for a day outside the covered years
     */
    public boolean isWorkingDay(LocalDate day) {
        if (covers(day)) return working.get(index(day, from));
        if (assumed) return !isWeekend(day.toEpochDay());
        throw new StandardsException(
                "CALENDAR-YEARS",
                day.toString(),
                "工作日历只有 " + covered() + "，不含 " + day + "；请导入该年国务院办公厅节假日安排。",
                "the working-day calendar has " + covered() + ", not " + day
                        + ". Maybe the State Council's arrangement for that year is to be imported.");
    }

    /** The day itself if it is worked, else the next day that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate d = day;
        while (!isWorkingDay(d)) d = d.plusDays(1);
        return d;
    }

    /**
     * The {@code n}-th working day after the day (before it if negative), the day itself not counted; with 0 the day
     * itself, worked or not.
     */
    public LocalDate plus(LocalDate day, int n) {
        LocalDate d = day;
        for (int left = Math.abs(n); left > 0; ) {
            d = d.plusDays(n > 0 ? 1 : -1);
            if (isWorkingDay(d)) left--;
        }
        return d;
    }

    /** How many working days lie after {@code start} up to and including {@code end}; negative if end is earlier. */
    public int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) return -between(end, start);
        int count = 0;
        for (LocalDate d = start.plusDays(1); !d.isAfter(end); d = d.plusDays(1)) {
            if (isWorkingDay(d)) count++;
        }
        return count;
    }

    /** How many days of the period are worked. */
    public int in(Period period) {
        LocalDate beforeFirst = period.first().atDay(1).minusDays(1);
        return between(beforeFirst, period.last().atEndOfMonth());
    }

    private String covered() {
        return from.getYear() + "—" + to.getYear();
    }

    private static boolean isWeekend(long epochDay) {
        return Math.floorMod(epochDay + 3, 7) >= 5; // day 0, 1970-01-01, was a Thursday
    }

    private static int index(LocalDate day, LocalDate start) {
        return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
