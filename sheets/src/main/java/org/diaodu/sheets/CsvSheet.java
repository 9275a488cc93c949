package org.diaodu.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a csv file (RFC 4180), with the separator it uses. */
final class CsvSheet implements RawSheet {

    private static final String SEPARATORS = ",\t;|\uFF0C\uFF1B";
    private static final int LONGEST_CELL = 32_767;

    private final Reader in;
    private final char separator;
    private final Place place;
    private final ReadLimits limits;
    private int line = 1;
    private int peeked = -2;

    private CsvSheet(Reader in, char separator, Place place, ReadLimits limits) {
        this.in = in;
        this.separator = separator;
        this.place = place;
        this.limits = limits;
    }

    static CsvSheet open(Path file, Place place, ReadLimits limits, Headings headings) throws IOException, Refusal {
        TextEncoding encoding = TextEncoding.of(file, place);
        char best = ',';
        int bestScore = -1;
        for (char candidate : SEPARATORS.toCharArray()) {
            int score = score(file, encoding, candidate, place, limits, headings);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new CsvSheet(reader(file, encoding), best, place, limits);
    }

    /** How well a separator fits the first rows: known headings count most, then the number of cells. */
    private static int score(
            Path file, TextEncoding encoding, char separator, Place place, ReadLimits limits, Headings headings)
            throws IOException {
        int best = 0;
        try (CsvSheet trial = new CsvSheet(reader(file, encoding), separator, place, limits)) {
            for (int i = 0; i < 10; i++) {
                RawRow row = trial.next();
                if (row == null) {
                    break;
                }
                best = Math.max(
                        best,
                        headings.score(row) * 1000 + Math.min(999, row.cells().size()));
            }
            return best;
        } catch (Refusal refusal) {
            return best; // What is wrong is said when the file is read.
        }
    }

    private static Reader reader(Path file, TextEncoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.markBytes());
        return new BufferedReader(new InputStreamReader(in, encoding.charset()), 1 << 16);
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public boolean strictWidth() {
        return true;
    }

    @Override
    public @Nullable RawRow next() throws IOException, Refusal {
        while (peek() >= 0) {
            RawRow row = readRow();
            boolean separatorLine = row.number() == 1
                    && row.cell(0).text().toLowerCase(java.util.Locale.ROOT).startsWith("sep=");
            if (!row.isBlank() && !separatorLine) {
                return row;
            }
        }
        return null;
    }

    private RawRow readRow() throws IOException, Refusal {
        int start = line;
        List<RawCell> cells = new ArrayList<>();
        while (true) {
            cells.add(readCell(start, cells.size() + 1));
            if (cells.size() > limits.columns()) {
                throw new Refusal(
                        "sheets.too-many-columns",
                        place.row(start),
                        "",
                        new Wording(
                                "超过 " + limits.columns() + " 列",
                                "there are more than " + limits.columns() + " columns"),
                        new Wording("检查分隔符或换行是否有误", "the separators or line ends are wrong"));
            }
            int c = take();
            if (c != separator) {
                if (c == '\r' && peek() == '\n') {
                    take();
                }
                line += c < 0 ? 0 : 1;
                return new RawRow(start, cells, false);
            }
        }
    }

    private RawCell readCell(int row, int column) throws IOException, Refusal {
        StringBuilder text = new StringBuilder();
        if (peek() == '"') {
            take();
            readQuoted(text, row, column);
        }
        while (peek() >= 0 && peek() != separator && peek() != '\r' && peek() != '\n') {
            append(text, take(), row, column);
        }
        return RawCell.text(text.toString());
    }

    private void readQuoted(StringBuilder text, int row, int column) throws IOException, Refusal {
        while (true) {
            int c = take();
            if (c < 0) {
                throw unclosed(row, column, text);
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                take();
            }
            line += c == '\n' ? 1 : 0;
            append(text, c, row, column);
        }
    }

    private void append(StringBuilder text, int c, int row, int column) throws Refusal {
        if (text.length() >= LONGEST_CELL) {
            throw unclosed(row, column, text);
        }
        text.append((char) c);
    }

    private Refusal unclosed(int row, int column, StringBuilder text) {
        return new Refusal(
                "sheets.unclosed-quote",
                place.row(row).column(column, null),
                text.substring(0, Math.min(40, text.length())),
                new Wording(
                        "引号没有结束，或单元格超过 " + LONGEST_CELL + " 个字符",
                        "a quote is not closed, or the cell is longer than " + LONGEST_CELL + " characters"),
                new Wording("补上引号；引号本身写作两个引号", "close it; a quote inside a text is written twice"));
    }

    private int peek() throws IOException {
        if (peeked == -2) {
            peeked = in.read();
        }
        return peeked;
    }

    private int take() throws IOException {
        int c = peek();
        peeked = -2;
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
