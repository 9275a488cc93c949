package org.diaodu.sample;

/** What a return says about one item; a stock has no years to date and holds NaN there. */
public record Entry(double month, double yearToDate, double monthBase, double yearToDateBase) {

    Entry times(double factor) {
        return new Entry(
                Math.round(month * factor * 10) / 10.0,
                Math.round(yearToDate * factor * 10) / 10.0,
                monthBase,
                yearToDateBase);
    }

    Entry withYearToDate(double yearToDate) {
        return new Entry(month, yearToDate, monthBase, yearToDateBase);
    }
}
