package org.diaodu.sample.load;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.sample.Books;
import org.diaodu.sample.Entry;
import org.diaodu.sample.FormItem;
import org.diaodu.server.returns.Figure;
import org.diaodu.server.returns.Figures;
import org.diaodu.server.returns.ReturnRow;

/** Turns the books of an enterprise into returns as the platform takes them. */
final class SampleReturns {
    private static final String RESTATED = "兼并重组和核查后，按同口径调整上年基数（示例）";
    private static final String REVISED = "以前月份产量核实后修订，累计数随之调整（示例）";

    private SampleReturns() {}

    static Map<FormItem, Entry> entries(Books books, int slot) {
        var entries = new EnumMap<FormItem, Entry>(FormItem.class);
        for (FormItem item : FormItem.values()) {
            entries.put(item, books.entry(item, slot));
        }
        return entries;
    }

    static ReturnRow row(Books books, int slot) {
        return row(books, slot, entries(books, slot));
    }

    static ReturnRow row(Books books, int slot, Map<FormItem, Entry> entries) {
        boolean restated = books.history().isRestated(slot);
        var figures = new HashMap<String, Figure>();
        entries.forEach((item, entry) -> {
            Figure figure = item.isStock()
                    ? Figure.stock(entry.month(), entry.monthBase())
                    : Figure.of(entry.month(), entry.yearToDate(), entry.monthBase(), entry.yearToDateBase());
            figures.put(item.code(), restated ? figure.withReason(RESTATED) : figure);
        });
        Map<String, String> explanations =
                books.history().revision(slot) == 0 ? Map.of() : Map.of(ReturnRow.FOR_ALL, REVISED);
        return new ReturnRow(books.plant().creditCode(), Figures.of(figures), explanations);
    }
}
