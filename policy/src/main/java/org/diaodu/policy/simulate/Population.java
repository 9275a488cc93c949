package org.diaodu.policy.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises or projects in a csv, xlsx or Parquet file: a column for each fact, named as it is; one that is not there is not
 * known of anybody. To be closed.
 */
public final class Population implements AutoCloseable {

    /** The column of GB/T 2260 codes. */
    public static final String REGION = "地区";

    private static final int KEY_DIGITS = 20;
    private static final int SHOWN = 10;

    private final CaseFile file;
    private final SubjectTable table;

    private Population(CaseFile file, SubjectTable table) {
        this.file = file;
        this.table = table;
    }

    /**
     * Opens a file and reads what the books ask for.
     *
     * @param key the column that tells subjects apart
     * @param enterprise the column with the enterprise a project belongs to; the key itself for enterprises
     * @param by columns people are to be grouped by
     * @param books whose facts are read
     */
    public static Population open(
            Path path,
            SubjectKind kind,
            String key,
            String enterprise,
            List<String> by,
            List<PolicyBook> books,
            LocalDate day,
            Language language) {
        List<String> headings = headings(path, key);
        for (String column : List.of(key, enterprise)) {
            if (!headings.contains(column)) {
                throw new PolicyFault(
                        "policy.population",
                        Place.of(String.valueOf(path.getFileName())),
                        "没有列“" + column + "”，现有 " + String.join("、", headings) + "。建议：用 --key 指出区分对象的列。",
                        "there is no column \"" + column + "\"; there are " + String.join(", ", headings)
                                + ". Maybe name the column that tells subjects apart by --key.");
            }
        }
        Map<String, Type> facts = new LinkedHashMap<>();
        for (PolicyBook book : books) {
            BulkMatch.facts(book, day, kind).forEach((name, type) -> {
                if (headings.contains(name)) {
                    facts.merge(name, type, Population::wider);
                }
            });
            BookLaws.of(book, day).factsOfCeilings().forEach(name -> {
                if (headings.contains(name)) {
                    facts.putIfAbsent(name, Type.number(KEY_DIGITS, 4));
                }
            });
        }
        Exprs exprs = new Exprs();
        List<Input> wanted = new ArrayList<>();
        facts.forEach((name, type) -> wanted.add(exprs.input("", name, type)));
        List<String> texts = new ArrayList<>(by);
        texts.add(REGION);
        texts.add(enterprise);
        texts.stream()
                .distinct()
                .filter(name -> headings.contains(name) && !facts.containsKey(name) && !name.equals(key))
                .forEach(name -> wanted.add(exprs.input("", name, Type.TEXT)));
        CaseFile file = CaseFile.open(path, wanted, Map.of(), key, List.of(), language);
        refuseTwice(file, path, key);
        Map<String, Type> given = new LinkedHashMap<>();
        facts.forEach((name, type) ->
                given.put(name, Objects.requireNonNullElse(file.columns().type(name), type)));
        return new Population(
                file,
                new SubjectTable(
                        kind, CaseFile.TABLE, key, enterprise, headings.contains(REGION) ? REGION : null, given));
    }

    /** One subject on two lines would be paid twice. */
    private static void refuseTwice(CaseFile file, Path path, String key) {
        String column = CaseFile.DIALECT.quoted(key);
        List<String> twice = file.engine()
                .query(
                        "SELECT CAST(" + column + " AS VARCHAR) FROM " + CaseFile.TABLE
                                + " GROUP BY ALL HAVING count(*) > 1 ORDER BY 1 LIMIT " + SHOWN,
                        List.of(),
                        row -> String.valueOf(row.text(0)));
        if (!twice.isEmpty()) {
            file.close();
            throw new PolicyFault(
                    "policy.population",
                    Place.of(String.valueOf(path.getFileName())),
                    "列“" + key + "”有重复：" + String.join("、", twice) + "。建议：合并、分立或变更代码的企业只留现在的一行，此前的拨付记在现在的代码下。",
                    "the column \"" + key + "\" has some twice: " + String.join(", ", twice)
                            + ". Maybe keep one line for an enterprise that was merged or re-coded, and put what was"
                            + " paid before under its present code.");
        }
    }

    private static Type wider(Type one, Type other) {
        if (!one.kind().decimal() || one.real() || other.real()) {
            return one;
        }
        int places = Math.max(one.scale(), other.scale());
        return Type.decimal(one.kind(), Math.max(one.whole(), other.whole()) + places, places);
    }

    private static List<String> headings(Path path, String key) {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            try (DuckDb engine = DuckDb.over(List.of(path))) {
                return engine.query(
                        "SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(" + DuckDb.literal(path) + "))",
                        List.of(),
                        row -> String.valueOf(row.text(0)));
            }
        }
        try (SheetReader reader = SheetReader.open(path, List.of(SheetColumn.text(key, key)))) {
            return reader.headings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DuckDb engine() {
        return file.engine();
    }

    SubjectTable table() {
        return table;
    }

    boolean has(String column) {
        return column.equals(table.key())
                || !engine().query(
                                "SELECT 1 FROM duckdb_columns() WHERE table_name = ? AND column_name = ?",
                                List.of(table.name(), column),
                                row -> 1)
                        .isEmpty();
    }

    /** A column's text by key; null where it is empty. */
    Map<String, @Nullable String> texts(String column) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        String sql = "SELECT CAST(" + CaseFile.DIALECT.quoted(table.key()) + " AS VARCHAR), CAST("
                + CaseFile.DIALECT.quoted(column) + " AS VARCHAR) FROM " + table.name();
        engine().query(sql, List.of(), row -> texts.put(String.valueOf(row.text(0)), row.text(1)));
        return texts;
    }

    @Override
    public void close() {
        file.close();
    }
}
