package org.diaodu.lake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One row of a query's result, valid only while it is being read; columns count from 0. */
public interface Row {

    boolean isNull(int column);

    @Nullable
    String text(int column);

    /** The number in the column; NaN where the cell is null. */
    double real(int column);

    /** The whole number in the column; 0 where the cell is null. */
    long whole(int column);

    /** Whether the cell is true; false where it is null. */
    boolean flag(int column);

    @Nullable
    BigDecimal decimal(int column);

    @Nullable
    LocalDate date(int column);

    /** A date and time without zone. */
    @Nullable
    LocalDateTime dateTime(int column);

    /** The position of the column with this name. */
    int column(String name);

    default @Nullable String text(String name) {
        return text(column(name));
    }

    default double real(String name) {
        return real(column(name));
    }

    default long whole(String name) {
        return whole(column(name));
    }

    default boolean flag(String name) {
        return flag(column(name));
    }

    default @Nullable BigDecimal decimal(String name) {
        return decimal(column(name));
    }

    default @Nullable LocalDate date(String name) {
        return date(column(name));
    }
}
