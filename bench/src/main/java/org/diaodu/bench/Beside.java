package org.diaodu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.database.Database;
import org.diaodu.server.database.EmbeddedPostgres;

/** Writes rows beside a running platform into its database, past its rights; for data of which there shall be very much. */
final class Beside implements AutoCloseable {

    private final Connection connection;
    private final Database database;

    Beside(Path data) throws Exception {
        database = EmbeddedPostgres.running(data)
                .orElseThrow(() -> new IllegalStateException("no running database in " + data));
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        execute("select set_config('diaodu.unit_prefix', '*', false)");
    }

    Connection connection() {
        return connection;
    }

    /** Rows changed, where the statement says so. */
    int execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }

    /** Counts what stands in the tables, for the plans; only their owner may. */
    void analyze(String... tables) throws SQLException {
        try (var owner = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze " + String.join(", ", tables));
        }
    }

    List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
