package org.diaodu.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** Returns as the sheet the platform imports: credit code, name, each item's values, reason, explanation. */
public final class ReturnSheet {
    private static final List<String> FLOW = List.of("month", "ytd", "month_base", "ytd_base");
    private static final List<String> STOCK = List.of("month", "month_base");

    private ReturnSheet() {}

    public static List<String> headings() {
        var headings = new ArrayList<>(List.of("credit_code", "name"));
        for (FormItem item : FormItem.values()) {
            (item.isStock() ? STOCK : FLOW).forEach(column -> headings.add(item.code() + "_" + column));
        }
        headings.addAll(List.of("base_reason", "explanation"));
        return headings;
    }

    /** The cells of one return in the order of the headings. */
    public static List<@Nullable Object> cells(Books books, int slot) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(books.plant().creditCode());
        cells.add(books.plant().name());
        for (FormItem item : FormItem.values()) {
            Entry entry = books.entry(item, slot);
            cells.add(entry.month());
            if (!item.isStock()) {
                cells.add(entry.yearToDate());
            }
            cells.add(entry.monthBase());
            if (!item.isStock()) {
                cells.add(entry.yearToDateBase());
            }
        }
        cells.add(books.history().isRestated(slot) ? "兼并重组和核查后，按同口径调整上年基数（示例）" : null);
        cells.add("审核情况已逐项核实（示例）");
        return cells;
    }

    /** Writes a workbook with one row for each of these enterprises. */
    public static void xlsx(OutputStream out, Iterable<Books> returns, int slot) throws IOException {
        try (SheetWriter writer = SheetWriter.xlsx(out)) {
            writer.sheet(
                    Slots.month(slot).iso().replace("..", "-"),
                    headings().stream().map(ReturnSheet::column).toList());
            for (Books books : returns) {
                writer.row(cells(books, slot).toArray());
            }
        }
    }

    /** Writes rows of text as csv, right or wrong as they are. */
    public static void csv(OutputStream out, List<Map<String, String>> rows) throws IOException {
        try (SheetWriter writer = SheetWriter.csv(out)) {
            writer.sheet("returns", headings().stream().map(OutColumn::text).toList());
            for (Map<String, String> row : rows) {
                writer.row(headings().stream().map(row::get).toArray());
            }
        }
    }

    /** One return as text by heading. */
    public static Map<String, String> text(Books books, int slot) {
        List<@Nullable Object> cells = cells(books, slot);
        var text = new java.util.HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) {
                text.put(headings().get(i), cell instanceof Double number ? plain(number) : cell.toString());
            }
        }
        return text;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static OutColumn column(String heading) {
        boolean text = Arrays.asList("credit_code", "name", "base_reason", "explanation")
                .contains(heading);
        return text ? OutColumn.text(heading) : OutColumn.number(heading, "#,##0.###");
    }
}
