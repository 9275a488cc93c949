package org.diaodu.growth.files;

import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** A row of a csv or xlsx file. */
record SheetReturnRow(SheetRow row) implements ReturnRow {
    @Override
    public @Nullable String text(ReturnColumn column) {
        if (column == ReturnColumn.CREDIT_CODE) return row.code(column.heading());
        if (column != ReturnColumn.KEY) return row.text(column.heading());
        Boolean flag = row.flag(column.heading());
        return flag == null ? null : flag.toString();
    }

    @Override
    public double number(ReturnColumn column) {
        return row.real(column.heading());
    }

    @Override
    public boolean isBlank(ReturnColumn column) {
        return row.isBlank(column.heading());
    }

    @Override
    public String file() {
        return row.place(ReturnColumn.CREDIT_CODE.heading()).file();
    }

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public void fault(String code, Severity severity, ReturnColumn column, Wording message, Wording advice) {
        row.fault(code, severity, column.heading(), message, advice);
    }
}
