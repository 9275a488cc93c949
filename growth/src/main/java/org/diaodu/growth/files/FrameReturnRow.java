package org.diaodu.growth.files;

import java.util.EnumMap;
import java.util.Map;
import org.diaodu.lake.Frame;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, one after another: a cursor over columns. */
final class FrameReturnRow implements ReturnRow {
    private final String file;
    private final Faults faults;
    private final Map<ReturnColumn, double[]> numbers = new EnumMap<>(ReturnColumn.class);
    private final Map<ReturnColumn, int[]> codes = new EnumMap<>(ReturnColumn.class);
    private final Map<ReturnColumn, String[]> dictionaries = new EnumMap<>(ReturnColumn.class);
    private int row;

    FrameReturnRow(String file, Frame frame, Faults faults) {
        this.file = file;
        this.faults = faults;
        for (ReturnColumn column : ReturnColumn.values()) {
            if (!frame.has(column.heading())) continue;
            if (column.isNumber()) {
                numbers.put(column, frame.reals(column.heading()));
            } else {
                codes.put(column, frame.codes(column.heading()));
                dictionaries.put(column, frame.dictionary(column.heading()));
            }
        }
    }

    void moveTo(int next) {
        row = next;
    }

    @Override
    public @Nullable String text(ReturnColumn column) {
        int[] ids = codes.get(column);
        String[] dictionary = dictionaries.get(column);
        if (ids == null || dictionary == null || ids[row] < 0) return null;
        String text = dictionary[ids[row]];
        return text.isEmpty() ? null : text;
    }

    @Override
    public double number(ReturnColumn column) {
        double[] figures = numbers.get(column);
        return figures == null ? Double.NaN : figures[row];
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
        String value = column.isNumber() ? value(number(column)) : String.valueOf(text(column));
        var place = new Place(file, null, row + 1, 0, column.heading());
        faults.add(new Fault(code, severity, place, value, message, advice));
    }

    private static String value(double number) {
        return Double.isNaN(number) ? "" : Numbers.plain(number);
    }
}
