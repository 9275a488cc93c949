package org.diaodu.growth.files;

import org.diaodu.growth.Codes;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, one after another: a cursor over columns. */
final class ParquetRow implements ReturnRow {
    private final String file;
    private final Faults faults;
    private final @Nullable Codes[] codes = new @Nullable Codes[ReturnColumn.values().length];
    private final double[][] figures = new double[ReturnColumn.values().length][];
    private final @Nullable String[] creditCodes;
    private int row;

    ParquetRow(String file, CodedTable table, Faults faults) {
        this.file = file;
        this.faults = faults;
        creditCodes = table.texts().getOrDefault(ReturnColumn.CREDIT_CODE.heading(), new @Nullable String[0]);
        for (ReturnColumn column : ReturnColumn.values()) {
            codes[column.ordinal()] = table.codes().get(column.heading());
            figures[column.ordinal()] = table.figures().getOrDefault(column.heading(), new double[0]);
        }
    }

    void moveTo(int next) {
        row = next;
    }

    @Override
    public @Nullable String text(ReturnColumn column) {
        Codes coded = codes[column.ordinal()];
        String text = column == ReturnColumn.CREDIT_CODE ? creditCodes[row] : coded == null ? null : coded.at(row);
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public double number(ReturnColumn column) {
        double[] own = figures[column.ordinal()];
        return own.length == 0 ? Double.NaN : own[row];
    }

    @Override
    public boolean isBlank(ReturnColumn column) {
        return column.isNumber() ? Double.isNaN(number(column)) : text(column) == null;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public int number() {
        return row + 1;
    }

    @Override
    public void fault(String code, Severity severity, ReturnColumn column, Wording message, Wording advice) {
        String text = text(column);
        String value = column.isNumber() ? value(number(column)) : text == null ? "" : text;
        var place = new Place(file, null, row + 1, 0, column.heading());
        faults.add(new Fault(code, severity, place, value, message, advice));
    }

    private static String value(double number) {
        return Double.isNaN(number) ? "" : Numbers.plain(number);
    }
}
