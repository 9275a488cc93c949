package org.diaodu.sheets;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one sheet, csv or xlsx by its content, one after another in little memory. Whatever is wrong with
 * the file, its headings or its cells becomes a {@link Fault} with its place; bad content throws nothing. A file that
 * cannot be read, or lacks a required column, has no rows. Look at {@link #faults} after the last row before using any.
 * Rows can be gone through once. Not thread-safe.
 */
public final class SheetReader implements Iterable<SheetRow>, Closeable {

    private static final int ROWS_SEARCHED_FOR_HEADINGS = 30;

    private final List<SheetColumn> columns;
    private final Map<String, SheetColumn> byName;
    private final ReadLimits limits;
    private final Faults faults = new Faults();
    private final Source source;
    private final Deque<RawRow> ahead = new ArrayDeque<>();
    private final List<UnitSeen> units = new ArrayList<>();
    private @Nullable RawSheet sheet;
    private Place place;
    private Map<String, Integer> positions = Map.of();
    private List<String> headings = List.of();
    private int headingRow = 1;
    private int rows;
    private int hiddenRows;
    private boolean ended;

    private SheetReader(Source source, List<SheetColumn> columns, ReadOptions options) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.byName = columns.stream().collect(Collectors.toMap(SheetColumn::name, c -> c));
        this.limits = options.limits();
        this.place = Place.file(source.name());
        try {
            sheet = source.open(options, new Headings(columns), faults);
            place = place.in(sheet.name());
            readHeadings(sheet);
        } catch (Refusal refusal) {
            end(refusal.fault());
        } catch (IOException | UncheckedStreamException e) {
            end(Source.unreadable(place, e));
        }
        if (ended) {
            explainByMerges();
        }
    }

    public static SheetReader open(Path file, List<SheetColumn> columns) {
        return open(file, columns, ReadOptions.DEFAULT);
    }

    public static SheetReader open(Path file, List<SheetColumn> columns, ReadOptions options) {
        return new SheetReader(Source.file(file), columns, options);
    }

    /** Reads what was sent, as an upload, under the name it had; it is kept in a temporary file until closed. */
    public static SheetReader open(InputStream in, String name, List<SheetColumn> columns, ReadOptions options) {
        return new SheetReader(Source.stream(in, name, options.limits()), columns, options);
    }

    /** What is wrong so far; complete after the last row. */
    public Faults faults() {
        return faults;
    }

    /** Whether the sheet has this column. */
    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /** The heading texts as the file has them, in order. */
    public List<String> headings() {
        return headings;
    }

    /** The name of the sheet being read; null in csv. */
    public @Nullable String sheetName() {
        return place.sheet();
    }

    /** The units written in the headings and above them. */
    public List<UnitSeen> units() {
        return List.copyOf(units);
    }

    @Override
    public Iterator<SheetRow> iterator() {
        return new Rows();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try (source) {
            if (sheet != null) {
                sheet.close();
            }
        }
    }

    private void readHeadings(RawSheet from) throws IOException, Refusal {
        Headings finder = new Headings(columns);
        List<RawRow> first = new ArrayList<>();
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < ROWS_SEARCHED_FOR_HEADINGS; i++) {
            RawRow row = from.next();
            if (row == null) {
                break;
            }
            first.add(row);
            int score = finder.score(row);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
            if (bestScore == columns.size()) {
                break;
            }
        }
        if (first.isEmpty()) {
            throw new Refusal(
                    "sheets.empty",
                    place,
                    "",
                    new Wording("没有任何内容", "there is nothing in it"),
                    new Wording("检查是否选错了文件或工作表", "the wrong file or sheet was chosen"));
        }
        if (best < 0) {
            throw noHeadings(first.getFirst());
        }
        for (RawRow above : first.subList(0, best)) {
            UnitSeen unit = Headings.unitAbove(above, place);
            if (unit != null) {
                units.add(unit);
            }
        }
        RawRow heading = first.get(best);
        headingRow = heading.number();
        Headings.Match match = finder.match(heading, place, faults);
        positions = match.positions();
        headings = match.texts();
        units.addAll(match.units());
        Headings.reportMixedUnits(units, faults);
        reportHidden(heading);
        ahead.addAll(first.subList(best + 1, first.size()));
        ended = faults.hasErrors();
    }

    private Refusal noHeadings(RawRow first) {
        String found = String.join(
                ", ", first.cells().stream().map(RawCell::text).limit(6).toList());
        List<String> wanted = columns.stream()
                .filter(SheetColumn::required)
                .map(SheetColumn::shown)
                .toList();
        return new Refusal(
                "sheets.no-headings",
                place.row(first.number()),
                found,
                new Wording(
                        "前 " + ROWS_SEARCHED_FOR_HEADINGS + " 行中找不到表头",
                        "no heading row among the first " + ROWS_SEARCHED_FOR_HEADINGS + " rows"),
                new Wording(
                        "表头应有这些列：" + String.join("、", wanted), "the headings should be: " + String.join(", ", wanted)));
    }

    private void reportHidden(RawRow heading) {
        if (heading.hidden()) {
            faults.add(new Fault(
                    "sheets.hidden-headings",
                    Severity.HINT,
                    place.row(heading.number()),
                    "",
                    new Wording("表头所在的行是隐藏的", "the heading row is hidden"),
                    new Wording("取消隐藏，以免看到的表头与读到的不同", "show it, so that what is seen is what is read")));
        }
    }

    private void reportHiddenRows() {
        if (hiddenRows > 0) {
            faults.add(new Fault(
                    "sheets.hidden-rows",
                    Severity.HINT,
                    place,
                    String.valueOf(hiddenRows),
                    new Wording("隐藏的行也已读取", "hidden rows were read as well"),
                    new Wording("如不应导入请删除", "delete them if they are not meant")));
        }
    }

    /** Where the headings are not as they should be, merged cells may be why: they are listed at the sheet's end. */
    private void explainByMerges() {
        int left = 100_000;
        while (sheet != null && left-- > 0 && nextRaw() != null) {
            // The rows are not wanted, only what follows them.
        }
        if (sheet != null) {
            Merges.report(sheet.merges(), headingRow, place, faults);
        }
    }

    private void end(Fault fault) {
        faults.add(fault);
        ended = true;
    }

    private @Nullable RawRow nextRaw() {
        if (!ahead.isEmpty()) {
            return ahead.poll();
        }
        try {
            return sheet == null ? null : sheet.next();
        } catch (Refusal refusal) {
            end(refusal.fault());
        } catch (IOException | UncheckedStreamException e) {
            end(Source.unreadable(place, e));
        }
        return null;
    }

    private @Nullable SheetRow nextRow() {
        if (ended || sheet == null) {
            return null;
        }
        RawRow raw = nextRaw();
        if (raw == null) {
            ended = true;
            Merges.report(sheet.merges(), headingRow, place, faults);
            reportHiddenRows();
            return null;
        }
        if (++rows > limits.rows()) {
            end(new Fault(
                    "sheets.too-many-rows",
                    Severity.ERROR,
                    place.row(raw.number()),
                    "",
                    new Wording("超过 " + limits.rows() + " 行", "there are more than " + limits.rows() + " rows"),
                    new Wording("拆成几个文件", "split it into several files")));
            return null;
        }
        hiddenRows += raw.hidden() ? 1 : 0;
        reportStray(raw, sheet.strictWidth());
        SheetRow row = new SheetRow(raw, place.row(raw.number()), positions, headings, byName, faults);
        row.reportUnfilled(columns);
        return row;
    }

    private void reportStray(RawRow raw, boolean strict) {
        for (int i = headings.size(); i < raw.cells().size(); i++) {
            if (!raw.cell(i).isBlank()) {
                faults.add(new Fault(
                        "sheets.stray-cell",
                        strict ? Severity.ERROR : Severity.WARNING,
                        place.row(raw.number()).column(i + 1, null),
                        raw.cell(i).text(),
                        new Wording("这一行比表头多出单元格", "the row has more cells than there are headings"),
                        strict
                                ? new Wording("含逗号的数字或文字应放在引号内", "a number or text with a comma must stand in quotes")
                                : new Wording("给这一列加上表头，或清空该单元格", "give the column a heading or clear the cell")));
                return;
            }
        }
    }

    /** The names of the columns found. */
    public Set<String> found() {
        return Set.copyOf(positions.keySet());
    }

    private final class Rows implements Iterator<SheetRow> {
        private @Nullable SheetRow next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = nextRow();
            }
            return next != null;
        }

        @Override
        public SheetRow next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            SheetRow row = next;
            next = null;
            return row;
        }
    }
}
