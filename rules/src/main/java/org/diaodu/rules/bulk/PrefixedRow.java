package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.diaodu.lake.Row;
import org.jspecify.annotations.Nullable;

/** A row seen by one of the two rules whose columns it holds. */
record PrefixedRow(Row row, String prefix) implements Row {

    @Override
    public int column(String name) {
        return row.column(prefix + name);
    }

    @Override
    public boolean isNull(int column) {
        return row.isNull(column);
    }

    @Override
    public @Nullable String text(int column) {
        return row.text(column);
    }

    @Override
    public double real(int column) {
        return row.real(column);
    }

    @Override
    public long whole(int column) {
        return row.whole(column);
    }

    @Override
    public boolean flag(int column) {
        return row.flag(column);
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        return row.decimal(column);
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return row.date(column);
    }

    @Override
    public @Nullable LocalDateTime dateTime(int column) {
        return row.dateTime(column);
    }
}
