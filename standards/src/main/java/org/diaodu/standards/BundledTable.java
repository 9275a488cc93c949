package org.diaodu.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of one of the tables beside this class: plain comma-separated UTF-8 without quotes, one header line. */
final class BundledTable {
    private BundledTable() {}

    static List<String[]> rows(String resource, String header) {
        return rows(new StringReader(text(resource)), resource, header);
    }

    static List<String[]> rows(Reader reader, String name, String header) {
        int columns = header.split(",").length;
        try (var lines = new BufferedReader(reader)) {
            String first = lines.readLine();
            if (!header.equals(first)) {
                throw new StandardsException(
                        "TABLE-HEADER",
                        String.valueOf(first),
                        name + " 的首行应为 " + header,
                        name + " must begin with the line " + header);
            }
            var rows = new ArrayList<String[]>(4096);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) rows.add(cells(line, columns, name));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String[] cells(String line, int columns, String name) {
        var cells = new String[columns];
        int from = 0;
        for (int i = 0; i < columns; i++) {
            int comma = line.indexOf(',', from);
            boolean last = i == columns - 1;
            if (last != (comma < 0)) {
                throw new StandardsException(
                        "TABLE-ROW",
                        line,
                        name + " 的一行应有 " + columns + " 列：" + line,
                        "a line of " + name + " must have " + columns + " columns: " + line);
            }
            cells[i] = last ? line.substring(from) : line.substring(from, comma);
            from = comma + 1;
        }
        return cells;
    }
}
