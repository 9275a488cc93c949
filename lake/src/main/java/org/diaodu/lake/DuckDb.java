package org.diaodu.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB in this process, locked down: it reaches only the directory or the files it was opened on, loads no extension
 * and lets nobody change its settings. The native library is loaded by the first statement, or by {@link #warmUp}.
 */
public final class DuckDb implements SqlEngine {

    private final String reach;
    private final @Nullable Path spill;
    private final EngineLimits limits;
    private final ConcurrentLinkedDeque<DuckDBConnection> idle = new ConcurrentLinkedDeque<>();
    private @Nullable DuckDBConnection root;
    private boolean closed;

    private DuckDb(String reach, @Nullable Path spill, EngineLimits limits) {
        this.reach = reach;
        this.spill = spill;
        this.limits = limits;
    }

    /** An engine that reads and writes files inside this directory and nowhere else. */
    public static DuckDb inDirectory(Path directory, EngineLimits limits) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            return new DuckDb(
                    "SET allowed_directories = [" + literal(real + "/") + "]", real.resolve(".spill"), limits);
        } catch (IOException e) {
            throw new LakeFault(
                    "lake.directory",
                    "目录 " + directory + " 无法使用：" + e.getMessage() + "。建议：检查路径和权限。",
                    "the directory " + directory + " cannot be used: " + e.getMessage()
                            + ". Maybe check the path and its permissions.",
                    e);
        }
    }

    /** An engine that reads exactly these files and nothing else, as the command line does with what a user names. */
    public static DuckDb over(List<Path> files) {
        return over(files, EngineLimits.DEFAULT);
    }

    public static DuckDb over(List<Path> files, EngineLimits limits) {
        List<String> paths = new ArrayList<>();
        for (Path file : files) {
            paths.add(literal(real(file).toString()));
        }
        return new DuckDb("SET allowed_paths = [" + String.join(", ", paths) + "]", null, limits);
    }

    /** The path as SQL text, in the form in which this engine was given it (links resolved). */
    public static String literal(Path file) {
        return literal(real(file).toString());
    }

    /** A text as a SQL literal; for paths and patterns, where SQL takes no bound value. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Loads the native library and opens the database on a thread of its own, so that the first reader need not wait. */
    public Thread warmUp() {
        return Thread.ofPlatform().daemon().name("duckdb-warm-up").start(() -> {
            try {
                give(take());
            } catch (LakeFault e) {
                // The first statement meets the same fault and says it to somebody.
            }
        });
    }

    @Override
    public <T> List<T> query(String sql, List<?> params, RowReader<T> reader) {
        return read(sql, params, result -> {
            List<T> rows = new ArrayList<>();
            ResultLayout layout = ResultLayout.of(result);
            while (result.nextChunk()) {
                ChunkBatch batch = new ChunkBatch(layout, result.chunk());
                for (int i = 0; i < batch.rows(); i++) {
                    rows.add(reader.read(new ChunkRow(batch, i)));
                }
            }
            return rows;
        });
    }

    @Override
    public void batches(String sql, List<?> params, Consumer<Batch> reader) {
        read(sql, params, result -> {
            ResultLayout layout = ResultLayout.of(result);
            while (result.nextChunk()) {
                reader.accept(new ChunkBatch(layout, result.chunk()));
            }
            return true;
        });
    }

    @Override
    public Frame frame(String sql, List<?> params, Collection<String> coded) {
        return onConnection(connection -> new FrameReading(this, connection, sql, params).read(coded));
    }

    @Override
    public long execute(String sql, List<?> params) {
        return onConnection(connection -> execute(connection, sql, params));
    }

    @Override
    public long wholes(String table, List<String> columns, Consumer<WholeSink> rows) {
        return onConnection(connection -> {
            try (WholeAppender appender = new WholeAppender(connection, table, columns)) {
                rows.accept(appender);
                return appender.finish();
            }
        });
    }

    /** Runs work that needs one connection throughout, such as filling a temporary table. */
    <T> T onConnection(SqlWork<T> work) {
        DuckDBConnection connection = take();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw sqlFault("", e);
        } finally {
            give(connection);
        }
    }

    long execute(DuckDBConnection connection, String sql, List<?> params) {
        try (DuckDBPreparedStatement statement = prepare(connection, sql, params)) {
            return statement.execute() ? 0 : Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw sqlFault(sql, e);
        }
    }

    private <T> T read(String sql, List<?> params, Function<DuckDBChunkedResult, T> reader) {
        return onConnection(connection -> read(connection, sql, params, reader));
    }

    <T> T read(DuckDBConnection connection, String sql, List<?> params, Function<DuckDBChunkedResult, T> reader) {
        // A failed query closes its statement, so each statement serves one query only.
        try (DuckDBPreparedStatement statement = prepare(connection, sql, params);
                DuckDBChunkedResult result = statement.query()) {
            return reader.apply(result);
        } catch (SQLException e) {
            throw sqlFault(sql, e);
        }
    }

    private DuckDBPreparedStatement prepare(DuckDBConnection connection, String sql, List<?> params)
            throws SQLException {
        DuckDBPreparedStatement statement = connection.prepare(sql);
        try {
            for (int i = 0; i < params.size(); i++) {
                statement.setObject(i + 1, params.get(i));
            }
            statement.setQueryTimeout((int) limits.longestStatement().toSeconds());
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private DuckDBConnection take() {
        DuckDBConnection connection = idle.pollFirst();
        if (connection != null) {
            return connection;
        }
        synchronized (this) {
            if (closed) {
                throw new LakeFault("lake.closed", "查询引擎已关闭。", "the engine is closed.");
            }
            try {
                if (root == null) {
                    root = open();
                }
                return root.duplicate();
            } catch (SQLException e) {
                throw sqlFault("", e);
            }
        }
    }

    private synchronized void give(DuckDBConnection connection) {
        if (closed) {
            closeQuietly(connection);
        } else {
            idle.addFirst(connection);
        }
    }

    private DuckDBConnection open() throws SQLException {
        DuckDBConnection connection =
                DuckDBConnection.newConnection("jdbc:duckdb:", false, "", new java.util.Properties());
        List<String> settings = new ArrayList<>(List.of(
                "SET memory_limit = '" + limits.memoryMebibytes() + "MiB'",
                "SET threads = " + limits.threads(),
                "SET TimeZone = 'UTC'",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET allow_community_extensions = false",
                "SET preserve_insertion_order = true",
                "SET temp_directory = " + literal(spill == null ? "" : spill.toString()),
                reach,
                "SET enable_external_access = false",
                "SET lock_configuration = true"));
        try (var statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (DuckDBConnection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            closeQuietly(connection);
        }
        if (root != null) {
            closeQuietly(root);
            root = null;
        }
    }

    private static void closeQuietly(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The database lives in memory: there is nothing to lose by a failed close.
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new LakeFault(
                    "lake.no-file",
                    "文件 " + file + " 不存在或不可读。建议：检查路径和权限。",
                    "the file " + file + " does not exist or cannot be read. Maybe check the path and its permissions.",
                    e);
        }
    }

    static LakeFault sqlFault(String sql, SQLException cause) {
        String reason = String.valueOf(cause.getMessage()).lines().limit(6).collect(Collectors.joining(" "));
        String shown = sql.isBlank() ? "" : " [" + sql.strip().replaceAll("\\s+", " ") + "]";
        return new LakeFault("lake.sql", "查询引擎拒绝执行：" + reason + shown, "the engine refused: " + reason + shown, cause);
    }

    /** Work on one connection. */
    interface SqlWork<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }
}
