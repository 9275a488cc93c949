package org.diaodu.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** A sink into a DuckDB table through its appender. */
final class AppenderSink implements RowSink {

    private final DuckDBAppender appender;
    private final List<Column> columns;
    private long rows;

    AppenderSink(DuckDBAppender appender, List<Column> columns) {
        this.appender = appender;
        this.columns = columns;
    }

    long rows() {
        return rows;
    }

    @Override
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new LakeFault(
                    "lake.row-width",
                    "第 " + (rows + 1) + " 行有 " + values.length + " 个值，表有 " + columns.size() + " 列："
                            + Arrays.toString(values) + "。",
                    "row " + (rows + 1) + " has " + values.length + " values, the table has " + columns.size()
                            + " columns: " + Arrays.toString(values) + ".");
        }
        try {
            appender.beginRow();
            for (int i = 0; i < values.length; i++) {
                append(columns.get(i), values[i]);
            }
            appender.endRow();
            rows++;
        } catch (SQLException e) {
            throw DuckDb.sqlFault("", e);
        }
    }

    private void append(Column column, @Nullable Object value) throws SQLException {
        switch (column.type()) {
            case TEXT -> {
                if (value instanceof String text) {
                    appender.append(text);
                    return;
                }
            }
            case REAL -> {
                if (value instanceof Number number) {
                    appender.append(number.doubleValue());
                    return;
                }
            }
            case WHOLE -> {
                if (value instanceof Long || value instanceof Integer || value instanceof Short) {
                    appender.append(((Number) value).longValue());
                    return;
                }
            }
            case DECIMAL -> {
                if (value instanceof Number number) {
                    appender.append(decimal(column, number));
                    return;
                }
            }
            case FLAG -> {
                if (value instanceof Boolean flag) {
                    appender.append(flag.booleanValue());
                    return;
                }
            }
            case DATE -> {
                if (value instanceof LocalDate date) {
                    appender.append(date);
                    return;
                }
            }
        }
        if (value != null) {
            throw wrongValue(column, value);
        }
        appender.appendNull();
    }

    /** Six decimals, as the column keeps; a number with more is refused rather than rounded in silence. */
    private BigDecimal decimal(Column column, Number number) {
        BigDecimal exact = switch (number) {
            case BigDecimal already -> already;
            case BigInteger whole -> new BigDecimal(whole);
            case Double real -> BigDecimal.valueOf(real);
            default -> BigDecimal.valueOf(number.longValue());
        };
        try {
            return exact.setScale(6, java.math.RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw wrongValue(column, number);
        }
    }

    private LakeFault wrongValue(Column column, Object value) {
        return new LakeFault(
                "lake.wrong-value",
                "第 " + (rows + 1) + " 行，列“" + column.name() + "”（" + column.type() + "）不能存放值 " + value + "("
                        + value.getClass().getSimpleName() + "）。",
                "row " + (rows + 1) + ", column \"" + column.name() + "\" (" + column.type()
                        + ") cannot hold the value " + value + " ("
                        + value.getClass().getSimpleName() + ").");
    }
}
