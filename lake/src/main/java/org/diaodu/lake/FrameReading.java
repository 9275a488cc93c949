package org.diaodu.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Reads a result into arrays. Texts that repeat are coded inside DuckDB, as an enum over the distinct values: over a
 * Parquet file it looks each word up once, and a number crosses into Java ten times faster than a text.
 */
final class FrameReading {

    private static final AtomicLong SERIAL = new AtomicLong();
    private static final int MOST_WORDS = 50_000;

    private final DuckDb engine;
    private final DuckDBConnection connection;
    private final String sql;
    private final List<?> params;
    private final String id = "frame_" + SERIAL.incrementAndGet() + "_";
    private final Map<String, String[]> dictionaries = new HashMap<>();

    FrameReading(DuckDb engine, DuckDBConnection connection, String sql, List<?> params) {
        this.engine = engine;
        this.connection = connection;
        this.sql = sql;
        this.params = params;
    }

    Frame read(Collection<String> coded) {
        try {
            coded.forEach(this::code);
            return collect();
        } finally {
            for (String column : dictionaries.keySet()) {
                engine.execute(connection, "DROP TYPE IF EXISTS " + type(column), List.of());
            }
        }
    }

    private void code(String column) {
        String distinct = "SELECT DISTINCT " + quoted(column) + " FROM (" + sql + ") WHERE " + quoted(column)
                + " IS NOT NULL LIMIT " + (MOST_WORDS + 1);
        List<String> words = new ArrayList<>();
        engine.read(connection, distinct, params, result -> {
            ResultLayout layout = ResultLayout.of(result);
            while (result.nextChunk()) {
                for (String word : new ChunkBatch(layout, result.chunk()).texts(0)) {
                    words.add(Objects.requireNonNull(word));
                }
            }
            return words;
        });
        if (!words.isEmpty() && words.size() <= MOST_WORDS) {
            String literals = words.stream().map(DuckDb::literal).collect(Collectors.joining(", "));
            engine.execute(connection, "CREATE TYPE " + type(column) + " AS ENUM (" + literals + ")", List.of());
            dictionaries.put(column, words.toArray(String[]::new));
        }
    }

    private Frame collect() {
        String replaced = dictionaries.keySet().stream()
                .map(c -> "enum_code(CAST(" + quoted(c) + " AS " + type(c) + "))::INTEGER AS " + quoted(c))
                .collect(Collectors.joining(", "));
        String select = dictionaries.isEmpty() ? sql : "SELECT * REPLACE (" + replaced + ") FROM (" + sql + ")";
        return engine.read(connection, select, params, result -> {
            ResultLayout layout = ResultLayout.of(result);
            List<FrameColumn> columns = new ArrayList<>();
            for (int i = 0; i < layout.names().size(); i++) {
                columns.add(column(layout, i));
            }
            int rows = 0;
            while (result.nextChunk()) {
                ChunkBatch batch = new ChunkBatch(layout, result.chunk());
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).append(batch, i, rows);
                }
                rows += batch.rows();
            }
            return new Frame(rows, layout.names(), columns);
        });
    }

    private FrameColumn column(ResultLayout layout, int position) {
        String[] dictionary = dictionaries.get(layout.names().get(position));
        if (dictionary != null) {
            return new FrameColumn.Coded(dictionary);
        }
        return switch (layout.kinds().get(position)) {
            case REAL -> new FrameColumn.Reals();
            case WHOLE -> new FrameColumn.Wholes();
            case OTHER -> new FrameColumn.Texts();
        };
    }

    private String type(String column) {
        return quoted(id + column);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
