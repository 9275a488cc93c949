package org.diaodu.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook written as a stream; texts are cells of text format, which a spreadsheet does not run even when edited. */
final class XlsxWriter implements SheetWriter {

    private static final int ROWS_HELD = 500;
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final List<String> names = new ArrayList<>();
    private List<OutColumn> columns = List.of();
    private @Nullable Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream out) {
        this.workbook = new Workbook(out, "Diaodu", "1.0");
    }

    @Override
    public void sheet(String name, List<OutColumn> sheetColumns) throws IOException {
        columns = List.copyOf(sheetColumns);
        begin(name);
        for (int i = 0; i < columns.size(); i++) {
            current().width(i, columns.get(i).width());
            current().inlineString(0, i, Guard.xml(columns.get(i).heading()));
            current().style(0, i).bold().wrapText(true).fillColor("EEF1F5").set();
        }
        current().freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(@Nullable Object... values) throws IOException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "the row has " + values.length + " values, the sheet " + columns.size() + " columns.");
        }
        if (row >= MOST_ROWS) {
            throw new IllegalStateException(
                    "a sheet holds " + MOST_ROWS + " rows. Maybe write csv, or several sheets.");
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                cell(i, columns.get(i), value);
            }
        }
        row++;
        if (row % ROWS_HELD == 0) {
            current().flush();
        }
    }

    private void cell(int column, OutColumn type, Object value) {
        switch (type.type()) {
            case TEXT -> text(column, value.toString());
            case NUMBER -> {
                if (!(value instanceof Number number)) {
                    throw type.wrongValue(value);
                }
                if (!(number instanceof Double real) || Double.isFinite(real)) {
                    current().value(row, column, number);
                    current().style(row, column).format(type.format()).set();
                }
            }
            case DATE -> {
                if (!(value instanceof LocalDate date)) {
                    throw type.wrongValue(value);
                }
                current().value(row, column, date);
                current().style(row, column).format(type.format()).set();
            }
        }
    }

    private void text(int column, String text) {
        String clean = Guard.xml(text);
        current().inlineString(row, column, clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean);
        current().style(row, column).format("@").set();
    }

    @Override
    public void notes(String name, List<Note> notes) throws IOException {
        columns = List.of(
                OutColumn.text("项目 Item").wide(24), OutColumn.text("说明 Note").wide(90));
        begin(name);
        for (int i = 0; i < columns.size(); i++) {
            current().width(i, columns.get(i).width());
        }
        row = 0;
        for (Note note : notes) {
            text(0, note.about());
            text(1, note.text());
            row++;
        }
    }

    private void begin(String name) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheet = workbook.newWorksheet(unique(name));
        row = 0;
    }

    /** A sheet's name: at most 31 characters, without those a workbook forbids, and used once. */
    private String unique(String name) {
        String clean = Guard.xml(name).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = clean.isEmpty() ? "Sheet" : clean.substring(0, Math.min(27, clean.length()));
        String candidate = base;
        for (int i = 2; names.contains(candidate); i++) {
            candidate = base + " " + i;
        }
        names.add(candidate);
        return candidate;
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("no sheet has been begun. Maybe call sheet(name, columns) first.");
        }
        return sheet;
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        workbook.finish();
    }
}
