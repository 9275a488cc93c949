package org.diaodu.cluster;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** One of Spark's rows, read as the lake reads its own: the same types, the same texts. */
record SparkRow(Row row) implements org.diaodu.lake.Row {

    @Override
    public boolean isNull(int column) {
        return row.isNullAt(column);
    }

    @Override
    public @Nullable String text(int column) {
        return switch (row.get(column)) {
            case null -> null;
            case BigDecimal value -> value.toPlainString();
            case Instant value -> String.valueOf(value.atOffset(ZoneOffset.UTC));
            case Float value -> String.valueOf(value.doubleValue());
            case Object value -> String.valueOf(value);
        };
    }

    @Override
    public double real(int column) {
        return row.isNullAt(column) ? Double.NaN : number(column).doubleValue();
    }

    @Override
    public long whole(int column) {
        return switch (row.get(column)) {
            case null -> 0;
            case Boolean value -> value ? 1 : 0;
            case BigDecimal value -> value.longValueExact();
            case Byte value -> value;
            case Short value -> value;
            case Integer value -> value;
            case Long value -> value;
            default -> throw wrongType(column, "whole number");
        };
    }

    @Override
    public boolean flag(int column) {
        return switch (row.get(column)) {
            case null -> false;
            case Boolean value -> value;
            default -> throw wrongType(column, "boolean");
        };
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        return switch (row.get(column)) {
            case null -> null;
            case BigDecimal value -> value;
            case Double value -> BigDecimal.valueOf(value);
            case Float value -> BigDecimal.valueOf(value);
            default -> BigDecimal.valueOf(whole(column));
        };
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return switch (row.get(column)) {
            case null -> null;
            case LocalDate value -> value;
            default -> throw wrongType(column, "date");
        };
    }

    @Override
    public @Nullable LocalDateTime dateTime(int column) {
        return switch (row.get(column)) {
            case null -> null;
            case LocalDateTime value -> value;
            default -> throw wrongType(column, "date and time");
        };
    }

    @Override
    public int column(String name) {
        List<String> names = Arrays.asList(row.schema().fieldNames());
        int at = names.indexOf(name);
        if (at < 0) {
            throw new ClusterFault(
                    "cluster.no-column",
                    "结果中没有列“" + name + "”，现有列：" + names + "。",
                    "the result has no column \"" + name + "\"; it has " + names + ".");
        }
        return at;
    }

    private Number number(int column) {
        return switch (row.get(column)) {
            case Number value -> value;
            case Boolean value -> value ? 1 : 0;
            default -> throw wrongType(column, "number");
        };
    }

    private ClusterFault wrongType(int column, String asked) {
        String name = row.schema().fieldNames()[column];
        String type = row.schema().apply(column).dataType().sql();
        return new ClusterFault(
                "cluster.column-type",
                "列“" + name + "”的类型是 " + type + "，不能按 " + asked + " 读取。建议：在 SQL 中用 CAST 转换。",
                "column \"" + name + "\" is of type " + type + ", a " + asked
                        + " was asked for. Maybe CAST it in the SQL.");
    }
}
