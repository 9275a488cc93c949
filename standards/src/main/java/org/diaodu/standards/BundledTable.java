package org.diaodu.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of one of the tables beside this class: plain comma-separated UTF-8 without quotes, one header line. */
final class BundledTable {
    private BundledTable() {}

    static List<String[]> rows(String resource, String header) {
        return rows(text(resource), resource, header);
    }

    static List<String[]> rows(String text, String name, String header) {
        int columns = header.split(",").length;
        int end = lineEnd(text, 0);
        if (!header.equals(text.substring(0, end).stripTrailing())) {
            throw new StandardsException(
                    "TABLE-HEADER",
                    text.substring(0, end),
                    name + " 的首行应为 " + header,
                    name + " must begin with the line " + header);
        }
        var rows = new ArrayList<String[]>(text.length() / 24);
        for (int from = end + 1; from < text.length(); from = end + 1) {
            end = lineEnd(text, from);
            if (end > from) rows.add(cells(text, from, end, columns, name));
        }
        return rows;
    }

    private static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline;
    }

    static String text(String resource) {
        try (InputStream in = BundledTable.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException("missing on the class path: org/diaodu/standards/" + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String text, int from, int end, int columns, String name) {
        var cells = new String[columns];
        int start = from;
        for (int i = 0; i < columns; i++) {
            int comma = text.indexOf(',', start);
            boolean last = i == columns - 1;
            if (last != (comma < 0 || comma >= end)) {
                String line = text.substring(from, end);
                throw new StandardsException(
                        "TABLE-ROW",
                        line,
                        name + " 的一行应有 " + columns + " 列：" + line,
                        "a line of " + name + " must have " + columns + " columns: " + line);
            }
            cells[i] = text.substring(start, last ? end : comma);
            start = comma + 1;
        }
        return cells;
    }
}
