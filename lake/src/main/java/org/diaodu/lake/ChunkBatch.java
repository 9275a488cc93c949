package org.diaodu.lake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** A batch over one of DuckDB's chunks; converts each column by its type. */
final class ChunkBatch implements Batch {

    private final ResultLayout layout;
    private final DuckDBReadableVector[] vectors;
    private final int rows;

    ChunkBatch(ResultLayout layout, DuckDBDataChunkReader chunk) {
        this.layout = layout;
        this.rows = Math.toIntExact(chunk.rowCount());
        this.vectors = new DuckDBReadableVector[layout.names().size()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = chunk.vector(i);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public List<String> columns() {
        return layout.names();
    }

    @Override
    public double[] reals(int column) {
        DuckDBReadableVector vector = vectors[column];
        double[] values = new double[rows];
        switch (vector.getType()) {
            case DOUBLE -> Arrays.setAll(values, i -> vector.getDouble(i, Double.NaN));
            default -> Arrays.setAll(values, i -> real(column, i));
        }
        return values;
    }

    @Override
    public long[] wholes(int column, long forNull) {
        DuckDBReadableVector vector = vectors[column];
        long[] values = new long[rows];
        switch (vector.getType()) {
            case BIGINT -> Arrays.setAll(values, i -> vector.getLong(i, forNull));
            case INTEGER -> Arrays.setAll(values, i -> vector.isNull(i) ? forNull : vector.getInt(i));
            default -> Arrays.setAll(values, i -> vector.isNull(i) ? forNull : whole(column, i));
        }
        return values;
    }

    @Override
    public @Nullable String[] texts(int column) {
        @Nullable String[] values = new String[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = text(column, i);
        }
        return values;
    }

    @Override
    public boolean[] flags(int column) {
        boolean[] values = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = flag(column, i);
        }
        return values;
    }

    boolean isNull(int column, int row) {
        return vectors[column].isNull(row);
    }

    double real(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return Double.NaN;
        }
        return switch (vector.getType()) {
            case DOUBLE -> vector.getDouble(row);
            case FLOAT -> vector.getFloat(row);
            case DECIMAL -> vector.getBigDecimal(row).doubleValue();
            case HUGEINT -> vector.getHugeInt(row).doubleValue();
            case UHUGEINT -> vector.getUHugeInt(row).doubleValue();
            default -> whole(column, row);
        };
    }

    long whole(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return 0;
        }
        return switch (vector.getType()) {
            case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
            case TINYINT -> vector.getByte(row);
            case UTINYINT -> vector.getUint8(row);
            case SMALLINT -> vector.getShort(row);
            case USMALLINT -> vector.getUint16(row);
            case INTEGER -> vector.getInt(row);
            case UINTEGER -> vector.getUint32(row);
            case BIGINT -> vector.getLong(row);
            case UBIGINT -> vector.getUint64(row).longValueExact();
            case HUGEINT -> vector.getHugeInt(row).longValueExact();
            case UHUGEINT -> vector.getUHugeInt(row).longValueExact();
            case DECIMAL -> vector.getBigDecimal(row).longValueExact();
            default -> throw wrongType(column, "whole number");
        };
    }

    boolean flag(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return false;
        }
        return switch (vector.getType()) {
            case BOOLEAN -> vector.getBoolean(row);
            default -> throw wrongType(column, "boolean");
        };
    }

    @Nullable
    String text(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector.getType()) {
            case VARCHAR -> vector.getString(row);
            case BOOLEAN -> String.valueOf(vector.getBoolean(row));
            case DATE -> String.valueOf(vector.getLocalDate(row));
            case TIMESTAMP, TIMESTAMP_MS, TIMESTAMP_NS, TIMESTAMP_S -> String.valueOf(vector.getLocalDateTime(row));
            case TIMESTAMP_WITH_TIME_ZONE -> String.valueOf(vector.getOffsetDateTime(row));
            case DECIMAL -> vector.getBigDecimal(row).toPlainString();
            case HUGEINT -> String.valueOf(vector.getHugeInt(row));
            case UBIGINT -> String.valueOf(vector.getUint64(row));
            case FLOAT, DOUBLE -> String.valueOf(real(column, row));
            case TINYINT, UTINYINT, SMALLINT, USMALLINT, INTEGER, UINTEGER, BIGINT ->
                String.valueOf(whole(column, row));
            default -> throw wrongType(column, "text");
        };
    }

    @Nullable
    BigDecimal decimal(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector.getType()) {
            case DECIMAL -> vector.getBigDecimal(row);
            case FLOAT, DOUBLE -> BigDecimal.valueOf(real(column, row));
            case HUGEINT -> new BigDecimal(vector.getHugeInt(row));
            case UBIGINT -> new BigDecimal(vector.getUint64(row));
            default -> BigDecimal.valueOf(whole(column, row));
        };
    }

    @Nullable
    LocalDate date(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector.getType()) {
            case DATE -> vector.getLocalDate(row);
            default -> throw wrongType(column, "date");
        };
    }

    @Nullable
    LocalDateTime dateTime(int column, int row) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector.getType()) {
            case TIMESTAMP -> vector.getLocalDateTime(row);
            default -> throw wrongType(column, "date and time");
        };
    }

    private LakeFault wrongType(int column, String asked) {
        String name = layout.names().get(column);
        String type = vectors[column].getType().name();
        return new LakeFault(
                "lake.column-type",
                "列“" + name + "”的类型是 " + type + "，不能按 " + asked + " 读取。建议：在 SQL 中用 CAST 转换。",
                "column \"" + name + "\" is of type " + type + ", a " + asked
                        + " was asked for. Maybe CAST it in the SQL.");
    }
}
