package org.diaodu.lake;

/** The types a lake column may have, each with its name in SQL. */
public enum ColumnType {
    TEXT("VARCHAR"),
    REAL("DOUBLE"),
    DECIMAL("DECIMAL(38,6)"),
    WHOLE("BIGINT"),
    FLAG("BOOLEAN"),
    DATE("DATE");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The SQL type. */
    public String sql() {
        return sql;
    }
}
