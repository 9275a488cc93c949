package org.diaodu.sheets;

import java.util.List;

/** A row as the file holds it; the number counts from 1 as the file's own program shows it. */
record RawRow(int number, List<RawCell> cells, boolean hidden) {

    boolean isBlank() {
        for (RawCell cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    RawCell cell(int column) {
        return column < cells.size() ? cells.get(column) : RawCell.BLANK;
    }
}
