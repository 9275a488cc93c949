package org.diaodu.server.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.sheets.ReadOptions;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;

/**
 * The worked cases as a grid of texts.
 *
 * @param columns headings: {@code case}, inputs, {@code expect:<decision>}
 */
public record CaseGrid(List<String> columns, List<List<String>> rows) {

    static final String CASE = "case";

    public CaseGrid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Reads the text of a {@code cases.csv}; nothing readable is an empty grid with the case column alone. */
    public static CaseGrid of(String csv) {
        if (csv.isBlank()) {
            return new CaseGrid(List.of(CASE), List.of());
        }
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (SheetReader heads = reader(bytes, List.of(CASE))) {
            List<String> columns = heads.headings();
            try (SheetReader reader = reader(bytes, columns)) {
                List<List<String>> rows = new ArrayList<>();
                for (SheetRow row : reader) {
                    List<String> cells = new ArrayList<>();
                    for (String column : columns) {
                        String text = row.text(column);
                        cells.add(text == null ? "" : text);
                    }
                    rows.add(cells);
                }
                return new CaseGrid(columns, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetReader reader(byte[] csv, List<String> columns) {
        List<SheetColumn> wanted = columns.stream().map(SheetColumn::text).toList();
        return SheetReader.open(new ByteArrayInputStream(csv), "cases.csv", wanted, ReadOptions.DEFAULT);
    }

    /** The same cases with these columns present, new ones empty and before the expectations. */
    public CaseGrid with(List<String> wanted) {
        List<String> missing =
                wanted.stream().filter(column -> !columns.contains(column)).toList();
        if (missing.isEmpty()) {
            return this;
        }
        List<String> heads = new ArrayList<>(columns);
        List<List<String>> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new ArrayList<>(row)));
        for (String column : missing) {
            int place = column.startsWith("expect:") ? heads.size() : firstExpectation(heads);
            heads.add(place, column);
            lines.forEach(line -> line.add(Math.min(place, line.size()), ""));
        }
        return new CaseGrid(heads, lines);
    }

    private static int firstExpectation(List<String> heads) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).startsWith("expect:")) {
                return i;
            }
        }
        return heads.size();
    }

    /** The grid as csv; a row without any cell is left out. */
    public String csv() {
        if (columns.size() <= 1 && rows.isEmpty()) {
            return "";
        }
        List<List<String>> lines = new ArrayList<>(List.of(columns));
        rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .forEach(lines::add);
        return lines.stream()
                .map(line -> line.stream().map(CaseGrid::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\\r\\n].*|^\\s.*|.*\\s$") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
