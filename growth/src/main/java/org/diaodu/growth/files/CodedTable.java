package org.diaodu.growth.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.diaodu.growth.Codes;
import org.diaodu.lake.Batch;
import org.diaodu.lake.SqlEngine;
import org.jspecify.annotations.Nullable;

/**
 * A table read into columns: codes as numbers into a dictionary (an enumeration of the engine's own, so that no text is
 * made for each row), figures as doubles with NaN for null, and texts.
 */
record CodedTable(
        int rows, Map<String, Codes> codes, Map<String, double[]> figures, Map<String, @Nullable String[]> texts) {
    private static final AtomicLong SERIAL = new AtomicLong();

    /** Which columns to read, and as what; names are ours, never what a user typed. */
    record Columns(List<String> codes, List<String> figures, List<String> texts) {
        List<String> all() {
            var all = new ArrayList<>(codes);
            all.addAll(figures);
            all.addAll(texts);
            return all;
        }
    }

    /** Reads the rows for which a condition such as {@code period = ?} holds; an empty code stands for null. */
    static CodedTable read(SqlEngine engine, String table, Columns columns, String condition, List<?> params) {
        var types = new HashMap<String, String>();
        try {
            String prefix = "growth_codes_" + SERIAL.incrementAndGet() + "_";
            for (String column : columns.codes()) {
                String type = prefix + types.size();
                engine.execute(
                        "create type %s as enum (select distinct %s from %s order by 1)"
                                .formatted(type, text(column), table),
                        List.of());
                types.put(column, type);
            }
            return read(engine, table, columns, types, condition, params);
        } finally {
            types.values().forEach(type -> engine.execute("drop type " + type, List.of()));
        }
    }

    private static String text(String column) {
        return "trim(coalesce(cast(\"" + column + "\" as varchar), ''))";
    }

    private static CodedTable read(
            SqlEngine engine,
            String table,
            Columns columns,
            Map<String, String> types,
            String condition,
            List<?> params) {
        long rows = engine.query("select count(*) from " + table + " where " + condition, params, row -> row.whole(0))
                .getFirst();
        var filling = new Filling(Math.toIntExact(rows), columns);
        String select = columns.all().stream()
                .map(column -> types.containsKey(column)
                        ? "cast(enum_code(" + text(column) + "::" + types.get(column) + ") as bigint)"
                        : columns.figures().contains(column) ? "try_cast(\"" + column + "\" as double)" : text(column))
                .collect(Collectors.joining(", ", "select ", " from " + table + " where " + condition));
        engine.batches(select, params, filling::add);
        var codes = new HashMap<String, Codes>();
        for (String column : columns.codes()) {
            List<String> dictionary = engine.query(
                    "select cast(unnest(enum_range(null::" + types.get(column) + ")) as varchar)",
                    List.of(),
                    row -> String.valueOf(row.text(0)));
            codes.put(column, new Codes(dictionary, filling.ids.getOrDefault(column, new int[0])));
        }
        return new CodedTable(Math.toIntExact(rows), codes, filling.figures, filling.texts);
    }

    Codes codes(String column) {
        Codes found = codes.get(column);
        if (found == null) throw new IllegalArgumentException("the column " + column + " was not read as codes");
        return found;
    }

    double[] figures(String column) {
        double[] found = figures.get(column);
        if (found == null) throw new IllegalArgumentException("the column " + column + " was not read as figures");
        return found;
    }

    List<String> texts(String column) {
        @Nullable String[] found = texts.get(column);
        return found == null
                ? List.of()
                : Arrays.stream(found).map(text -> text == null ? "" : text).toList();
    }

    /** Columns that fill up batch by batch. */
    private static final class Filling {
        private final Columns columns;
        private final Map<String, int[]> ids = new HashMap<>();
        private final Map<String, double[]> figures = new HashMap<>();
        private final Map<String, @Nullable String[]> texts = new HashMap<>();
        private int filled;

        Filling(int rows, Columns columns) {
            this.columns = columns;
            columns.codes().forEach(column -> ids.put(column, new int[rows]));
            columns.figures().forEach(column -> figures.put(column, new double[rows]));
            columns.texts().forEach(column -> texts.put(column, new @Nullable String[rows]));
        }

        void add(Batch batch) {
            List<String> all = columns.all();
            for (int at = 0; at < all.size(); at++) {
                String column = all.get(at);
                int[] codes = ids.get(column);
                double[] numbers = figures.get(column);
                @Nullable String[] words = texts.get(column);
                if (codes != null) {
                    long[] more = batch.wholes(at, 0);
                    for (int row = 0; row < more.length; row++) codes[filled + row] = (int) more[row];
                } else if (numbers != null) {
                    System.arraycopy(batch.reals(at), 0, numbers, filled, batch.rows());
                } else if (words != null) {
                    System.arraycopy(batch.texts(at), 0, words, filled, batch.rows());
                }
            }
            filled += batch.rows();
        }
    }
}
