package org.diaodu.rules.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.ReadOptions;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The worked cases of a rule, as its {@code cases.csv} has them.
 *
 * @param source the file's name in messages
 * @param cases in the order of the file
 * @param faults cells and headings that could not be read, each with its place, the value and what to try
 */
public record CaseTable(String source, List<WorkedCase> cases, List<Fault> faults) {

    static final String EXPECT = "expect:";

    public CaseTable {
        cases = List.copyOf(cases);
        faults = List.copyOf(faults);
    }

    /** Reads cases for the inputs and decisions of a model; null bytes are no cases. Bad content throws nothing. */
    public static CaseTable read(String source, RuleModel model, byte @Nullable [] csv) {
        if (csv == null) {
            return new CaseTable(source, List.of(), List.of());
        }
        Map<String, DeclaredType> inputs = DeclaredType.inputs(model.definitions());
        Map<String, CaseColumn> columns = new LinkedHashMap<>();
        inputs.forEach((name, type) -> CaseColumn.of("", name, type).forEach(c -> columns.put(c.heading(), c)));
        Map<String, CaseColumn> expected = new LinkedHashMap<>();
        DeclaredType.decisions(model.definitions())
                .forEach((name, type) -> CaseColumn.of(EXPECT, name, type).forEach(c -> expected.put(c.heading(), c)));
        List<SheetColumn> sheet =
                new ArrayList<>(List.of(SheetColumn.text("case").inEveryRow()));
        columns.values().forEach(column -> sheet.add(column.sheetColumn()));
        expected.values().forEach(column -> sheet.add(column.sheetColumn()));
        List<WorkedCase> cases = new ArrayList<>();
        try (SheetReader reader = SheetReader.open(new ByteArrayInputStream(csv), source, sheet, ReadOptions.DEFAULT)) {
            columns.keySet().removeIf(column -> !reader.has(column));
            expected.keySet().removeIf(column -> !reader.has(column));
            for (SheetRow row : reader) {
                cases.add(worked(row, inputs, columns.values(), expected.values()));
            }
            return new CaseTable(source, cases, weighed(reader.faults()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkedCase worked(
            SheetRow row,
            Map<String, DeclaredType> inputs,
            Iterable<CaseColumn> columns,
            Iterable<CaseColumn> expectations) {
        String name = row.text("case");
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        inputs.keySet().forEach(input -> values.put(input, null));
        for (CaseColumn column : columns) {
            column.put(values, column.value(row));
        }
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        for (CaseColumn column : expectations) {
            expected.put(column.heading().substring(EXPECT.length()), column.value(row));
        }
        return new WorkedCase(row.number(), name == null ? "" : name, values, expected, row.sound());
    }

    /** A heading nobody asked for is a slip here: what it was to say would be left out unsaid. */
    private static List<Fault> weighed(Faults faults) {
        return faults.list().stream()
                .map(fault -> fault.code().equals("sheets.unknown-column")
                        ? new Fault(
                                fault.code(),
                                Severity.ERROR,
                                fault.place(),
                                fault.value(),
                                fault.message(),
                                fault.advice())
                        : fault)
                .toList();
    }

    /** Whether every cell could be read. */
    public boolean sound() {
        return faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
    }
}
