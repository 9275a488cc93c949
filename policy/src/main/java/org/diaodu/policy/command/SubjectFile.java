package org.diaodu.policy.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.UnitSeen;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.AmountUnit;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises, projects or products in a csv or xlsx file, a line each, with the facts as columns. A fact without a column is
 * not known; a cell that is not of its fact's type is a fault with its place.
 */
final class SubjectFile implements SubjectSource {

    private final SubjectKind kind;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> keys;
    private final boolean regional;
    private final Path rows;

    private SubjectFile(SubjectKind kind, Set<String> keys, boolean regional, Path rows) {
        this.kind = kind;
        this.keys = keys;
        this.regional = regional;
        this.rows = rows;
    }

    /**
     * Reads the file once and checks every cell.
     *
     * @param wanted the facts asked for, with their declared types
     * @param enterprises the keys of the enterprises that projects and products belong to; null for enterprises themselves
     * @param faults where everything wrong is noted
     */
    static SubjectFile read(
            Path file,
            SubjectHeadings headings,
            Map<String, Type> wanted,
            PolicyBook book,
            @Nullable Set<String> enterprises,
            List<Wording> faults) {
        List<SheetColumn> columns = new ArrayList<>(headings.columns());
        wanted.forEach((name, type) -> columns.add(column(name, type.kind())));
        try (SheetReader reader = SheetReader.open(file, columns)) {
            units(reader, book, faults);
            List<String> found = wanted.keySet().stream().filter(reader::has).toList();
            Path rows = Files.createTempFile("subjects", ".csv");
            SubjectFile all = new SubjectFile(
                    headings.kind(), new java.util.LinkedHashSet<>(), reader.has(SubjectHeadings.REGION), rows);
            Map<String, int[]> digits = new HashMap<>();
            found.forEach(name -> digits.put(name, new int[2]));
            try (BufferedWriter writer = Files.newBufferedWriter(rows, StandardCharsets.UTF_8)) {
                for (SheetRow row : reader) {
                    all.write(row, headings, enterprises, found, wanted, digits, writer);
                }
            }
            for (Fault fault : reader.faults().list()) {
                if (fault.severity() == Severity.ERROR) {
                    faults.add(new Wording(fault.zh(), fault.en()));
                }
            }
            found.forEach(name -> all.types.put(name, held(wanted.get(name), digits.get(name))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type held(@Nullable Type declared, int @Nullable [] digits) {
        if (declared == null || digits == null || declared.kind() != Kind.NUMBER) {
            return declared == null ? Type.TEXT : declared;
        }
        int scale = Math.max(declared.scale(), digits[1]);
        return Type.number(Math.max(declared.whole(), digits[0]) + scale, scale);
    }

    private static SheetColumn column(String name, Kind kind) {
        return switch (kind) {
            case NUMBER -> SheetColumn.decimal(name);
            case TRUTH -> SheetColumn.flag(name);
            case DATE -> SheetColumn.date(name);
            default -> SheetColumn.text(name);
        };
    }

    /** A heading that says another unit than the fact counts would make every amount wrong by thousands. */
    private static void units(SheetReader reader, PolicyBook book, List<Wording> faults) {
        for (UnitSeen seen : reader.units()) {
            AmountUnit wanted = seen.column() == null ? null : book.unitOf(seen.column());
            AmountUnit written = AmountUnit.find(seen.unit());
            if (wanted != null && written != null && wanted != written) {
                Fault fault = new Fault(
                        "policy.unit",
                        Severity.ERROR,
                        seen.place(),
                        seen.unit(),
                        new Wording("条款按" + wanted.zh() + "计", "the clauses count " + wanted.en()),
                        new Wording("换算成" + wanted.zh(), "convert the column"));
                faults.add(new Wording(fault.zh(), fault.en()));
            }
        }
    }

    private void write(
            SheetRow row,
            SubjectHeadings headings,
            @Nullable Set<String> enterprises,
            List<String> found,
            Map<String, Type> wanted,
            Map<String, int[]> digits,
            BufferedWriter writer)
            throws IOException {
        String key = headings.key(row);
        String enterprise = kind == SubjectKind.ENTERPRISE ? key : row.code(SubjectHeadings.ENTERPRISE);
        String region = row.code(SubjectHeadings.REGION);
        if (region != null && Regions.bundled().find(region) == null) {
            row.fault(
                    "policy.region",
                    Severity.ERROR,
                    SubjectHeadings.REGION,
                    new Wording("没有这个行政区划代码", "there is no such region"),
                    new Wording("写六位 GB/T 2260 代码，如 230100", "write six digits of GB/T 2260, as 230100"));
        }
        if (key != null && !keys.add(key)) {
            row.fault(
                    "policy.subject",
                    Severity.ERROR,
                    headings.keyColumn(),
                    new Wording("出现了两次", "it stands twice"),
                    new Wording("一个对象只写一行", "write one line for each"));
        }
        if (enterprises != null && enterprise != null && !enterprises.contains(enterprise)) {
            row.fault(
                    "policy.subject",
                    Severity.ERROR,
                    SubjectHeadings.ENTERPRISE,
                    new Wording("企业文件里没有这家企业", "the file of enterprises has no such enterprise"),
                    new Wording("核对代码", "check the code"));
        }
        StringBuilder line = new StringBuilder(quoted(key));
        line.append(',').append(quoted(enterprise)).append(',').append(quoted(region));
        for (String name : found) {
            Kind kindOf = java.util.Objects.requireNonNull(wanted.get(name)).kind();
            line.append(',')
                    .append(quoted(cell(row, name, kindOf, java.util.Objects.requireNonNull(digits.get(name)))));
        }
        writer.append(line).append('\n');
    }

    private static @Nullable String cell(SheetRow row, String name, Kind kind, int[] digits) {
        Object kept = switch (kind) {
            case NUMBER -> row.decimal(name);
            case TRUTH -> row.flag(name);
            case DATE -> row.date(name);
            case TEXT, NOTHING -> row.text(name);
            default -> parsed(row, name, kind);
        };
        if (kept instanceof BigDecimal number) {
            BigDecimal plain = Type.plain(number);
            digits[0] = Math.max(digits[0], Math.max(1, plain.precision() - plain.scale()));
            digits[1] = Math.max(digits[1], plain.scale());
            return plain.toPlainString();
        }
        return kept == null ? null : String.valueOf(kept);
    }

    private static @Nullable Object parsed(SheetRow row, String name, Kind kind) {
        String text = row.text(name);
        Object value = text == null ? null : CaseValues.parse(text, kind);
        if (text != null && value == null) {
            row.fault(
                    "policy.value",
                    Severity.ERROR,
                    name,
                    new Wording("不是此事实的类型", "it is not of the fact's type"),
                    CaseValues.advice(kind));
        }
        return Values.kept(value);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public Path file() {
        return rows;
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public SubjectTable table(DuckDb engine) {
        List<String> names = new ArrayList<>(List.of("'k': 'VARCHAR'", "'e': 'VARCHAR'", "'r': 'VARCHAR'"));
        List<String> parts = new ArrayList<>(List.of("k AS _key", "e AS _enterprise"));
        if (regional) {
            parts.add("r AS _region");
        }
        int at = 0;
        for (Map.Entry<String, Type> fact : types.entrySet()) {
            names.add("'c" + at + "': 'VARCHAR'");
            parts.add("CAST(c" + at + " AS " + CaseFile.sql(fact.getValue()) + ") AS "
                    + CaseFile.DIALECT.quoted(fact.getKey()));
            at++;
        }
        String table = "_file_" + kind.en();
        engine.execute(
                "CREATE TABLE " + table + " AS SELECT " + String.join(", ", parts) + " FROM read_csv("
                        + DuckDb.literal(rows) + ", header = false, auto_detect = false, delim = ',', quote = '\"',"
                        + " escape = '\"', nullstr = '', allow_quoted_nulls = false, columns = {"
                        + String.join(", ", names) + "})",
                List.of());
        return new SubjectTable(kind, table, "_key", "_enterprise", regional ? "_region" : null, types);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(rows);
        } catch (IOException e) {
            rows.toFile().deleteOnExit();
        }
    }
}
