package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What should be there by a day (序时进度), and what it takes from then on. Months count whole; of a month that has begun, its days:
 * the end of March is exactly a quarter of the year.
 */
public final class Pace {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Pace() {}

    /** Months from the beginning of a day to the end of another, 3 from 1 January to 31 March; 0 where that is before. */
    public static BigDecimal months(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) return BigDecimal.ZERO;
        return sinceZero(until.plusDays(1)).subtract(sinceZero(from));
    }

    private static BigDecimal sinceZero(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        BigDecimal begun = BigDecimal.valueOf(day.getDayOfMonth() - 1L)
                .divide(BigDecimal.valueOf(month.lengthOfMonth()), EXACT);
        return BigDecimal.valueOf(month.getYear() * 12L + month.getMonthValue()).add(begun);
    }

    /**
     * What should be there by a day, in base units: of a flow the part of the aim that the time passed is of all the time
     * (domain.md §2, 序时进度), of a level that part of the way from its base, of a rate the aim itself.
     *
     * @param aim the end of the aim that counts
     */
    public static BigDecimal expected(
            Course course, BigDecimal base, BigDecimal aim, LocalDate begins, LocalDate due, LocalDate day) {
        if (course == Course.RATE || !day.isBefore(due)) return aim;
        BigDecimal passed = months(begins, day).divide(months(begins, due), EXACT);
        BigDecimal from = course == Course.LEVEL ? base : BigDecimal.ZERO;
        return from.add(aim.subtract(from).multiply(passed, EXACT));
    }

    /** What is missing, spread over the months that are left, in base units; null where none is left. */
    public static @Nullable BigDecimal perMonth(BigDecimal aim, BigDecimal value, LocalDate day, LocalDate due) {
        BigDecimal left = months(day.plusDays(1), due);
        return left.signum() == 0 ? null : aim.subtract(value).divide(left, EXACT);
    }

    /**
     * The growth the rest of the year must have so that the year reaches its aim, all in per cent. Growth is weighted by the base
     * (domain.md §3, {@code g = ΣV/ΣU − 1}), so of the year's base U the months so far are {@code b = U₁/U} and
     *
     * <pre>{@code 1 + G = b·(1 + g) + (1 − b)·(1 + r),  hence  r = (G − b·g) / (1 − b)}</pre>
     *
     * <p>With 7 % for the year and 8.1 % over months that are 24 % of the base: (7 − 0.24·8.1) / 0.76 = 6.65 %.
     *
     * @param basePct {@code 100·b}, the share of the months so far in the year's base
     * @return null where nothing of the year is left
     */
    public static @Nullable BigDecimal restOfYear(BigDecimal aim, BigDecimal soFar, BigDecimal basePct) {
        BigDecimal left = HUNDRED.subtract(basePct);
        if (left.signum() <= 0) return null;
        return aim.multiply(HUNDRED).subtract(basePct.multiply(soFar)).divide(left, EXACT);
    }
}
