package org.diaodu.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A settings table of the sample: a small csv without quotes beside this class. */
public record Table(List<Row> rows) {

    /** One line, its cells by column name, in the file's order. */
    public record Row(Map<String, String> cells) {
        public String text(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column " + column + " among " + cells.keySet());
            }
            return value;
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        String first() {
            return cells.values().iterator().next();
        }

        double[] numbersAfterFirst() {
            return cells.values().stream()
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    public static Table read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sample's table " + name + " is not on the class path");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.getFirst().split(",", -1);
            var rows = new ArrayList<Row>();
            for (int i = 1; i < lines.size(); i++) {
                rows.add(row(name + " line " + (i + 1), columns, lines.get(i).split(",", -1)));
            }
            return new Table(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First cell of each row to the numbers after it. */
    static Map<String, double[]> series(String name) {
        var series = new LinkedHashMap<String, double[]>();
        read(name).rows.forEach(row -> series.put(row.first(), row.numbersAfterFirst()));
        return series;
    }

    private static Row row(String where, String[] columns, String[] cells) {
        if (cells.length != columns.length) {
            throw new IllegalStateException(where + " has " + cells.length + " cells, not " + columns.length);
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return new Row(row);
    }
}
