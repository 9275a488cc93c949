package org.diaodu.rules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cells as lines of text. */
public final class Grid {

    private Grid() {}

    public static String csv(List<String> cells) {
        return cells.stream().map(Grid::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    /** Columns side by side; a wide character takes two places. */
    public static List<String> table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(line(row.get(i))));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = line(row.get(i));
                text.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static String line(String cell) {
        return cell.replaceAll("[\\p{Cntrl}]", " ");
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(c -> c >= 0x1100 && !(c >= 0x2000 && c < 0x2E80) ? 2 : 1)
                .sum();
    }
}
