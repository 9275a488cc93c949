package org.diaodu.growth.files;

import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** One row of a return file, from a sheet or from Parquet; what is wrong with it is noted with its place. */
interface ReturnRow {
    /** The cell's text without spaces at its ends, null where it is empty. */
    @Nullable
    String text(ReturnColumn column);

    /** The cell's number, NaN where it is empty or none (which is noted). */
    double number(ReturnColumn column);

    boolean isBlank(ReturnColumn column);

    /** The file the row stands in. */
    String file();

    /** The row's number in the file. */
    int number();

    void fault(String code, Severity severity, ReturnColumn column, Wording message, Wording advice);

    default void error(String code, ReturnColumn column, String zh, String en, String adviceZh, String adviceEn) {
        fault(code, Severity.ERROR, column, new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }

    default void warn(String code, ReturnColumn column, String zh, String en, String adviceZh, String adviceEn) {
        fault(code, Severity.WARNING, column, new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }
}
