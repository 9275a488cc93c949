package org.diaodu.policy.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** Enterprises, projects or products in a Parquet file: read where it stands, its columns of the types the clauses need. */
final class SubjectParquet implements SubjectSource {

    private final SubjectHeadings headings;
    private final Path file;
    private final String key;
    private final String enterprise;
    private final @Nullable String region;
    private final Map<String, Type> types;
    private final Set<String> keys;

    private SubjectParquet(
            SubjectHeadings headings,
            Path file,
            String key,
            String enterprise,
            @Nullable String region,
            Map<String, Type> types,
            Set<String> keys) {
        this.headings = headings;
        this.file = file;
        this.key = key;
        this.enterprise = enterprise;
        this.region = region;
        this.types = types;
        this.keys = keys;
    }

    static boolean is(Path file) {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".parquet");
    }

    /** As {@link SubjectFile#read}; null where the file lacks its key and nothing can be read. */
    static @Nullable SubjectParquet read(
            Path file,
            SubjectHeadings headings,
            Map<String, Type> wanted,
            @Nullable Set<String> enterprises,
            List<Wording> faults) {
        try (DuckDb engine = DuckDb.over(List.of(file))) {
            String from = "read_parquet(" + DuckDb.literal(file) + ")";
            Map<String, String> columns = new LinkedHashMap<>();
            engine.query(
                    "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from + ")",
                    List.of(),
                    row -> columns.put(String.valueOf(row.text(0)), String.valueOf(row.text(1))));
            List<String> present = List.copyOf(columns.keySet());
            String key = headings.find(headings.keyColumn(), present);
            String enterprise = headings.find(SubjectHeadings.ENTERPRISE, present);
            if (key == null || enterprise == null) {
                String missing = key == null ? headings.keyColumn() : SubjectHeadings.ENTERPRISE;
                faults.add(said(
                        file,
                        "",
                        "没有列“" + missing + "”，现有 " + String.join("、", present) + "。建议：加上它，企业的列名也可用 --key 指出",
                        "there is no column \"" + missing + "\" among " + String.join(", ", present)
                                + ". Maybe add it, or name that of enterprises by --key"));
                return null;
            }
            Map<String, Type> types = new LinkedHashMap<>();
            wanted.forEach((name, declared) -> {
                String given = columns.get(name);
                Type type = given == null ? null : CaseFile.typeOf(given, declared);
                if (type != null) {
                    types.put(name, type);
                } else if (given != null) {
                    faults.add(said(
                            file,
                            "列“" + name + "”",
                            "列的类型是 " + given + "，条款需要 " + declared.kind() + "。建议：在数据中转换该列",
                            "the column is of type " + given + ", the clauses need " + declared.kind()
                                    + ". Maybe convert it in the data"));
                }
            });
            String region = headings.find(SubjectHeadings.REGION, present);
            Set<String> keys = keys(engine, from, file, headings, key, enterprise, enterprises, faults);
            if (region != null) {
                regions(engine, from, file, region, faults);
            }
            return new SubjectParquet(headings, file, key, enterprise, region, types, keys);
        }
    }

    private static Wording said(Path file, String at, String zh, String en) {
        String name = String.valueOf(file.getFileName());
        String place = at.isEmpty() ? name : name + " " + at;
        return new Wording(place + "：" + zh + "。", place + ": " + en + ".");
    }

    private static Set<String> keys(
            DuckDb engine,
            String from,
            Path file,
            SubjectHeadings headings,
            String key,
            String enterprise,
            @Nullable Set<String> enterprises,
            List<Wording> faults) {
        Set<String> keys = new LinkedHashSet<>();
        int[] number = new int[1];
        engine.query(
                "SELECT CAST(" + CaseFile.DIALECT.quoted(key) + " AS VARCHAR), CAST("
                        + CaseFile.DIALECT.quoted(enterprise) + " AS VARCHAR) FROM " + from,
                List.of(),
                row -> {
                    String at = "第 " + ++number[0] + " 行 / row " + number[0];
                    String own = row.text(0);
                    String of = row.text(1);
                    if (own == null || of == null) {
                        faults.add(said(
                                file,
                                at,
                                "“" + (own == null ? key : enterprise) + "”为空。建议：补上",
                                "\"" + (own == null ? key : enterprise) + "\" is empty. Maybe fill it"));
                    } else if (!keys.add(own)) {
                        faults.add(said(
                                file,
                                at,
                                key + "“" + own + "”出现了两次。建议：一个对象只写一行",
                                key + " \"" + own + "\" stands twice. Maybe write one line for each"));
                    } else if (enterprises != null && !enterprises.contains(of)) {
                        faults.add(said(
                                file,
                                at,
                                "企业文件里没有企业“" + of + "”。建议：核对代码",
                                "the file of enterprises has no \"" + of + "\". Maybe check the code"));
                    }
                    return true;
                });
        return keys;
    }

    private static void regions(DuckDb engine, String from, Path file, String region, List<Wording> faults) {
        String column = "CAST(" + CaseFile.DIALECT.quoted(region) + " AS VARCHAR)";
        engine.query(
                "SELECT " + column + ", count(*) FROM " + from + " WHERE " + CaseFile.DIALECT.quoted(region)
                        + " IS NOT NULL GROUP BY 1 ORDER BY 1",
                List.of(),
                row -> {
                    String code = String.valueOf(row.text(0));
                    if (Regions.bundled().find(code) == null) {
                        faults.add(said(
                                file,
                                "列“" + region + "”",
                                "没有行政区划代码“" + code + "”（" + row.whole(1) + " 行）。建议：写六位 GB/T 2260 代码",
                                "there is no region \"" + code + "\" (" + row.whole(1)
                                        + " rows). Maybe write six digits of GB/T 2260"));
                    }
                    return true;
                });
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public SubjectTable table(DuckDb engine) {
        List<String> parts = new ArrayList<>();
        parts.add("CAST(" + CaseFile.DIALECT.quoted(key) + " AS VARCHAR) AS _key");
        parts.add("CAST(" + CaseFile.DIALECT.quoted(enterprise) + " AS VARCHAR) AS _enterprise");
        if (region != null) {
            parts.add("CAST(" + CaseFile.DIALECT.quoted(Objects.requireNonNull(region)) + " AS VARCHAR) AS _region");
        }
        types.forEach((name, type) -> parts.add("CAST(" + CaseFile.DIALECT.quoted(name) + " AS " + CaseFile.sql(type)
                + ") AS " + CaseFile.DIALECT.quoted(name)));
        String view = "_file_" + headings.kind().en();
        engine.execute(
                "CREATE VIEW " + view + " AS SELECT " + String.join(", ", parts) + " FROM read_parquet("
                        + DuckDb.literal(file) + ")",
                List.of());
        return new SubjectTable(headings.kind(), view, "_key", "_enterprise", region == null ? null : "_region", types);
    }

    @Override
    public void close() {}
}
