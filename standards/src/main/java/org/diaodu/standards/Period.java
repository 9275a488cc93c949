package org.diaodu.standards;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A span of months that figures are given for: an immutable value with a month, January–February, year-to-date, quarter
 * or year. {@code number} is the month of a MONTH, the last month of a YEAR_TO_DATE (JAN_FEB: always 2), the quarter of
 * a QUARTER and 0 for a YEAR.
 *
 * <p>Equal spans of the year-to-date kind have one value: {@code yearToDate(y, 2)} is {@code janFeb(y)}, and
 * {@code yearToDate(y, 1)} is {@code month(y, 1)}. The order is by last month, the shorter span first.
 */
public record Period(Kind kind, int year, int number) implements Comparable<Period> {
    private static final Comparator<Period> ORDER = Comparator.comparing(Period::last)
            .thenComparing(Period::first, Comparator.reverseOrder())
            .thenComparing(Period::kind);

    /** What a period spans. */
    public enum Kind {
        MONTH(12),
        JAN_FEB(1),
        YEAR_TO_DATE(10),
        QUARTER(4),
        YEAR(1);

        private final int perYear;

        Kind(int perYear) {
            this.perYear = perYear;
        }
    }

    public Period {
        if (kind == Kind.YEAR_TO_DATE && (number == 1 || number == 2)) {
            kind = number == 1 ? Kind.MONTH : Kind.JAN_FEB;
        }
        boolean fits = switch (kind) {
            case MONTH -> number >= 1 && number <= 12;
            case JAN_FEB -> number == 2;
            case YEAR_TO_DATE -> number >= 3 && number <= 12;
            case QUARTER -> number >= 1 && number <= 4;
            case YEAR -> number == 0;
        };
        if (!fits || year < 1900 || year > 2999) {
            String value = kind + " " + year + "/" + number;
            throw new StandardsException(
                    "PERIOD-RANGE",
                    value,
                    "没有这样的时期：" + value + "；年份应在 1900—2999 之间，月份 1—12，季度 1—4。",
                    "no such period: " + value
                            + ". Maybe the month (1–12), quarter (1–4) or year (1900–2999) is mistyped.");
        }
    }

    public static Period month(int year, int month) {
        return new Period(Kind.MONTH, year, month);
    }

    public static Period month(YearMonth month) {
        return month(month.getYear(), month.getMonthValue());
    }

    public static Period janFeb(int year) {
        return new Period(Kind.JAN_FEB, year, 2);
    }

    /** January to the given month; to February it is {@link #janFeb}, to January the month itself. */
    public static Period yearToDate(int year, int lastMonth) {
        return new Period(Kind.YEAR_TO_DATE, year, lastMonth);
    }

    public static Period quarter(int year, int quarter) {
        return new Period(Kind.QUARTER, year, quarter);
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, year, 0);
    }

    /**
     * Reads {@code 2022-03}, {@code 2022-01..2022-03}, {@code 2022-Q1}, {@code 2022}, and what people write: 2022年3月,
     * 2022年1—3月, 2022年一季度, 2022年上半年, 2022年前三季度, in half or full width with any dash.
     *
     * @throws StandardsException {@code PERIOD-FORM} or {@code PERIOD-RANGE}
     */
    public static Period parse(String text) {
        return PeriodText.parse(text);
    }

    /** The first month of the span. */
    public YearMonth first() {
        return switch (kind) {
            case MONTH -> YearMonth.of(year, number);
            case QUARTER -> YearMonth.of(year, number * 3 - 2);
            case JAN_FEB, YEAR_TO_DATE, YEAR -> YearMonth.of(year, 1);
        };
    }

    /** The last month of the span. */
    public YearMonth last() {
        return YearMonth.of(
                year,
                switch (kind) {
                    case MONTH, JAN_FEB, YEAR_TO_DATE -> number;
                    case QUARTER -> number * 3;
                    case YEAR -> 12;
                });
    }

    /** How many months the span has. */
    public int months() {
        return last().getMonthValue() - first().getMonthValue() + 1;
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(first()) && !month.isAfter(last());
    }

    public Period samePeriodLastYear() {
        return new Period(kind, year - 1, number);
    }

    /** The next period of the same kind; after January–December comes next year's January–March. */
    public Period next() {
        return plus(1);
    }

    public Period previous() {
        return plus(-1);
    }

    /** The period {@code n} steps of the same kind later (earlier if negative). */
    public Period plus(int n) {
        int steps = Math.addExact(year * kind.perYear + number - firstNumber(), n);
        return new Period(kind, Math.floorDiv(steps, kind.perYear), Math.floorMod(steps, kind.perYear) + firstNumber());
    }

    private int firstNumber() {
        return switch (kind) {
            case MONTH, QUARTER -> 1;
            case JAN_FEB -> 2;
            case YEAR_TO_DATE -> 3;
            case YEAR -> 0;
        };
    }

    /** Whether a return is filed for this very period: March to December, and January–February as one. */
    public boolean isReporting() {
        return kind == Kind.JAN_FEB || (kind == Kind.MONTH && number >= 3);
    }

    /** The period whose return completes this one: its last month, or January–February. */
    public Period reporting() {
        int month = last().getMonthValue();
        return month <= 2 ? janFeb(year) : month(year, month);
    }

    /** The reporting period after the one this period is filed in. */
    public Period nextReporting() {
        return plusReporting(1);
    }

    /** The reporting period before the one this period is filed in. */
    public Period previousReporting() {
        return plusReporting(-1);
    }

    /** The reporting period {@code n} steps after (before if negative) the one this period is filed in; 11 a year. */
    public Period plusReporting(int n) {
        int steps = Math.addExact(year * 11 + Math.max(0, last().getMonthValue() - 2), n);
        int month = Math.floorMod(steps, 11) + 2;
        int ofYear = Math.floorDiv(steps, 11);
        return month == 2 ? janFeb(ofYear) : month(ofYear, month);
    }

    /** January to this period's last month (January–February at least). */
    public Period toYearToDate() {
        return yearToDate(year, Math.max(2, last().getMonthValue()));
    }

    /** All reporting periods from that of {@code first} to that of {@code last}, both included. */
    public static List<Period> reportingFrom(Period first, Period last) {
        var periods = new ArrayList<Period>();
        Period end = last.reporting();
        for (Period p = first.reporting(); p.compareTo(end) <= 0; p = p.nextReporting()) periods.add(p);
        return List.copyOf(periods);
    }

    /** The ISO form: 2022-03, 2022-01..2022-03, 2022-Q1 or 2022. */
    public String iso() {
        return switch (kind) {
            case MONTH -> first().toString();
            case JAN_FEB, YEAR_TO_DATE -> first() + ".." + last();
            case QUARTER -> year + "-Q" + number;
            case YEAR -> String.valueOf(year);
        };
    }

    /** The form on screen and in print: 2022年3月, 2022年1—3月, 2022年一季度 or 2022年. */
    public String chinese() {
        return year
                + switch (kind) {
                    case MONTH -> "年" + number + "月";
                    case JAN_FEB, YEAR_TO_DATE -> "年1—" + number + "月";
                    case QUARTER -> "年" + "一二三四".charAt(number - 1) + "季度";
                    case YEAR -> "年";
                };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return iso();
    }
}
