package org.diaodu.sheets;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands: file name, sheet (null in csv), row from 1 (0: the whole sheet), column from 1
 * (0: the whole row) and the column's heading or name.
 */
public record Place(
        String file,
        @Nullable String sheet,
        int row,
        int columnNumber,
        @Nullable String column) {

    static Place file(String file) {
        return new Place(file, null, 0, 0, null);
    }

    Place in(@Nullable String sheetName) {
        return new Place(file, sheetName, row, columnNumber, column);
    }

    Place row(int number) {
        return new Place(file, sheet, number, columnNumber, column);
    }

    Place column(int number, @Nullable String heading) {
        return new Place(file, sheet, row, number, heading);
    }

    /** The column as a spreadsheet shows it: A, B … Z, AA …; empty for the whole row. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int left = columnNumber; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    String zh() {
        StringBuilder text = new StringBuilder(file);
        if (sheet != null) {
            text.append("，工作表“").append(sheet).append('”');
        }
        if (row > 0) {
            text.append("，第 ").append(row).append(" 行");
        }
        if (columnNumber > 0 || column != null) {
            text.append(columnNumber > 0 ? "，" + letters() + " 列" : "，列");
            text.append(column == null ? "" : "“" + column + "”");
        }
        return text.toString();
    }

    String en() {
        StringBuilder text = new StringBuilder(file);
        if (sheet != null) {
            text.append(", sheet \"").append(sheet).append('"');
        }
        if (row > 0) {
            text.append(", row ").append(row);
        }
        if (columnNumber > 0 || column != null) {
            text.append(", column").append(columnNumber > 0 ? " " + letters() : "");
            text.append(column == null ? "" : " \"" + column + "\"");
        }
        return text.toString();
    }
}
