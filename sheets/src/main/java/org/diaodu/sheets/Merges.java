package org.diaodu.sheets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells of merged cells: in the heading row they hide headings, below it they hide values; above it they do no harm. */
final class Merges {

    private static final Pattern RANGE = Pattern.compile("([A-Z]+)(\\d{1,7}):[A-Z]+(\\d{1,7})");

    private Merges() {}

    static void report(List<String> merges, int headingRow, Place sheet, Faults faults) {
        int below = 0;
        String first = "";
        for (String merge : merges) {
            Matcher range = RANGE.matcher(merge);
            if (!range.matches()) {
                continue;
            }
            int top = Integer.parseInt(range.group(2));
            int bottom = Integer.parseInt(range.group(3));
            if (top <= headingRow && bottom >= headingRow) {
                faults.add(new Fault(
                        "sheets.merged-headings",
                        Severity.WARNING,
                        sheet.row(headingRow).column(CellReader.column(range.group(1), 1), null),
                        merge,
                        new Wording("表头单元格是合并的，只有左上角一格有值", "the headings are merged, only the first cell holds a text"),
                        new Wording("取消合并，表头只用一行，每列一格", "unmerge them: headings in one row, one cell each")));
            } else if (top > headingRow) {
                below++;
                first = first.isEmpty() ? merge : first;
            }
        }
        if (below > 0) {
            faults.add(new Fault(
                    "sheets.merged-cells",
                    Severity.HINT,
                    sheet,
                    first,
                    new Wording(
                            "有 " + below + " 处合并的单元格，只有左上角一格有值",
                            below + " merged areas, of which only the first cell holds a value"),
                    new Wording("取消合并，每格都填上值", "unmerge them and fill every cell")));
        }
    }
}
