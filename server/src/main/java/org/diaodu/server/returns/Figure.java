package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a return says about one item: the month and the year to date, this year and last year's restated; a stock has only
 * {@code month} and {@code monthBase}. Amounts are in the item's unit. {@code baseReason} says why a base differs from what
 * was filed last year.
 */
public record Figure(
        @Nullable BigDecimal month,
        @Nullable BigDecimal yearToDate,
        @Nullable BigDecimal monthBase,
        @Nullable BigDecimal yearToDateBase,
        @Nullable String baseReason) {

    /** Nothing filed. */
    public static final Figure NONE = new Figure(null, null, null, null, null);

    public static Figure of(double month, double yearToDate, double monthBase, double yearToDateBase) {
        return new Figure(
                thousandths(month), thousandths(yearToDate), thousandths(monthBase), thousandths(yearToDateBase), null);
    }

    public static Figure stock(double value, double base) {
        return new Figure(thousandths(value), null, thousandths(base), null, null);
    }

    public Figure withReason(@Nullable String reason) {
        return new Figure(month, yearToDate, monthBase, yearToDateBase, reason);
    }

    public @Nullable BigDecimal value(Column column) {
        return switch (column) {
            case MONTH -> month;
            case YEAR_TO_DATE -> yearToDate;
            case MONTH_BASE -> monthBase;
            case YEAR_TO_DATE_BASE -> yearToDateBase;
        };
    }

    boolean isEmpty() {
        return month == null && yearToDate == null && monthBase == null && yearToDateBase == null;
    }

    /** Equal in value whatever the number of trailing zeros. */
    boolean sameAs(Figure other) {
        for (Column column : Column.values()) {
            if (!same(value(column), other.value(column))) {
                return false;
            }
        }
        return Objects.equals(baseReason, other.baseReason);
    }

    static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    private static BigDecimal thousandths(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3);
    }
}
