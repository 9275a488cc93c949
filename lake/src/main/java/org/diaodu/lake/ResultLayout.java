package org.diaodu.lake;

import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;

/** The names and kinds of a result's columns. */
record ResultLayout(List<String> names, List<Kind> kinds) {

    enum Kind {
        REAL,
        WHOLE,
        OTHER
    }

    static ResultLayout of(DuckDBChunkedResult result) {
        List<String> names = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (long i = 0; i < result.columnCount(); i++) {
            names.add(result.columnName(i));
            kinds.add(kind(result.columnTypeId(i)));
        }
        return new ResultLayout(List.copyOf(names), List.copyOf(kinds));
    }

    /** Type numbers of DuckDB's C interface (duckdb.h, enum DUCKDB_TYPE). */
    private static Kind kind(int duckdbType) {
        return switch (duckdbType) {
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> Kind.WHOLE; // boolean, (u)tinyint … (u)bigint
            case 10, 11, 16, 19, 32 -> Kind.REAL; // float, double, (u)hugeint, decimal
            default -> Kind.OTHER;
        };
    }
}
