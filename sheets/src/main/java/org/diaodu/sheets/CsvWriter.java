package org.diaodu.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Csv by RFC 4180 with CRLF line ends; numbers in plain notation with every digit. */
final class CsvWriter implements SheetWriter {

    private final Writer out;
    private final Charset charset;
    private List<OutColumn> columns = List.of();

    CsvWriter(OutputStream out, Charset charset) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
        this.charset = charset;
    }

    @Override
    public void sheet(String name, List<OutColumn> sheetColumns) throws IOException {
        if (!columns.isEmpty()) {
            throw new IllegalStateException(
                    "a csv holds one sheet, \"" + name + "\" would be a second. Maybe write xlsx.");
        }
        columns = List.copyOf(sheetColumns);
        if (charset.equals(StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
        }
        for (int i = 0; i < columns.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(Guard.csv(columns.get(i).heading())));
        }
        out.write("\r\n");
    }

    @Override
    public void row(@Nullable Object... values) throws IOException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "the row has " + values.length + " values, the sheet " + columns.size() + " columns.");
        }
        for (int i = 0; i < values.length; i++) {
            out.write(i == 0 ? "" : ",");
            Object value = values[i];
            if (value != null) {
                out.write(text(columns.get(i), value));
            }
        }
        out.write("\r\n");
    }

    private static String text(OutColumn column, Object value) {
        return switch (column.type()) {
            case TEXT -> quoted(Guard.csv(value.toString().replace("\0", "")));
            case NUMBER -> {
                if (!(value instanceof Number number)) {
                    throw column.wrongValue(value);
                }
                yield number(number);
            }
            case DATE -> {
                if (!(value instanceof LocalDate date)) {
                    throw column.wrongValue(value);
                }
                yield date.toString();
            }
        };
    }

    private static String number(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact.toPlainString();
            case Double real -> Double.isFinite(real) ? new BigDecimal(real.toString()).toPlainString() : "";
            default -> number.toString();
        };
    }

    private static String quoted(String text) {
        boolean quotes = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t')
                || !text.strip().equals(text);
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void notes(String name, List<Note> notes) {
        // A csv is data alone.
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
