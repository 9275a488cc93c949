package org.diaodu.growth.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diaodu.growth.Observations;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.UnitSeen;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Period;

/**
 * What return files hold: the sound rows by period, and every fault with its place.
 *
 * @param faults all that is wrong, errors, warnings and hints, in file and row order
 * @param isUnreadable whether a file as a whole could not be read or lacks a column; then skipping rows does not help
 * @param columns the columns that every file has
 */
record ReturnFiles(
        Map<Period, Observations> byPeriod,
        List<Fault> faults,
        int notKept,
        boolean isUnreadable,
        Set<ReturnColumn> columns) {

    /** Reads csv, xlsx and Parquet files; {@code now} is the month beyond which a period lies in the future. */
    static ReturnFiles read(List<Path> files, YearMonth now) throws IOException {
        var reading = new Reading(new ReturnChecks(now));
        for (Path file : files) {
            if (isParquet(file)) reading.parquet(file);
            else reading.sheet(file);
        }
        return reading.result();
    }

    boolean hasErrors() {
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }

    private static boolean isParquet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1")
                    || file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        }
    }

    /** Files read one after another into one set of checks. */
    private static final class Reading {
        private final ReturnChecks checks;
        private final List<Fault> faults = new ArrayList<>();
        private final List<UnitSeen> units = new ArrayList<>();
        private final Set<ReturnColumn> columns = EnumSet.allOf(ReturnColumn.class);
        private int notKept;
        private boolean unreadable;

        Reading(ReturnChecks checks) {
            this.checks = checks;
        }

        void sheet(Path file) throws IOException {
            try (SheetReader reader = SheetReader.open(file, ReturnColumn.sheetColumns())) {
                columns.removeIf(column -> !reader.has(column.heading()));
                checkUnits(reader);
                Iterator<SheetRow> rows = reader.iterator();
                unreadable |= errors(reader) > 0;
                int before = errors(reader);
                while (rows.hasNext()) {
                    int soFar = before;
                    checks.check(new SheetReturnRow(rows.next()), () -> errors(reader) == soFar);
                    before = errors(reader);
                }
                unreadable |= errors(reader) > before; // what ended the rows is no fault of one of them
                add(reader.faults());
            }
        }

        private static int errors(SheetReader reader) {
            return reader.faults().count(Severity.ERROR);
        }

        void parquet(Path file) {
            var found = new Faults();
            Set<ReturnColumn> there = ParquetReturns.read(file, checks, found);
            columns.retainAll(there);
            unreadable |= there.isEmpty();
            add(found);
        }

        private void add(Faults found) {
            faults.addAll(found.list());
            notKept += found.notKept();
        }

        /** One unit throughout: a second one, in this file or another, makes the sums meaningless. */
        private void checkUnits(SheetReader reader) {
            for (UnitSeen seen : reader.units()) {
                if (seen.column() != null && !seen.column().startsWith("output")) continue;
                if (!units.isEmpty() && !units.getFirst().unit().equals(seen.unit())) {
                    UnitSeen first = units.getFirst();
                    unreadable = true;
                    faults.add(new Fault(
                            "growth.mixed-units",
                            Severity.ERROR,
                            seen.place(),
                            seen.unit(),
                            new Wording(
                                    "计量单位不一致，" + first.place().file() + " 用的是“" + first.unit() + "”",
                                    "the units differ, " + first.place().file() + " has \"" + first.unit() + "\""),
                            new Wording("所有文件和列统一为一种单位", "convert all columns and files to one unit")));
                }
                units.add(seen);
            }
        }

        ReturnFiles result() {
            var byPeriod = new TreeMap<Period, Observations>();
            checks.rows().forEach((period, rows) -> byPeriod.put(period, rows.build()));
            return new ReturnFiles(byPeriod, List.copyOf(faults), notKept, unreadable, columns);
        }
    }

    /** A fault of a whole file. */
    static Fault ofFile(Path file, String code, String zh, String en, String adviceZh, String adviceEn) {
        return new Fault(
                code,
                Severity.ERROR,
                new Place(String.valueOf(file.getFileName()), null, 0, 0, null),
                "",
                new Wording(zh, en),
                new Wording(adviceZh, adviceEn));
    }
}
