package org.diaodu.growth.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in fixed-width text: columns line up where Chinese characters take two cells, texts to the left, numbers to the
 * right.
 */
final class TextTable {
    private final List<String> headings;
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /** The first {@code textColumns} columns hold text, the rest numbers. */
    TextTable(int textColumns, String... headings) {
        this.headings = List.of(headings);
        this.textColumns = textColumns;
    }

    void row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(headings.get(column));
            for (List<String> row : rows) widths[column] = Math.max(widths[column], width(row.get(column)));
        }
        var text = new StringBuilder();
        line(text, headings, widths);
        for (int column = 0; column < widths.length; column++) {
            text.append(column == 0 ? "" : "  ").append("─".repeat(widths[column]));
        }
        text.append('\n');
        for (List<String> row : rows) line(text, row, widths);
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String blank = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : "  ").append(column < textColumns ? cell + blank : blank + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** How many cells of a terminal a text takes (Unicode UAX 11: wide and fullwidth characters take two). */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
