package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.NumberText;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/** Published indices: a row for each month or quarter, a column for each part or total; NA, : or nothing is not published. */
final class IndexTable {
    private static final SheetColumn PERIOD =
            SheetColumn.text("period", "时期", "报告期", "月份").inEveryRow();
    private static final Set<String> NOT_PUBLISHED = Set.of("NA", "N/A", ":", "…", "..", "-", "–");

    private final Map<String, Map<Period, Double>> columns = new HashMap<>();
    private final Set<Period> periods = new LinkedHashSet<>();

    private IndexTable() {}

    static IndexTable read(List<Path> files, List<Fault> faults) throws IOException {
        var table = new IndexTable();
        for (Path file : files) table.read(file, faults);
        return table;
    }

    Set<String> columns() {
        return columns.keySet();
    }

    Set<Period> periods() {
        return periods;
    }

    /** The index in a period: its own row, or the mean of the months of it; NaN where one is not published. */
    double at(String column, Period period) {
        Map<Period, Double> figures = columns.getOrDefault(column, Map.of());
        Double own = figures.get(period);
        if (own != null || period.kind() == Period.Kind.MONTH) return own == null ? Double.NaN : own;
        double sum = 0;
        for (int month = 0; month < period.months(); month++) {
            sum += at(column, Period.month(period.first().plusMonths(month)));
        }
        return sum / period.months();
    }

    private void read(Path file, List<Fault> faults) throws IOException {
        List<String> headings;
        try (SheetReader reader = SheetReader.open(file, List.of(PERIOD))) {
            headings = reader.headings().stream()
                    .filter(heading -> !heading.isBlank())
                    .toList();
            if (reader.faults().hasErrors()) {
                faults.addAll(reader.faults().list());
                return;
            }
        }
        var expected = new ArrayList<SheetColumn>(List.of(PERIOD));
        headings.stream()
                .filter(heading -> !heading.equalsIgnoreCase("period"))
                .forEach(heading -> expected.add(SheetColumn.text(heading)));
        try (SheetReader reader = SheetReader.open(file, expected)) {
            for (SheetRow row : reader) row(row, expected);
            faults.addAll(reader.faults().list());
        }
    }

    private void row(SheetRow row, List<SheetColumn> expected) {
        Period period = period(row);
        if (period == null) return;
        if (!periods.add(period)) {
            row.fault(
                    "growth.duplicate-period",
                    Severity.ERROR,
                    "period",
                    new Wording("时期重复", "the period stands twice"),
                    new Wording("删去其中一行", "remove one of the two"));
        }
        for (SheetColumn column : expected.subList(1, expected.size())) {
            columns.computeIfAbsent(column.name(), _ -> new HashMap<>()).put(period, figure(row, column.name()));
        }
    }

    static @Nullable Period period(SheetRow row) {
        String text = row.text("period");
        if (text == null) return null;
        try {
            return Period.parse(text);
        } catch (StandardsException refusal) {
            row.fault(
                    "growth.period-unknown",
                    Severity.ERROR,
                    "period",
                    new Wording(refusal.zh(), refusal.en()),
                    new Wording("", ""));
            return null;
        }
    }

    /** A figure of a published table, NaN where it says that there is none. */
    static double figure(SheetRow row, String column) {
        String text = row.text(column);
        if (text == null || NOT_PUBLISHED.contains(text)) return Double.NaN;
        return switch (NumberText.parse(text)) {
            case NumberText.Value value -> value.number().doubleValue();
            case NumberText.Empty() -> Double.NaN;
            case NumberText.Refused refused -> {
                row.fault(refused.code(), Severity.ERROR, column, refused.message(), refused.advice());
                yield Double.NaN;
            }
        };
    }
}
