package org.diaodu.lake;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Fills a new table of whole numbers. DuckDB's appender takes a call for every value; here a call takes an array of {@value
 * #BATCH} values of one column, and one statement lays the arrays out as rows.
 */
final class WholeAppender implements WholeSink, AutoCloseable {

    private static final int BATCH = 2_048;

    private final DuckDBConnection connection;
    private final String table;
    private final String staging;
    private final List<String> columns;
    private final long[][] batch;
    private final DuckDBAppender appender;
    private int filled;
    private long rows;

    WholeAppender(DuckDBConnection connection, String table, List<String> columns) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.staging = table + "_batches";
        this.columns = columns;
        this.batch = new long[columns.size()][BATCH];
        run("CREATE OR REPLACE TABLE " + staging + declared("BIGINT[" + BATCH + "]"));
        this.appender = connection.createAppender(connection.getSchema(), staging);
    }

    private String declared(String type) {
        return columns.stream().map(column -> "\"" + column + "\" " + type).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public void add(long... values) {
        if (values.length != batch.length) {
            throw new IllegalArgumentException(values.length + " values for the columns " + columns);
        }
        for (int i = 0; i < values.length; i++) {
            batch[i][filled] = values[i];
        }
        rows++;
        if (++filled == BATCH) {
            write();
        }
    }

    private void write() {
        try {
            appender.beginRow();
            for (long[] column : batch) {
                appender.append(column);
            }
            appender.endRow();
            filled = 0;
        } catch (SQLException e) {
            throw DuckDb.sqlFault("", e);
        }
    }

    /** Lays out what was added. Returns how many rows. */
    long finish() throws SQLException {
        appender.flush();
        run("CREATE OR REPLACE TABLE " + table + " AS SELECT "
                + columns.stream()
                        .map(column -> "unnest(\"" + column + "\"::BIGINT[]) AS \"" + column + "\"")
                        .collect(Collectors.joining(", "))
                + " FROM " + staging);
        try (DuckDBAppender last = connection.createAppender(connection.getSchema(), table)) {
            for (int row = 0; row < filled; row++) {
                last.beginRow();
                for (long[] column : batch) {
                    last.append(column[row]);
                }
                last.endRow();
            }
        }
        return rows;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        appender.close();
        run("DROP TABLE IF EXISTS " + staging);
    }
}
