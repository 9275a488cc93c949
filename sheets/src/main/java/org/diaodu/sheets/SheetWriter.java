package org.diaodu.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row in little memory, as xlsx or as csv. What looks like a formula is written so that it does
 * not run. The stream is not closed. Not thread-safe.
 */
public interface SheetWriter extends Closeable {

    /** A workbook; further sheets and notes may follow the first. */
    static SheetWriter xlsx(OutputStream out) {
        return new XlsxWriter(out);
    }

    /** A csv in UTF-8 with a byte order mark, so that spreadsheet programs know the encoding. */
    static SheetWriter csv(OutputStream out) {
        return new CsvWriter(out, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A csv in another encoding, such as GB18030. */
    static SheetWriter csv(OutputStream out, Charset charset) {
        return new CsvWriter(out, charset);
    }

    /** Begins a sheet with a frozen heading row. A csv holds one sheet only. */
    void sheet(String name, List<OutColumn> columns) throws IOException;

    /**
     * Writes a row: for a text column anything with a {@code toString}, for a number column a Number, for a date column
     * a LocalDate; null or NaN leaves the cell empty.
     */
    void row(@Nullable Object... values) throws IOException;

    /** A last sheet of explanations: source, units, filters, time. A csv has no room for it and leaves it out. */
    void notes(String name, List<Note> notes) throws IOException;

    /** Finishes the file. */
    @Override
    void close() throws IOException;

    /** One line of explanation: what it is about, and what is to be said. */
    record Note(String about, String text) {}
}
