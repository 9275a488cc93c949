package org.diaodu.rules.files;

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
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.Row;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Cases in a csv, xlsx or parquet file as a table of DuckDB named {@value #TABLE}, its columns named as the inputs. A csv or
 * xlsx is read through the sheets module; what is wrong in it is said with its place and stops the command.
 */
public final class CaseFile implements AutoCloseable {

    public static final String TABLE = "cases";
    public static final DuckDbDialect DIALECT = new DuckDbDialect();

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    private static final int LISTED = 20;

    private final DuckDb engine;
    private final String key;
    private final Map<String, Type> types = new HashMap<>();
    private final List<Input> inputs;
    private final @Nullable Path converted;

    /** @param file named by the user; {@code mapped} gives for some inputs the file's own column names */
    public static CaseFile open(
            Path file,
            List<Input> wanted,
            Map<String, String> mapped,
            @Nullable String key,
            List<Path> alsoReached,
            Language language) {
        List<Input> inputs =
                wanted.stream().filter(input -> input.table().isEmpty()).toList();
        boolean parquet = file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        return parquet
                ? new CaseFile(file, inputs, mapped, key, alsoReached)
                : new CaseFile(file, inputs, mapped, key, alsoReached, language);
    }

    // --- parquet

    private CaseFile(
            Path file, List<Input> inputs, Map<String, String> mapped, @Nullable String key, List<Path> alsoReached) {
        this.inputs = inputs;
        this.converted = null;
        this.engine = engine(file, alsoReached);
        String from = "read_parquet(" + DuckDb.literal(file) + ")";
        Map<String, String> columns = new LinkedHashMap<>();
        engine.query(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from + ")",
                List.of(),
                row -> columns.put(String.valueOf(row.text(0)), String.valueOf(row.text(1))));
        this.key = key == null ? "row" : key;
        List<String> parts = new ArrayList<>();
        parts.add(
                key == null
                        ? "row_number() OVER () AS \"row\""
                        : DIALECT.quoted(
                                present(file, key, columns.keySet().stream().toList())));
        for (Input input : inputs) {
            String column =
                    present(file, mapped.getOrDefault(input.name(), input.name()), List.copyOf(columns.keySet()));
            String sqlType = String.valueOf(columns.get(column));
            Type type = typeOf(sqlType, input.type());
            if (type == null) {
                throw wrongType(file, column, sqlType, input.type().kind());
            }
            types.put(input.name(), type);
            if (!input.name().equals(key)) {
                parts.add((type.real()
                                ? DIALECT.quoted(column)
                                : "CAST(" + DIALECT.quoted(column) + " AS " + sql(type) + ")")
                        + " AS " + DIALECT.quoted(input.name()));
            }
        }
        engine.execute("CREATE VIEW " + TABLE + " AS SELECT " + String.join(", ", parts) + " FROM " + from, List.of());
    }

    /** What a column of Parquet holds for an input declared so; null where it is of another kind. */
    public static @Nullable Type typeOf(String sql, Type declared) {
        Matcher decimal = DECIMAL.matcher(sql);
        Kind kind = declared.kind();
        if (kind.decimal()) {
            if (decimal.matches()) {
                return Type.decimal(kind, Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
            }
            return switch (sql) {
                case "TINYINT", "UTINYINT" -> Type.decimal(kind, 3, 0);
                case "SMALLINT", "USMALLINT" -> Type.decimal(kind, 5, 0);
                case "INTEGER", "UINTEGER" -> Type.decimal(kind, 10, 0);
                case "BIGINT", "UBIGINT" -> Type.decimal(kind, 19, 0);
                case "FLOAT", "DOUBLE" -> declared; // brought to the digits the model declares
                default -> null;
            };
        }
        boolean fits = switch (kind) {
            case TEXT -> sql.equals("VARCHAR") || sql.startsWith("ENUM");
            case TRUTH -> sql.equals("BOOLEAN");
            case DATE -> sql.equals("DATE");
            case DATE_TIME -> sql.startsWith("TIMESTAMP") && !sql.contains("ZONE");
            default -> false;
        };
        return fits ? declared : null;
    }

    // --- csv and xlsx

    private CaseFile(
            Path file,
            List<Input> inputs,
            Map<String, String> mapped,
            @Nullable String key,
            List<Path> alsoReached,
            Language language) {
        this.inputs = inputs;
        this.key = key == null ? "row" : key;
        List<SheetColumn> columns = new ArrayList<>();
        if (key != null && inputs.stream().noneMatch(input -> input.name().equals(key))) {
            columns.add(SheetColumn.text(key).inEverySheet());
        }
        for (Input input : inputs) {
            columns.add(column(input, mapped.getOrDefault(input.name(), input.name()))
                    .inEverySheet());
        }
        Path rows = null;
        try (SheetReader reader = SheetReader.open(file, columns)) {
            rows = Files.createTempFile("cases", ".csv");
            this.converted = rows;
            int[][] digits = new int[inputs.size()][2];
            try (BufferedWriter writer = Files.newBufferedWriter(rows, StandardCharsets.UTF_8)) {
                Progress progress = new Progress(language);
                for (SheetRow row : reader) {
                    StringBuilder line = new StringBuilder();
                    line.append(key == null ? String.valueOf(row.number()) : quoted(row.text(key)));
                    for (int i = 0; i < inputs.size(); i++) {
                        line.append(',').append(quoted(cell(row, inputs.get(i), digits[i])));
                    }
                    writer.append(line).append('\n');
                    progress.step();
                }
                progress.end();
            }
            refuse(reader, file);
            for (int i = 0; i < inputs.size(); i++) {
                Type declared = inputs.get(i).type();
                types.put(
                        inputs.get(i).name(),
                        declared.kind() == Kind.NUMBER
                                ? Type.number(Math.max(1, digits[i][0]) + digits[i][1], digits[i][1])
                                : declared);
            }
            this.engine = engine(rows, alsoReached);
            List<String> names = new ArrayList<>();
            names.add("'key': 'VARCHAR'");
            List<String> parts = new ArrayList<>();
            parts.add(key == null ? "CAST(\"key\" AS BIGINT) AS \"row\"" : "\"key\" AS " + DIALECT.quoted(key));
            for (int i = 0; i < inputs.size(); i++) {
                Input input = inputs.get(i);
                names.add("'c" + i + "': 'VARCHAR'");
                if (!input.name().equals(key)) {
                    parts.add("CAST(c" + i + " AS " + sql(types.getOrDefault(input.name(), input.type())) + ") AS "
                            + DIALECT.quoted(input.name()));
                }
            }
            engine.execute(
                    "CREATE TABLE " + TABLE + " AS SELECT " + String.join(", ", parts) + " FROM read_csv("
                            + DuckDb.literal(rows) + ", header = false, auto_detect = false, delim = ',', quote = '\"',"
                            + " escape = '\"', nullstr = '', allow_quoted_nulls = false, columns = {"
                            + String.join(", ", names) + "})",
                    List.of());
        } catch (IOException e) {
            delete(rows);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(rows);
            throw e;
        }
    }

    private static SheetColumn column(Input input, String heading) {
        return switch (input.type().kind()) {
            case NUMBER -> SheetColumn.decimal(input.name(), heading);
            case TRUTH -> SheetColumn.flag(input.name(), heading);
            case DATE -> SheetColumn.date(input.name(), heading);
            default -> SheetColumn.text(input.name(), heading);
        };
    }

    private static @Nullable String cell(SheetRow row, Input input, int[] digits) {
        String name = input.name();
        return switch (input.type().kind()) {
            case NUMBER -> {
                BigDecimal number = row.decimal(name);
                if (number == null) {
                    yield null;
                }
                BigDecimal plain = Type.plain(number);
                digits[0] = Math.max(digits[0], plain.precision() - plain.scale());
                digits[1] = Math.max(digits[1], plain.scale());
                yield plain.toPlainString();
            }
            case TRUTH -> {
                Boolean flag = row.flag(name);
                yield flag == null ? null : flag.toString();
            }
            case DATE -> {
                var date = row.date(name);
                yield date == null ? null : date.toString();
            }
            case TEXT -> row.text(name);
            default -> {
                String text = row.text(name);
                Object value = text == null
                        ? null
                        : CaseValues.parse(text, input.type().kind());
                if (text != null && value == null) {
                    row.fault(
                            "rules.case-value",
                            Severity.ERROR,
                            name,
                            new org.diaodu.sheets.Wording("不是此列的类型", "it is not of the column's type"),
                            CaseValues.advice(input.type().kind()));
                }
                yield value == null
                        ? null
                        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            }
        };
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** All that is wrong in the file, in one fault. */
    private static void refuse(SheetReader reader, Path file) {
        if (!reader.faults().hasErrors()) {
            return;
        }
        List<org.diaodu.sheets.Fault> errors = reader.faults().list().stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .toList();
        UnaryOperator<String> more =
                text -> errors.size() > LISTED ? text + "\n… " + (errors.size() - LISTED) + " more" : text;
        throw new RuleFault(
                "rules.data",
                Place.of(String.valueOf(file.getFileName())),
                more.apply("数据不能使用：\n"
                        + String.join(
                                "\n",
                                errors.stream()
                                        .limit(LISTED)
                                        .map(org.diaodu.sheets.Fault::zh)
                                        .toList())),
                more.apply("the data cannot be used:\n"
                        + String.join(
                                "\n",
                                errors.stream()
                                        .limit(LISTED)
                                        .map(org.diaodu.sheets.Fault::en)
                                        .toList())));
    }

    // --- both

    private static DuckDb engine(Path file, List<Path> alsoReached) {
        List<Path> reached = new ArrayList<>(alsoReached);
        reached.add(file);
        return DuckDb.over(reached);
    }

    public static String sql(Type type) {
        return switch (type.kind()) {
            case NUMBER, TIME, MONTHS, SECONDS ->
                type.real() ? "DOUBLE" : "DECIMAL(" + type.digits() + ", " + type.scale() + ")";
            case TEXT, NOTHING -> "VARCHAR";
            case TRUTH -> "BOOLEAN";
            case DATE -> "DATE";
            case DATE_TIME -> "TIMESTAMP";
        };
    }

    private static String present(Path file, String column, List<String> columns) {
        if (columns.contains(column)) {
            return column;
        }
        String nearest = Nearest.to(column, columns);
        throw new RuleFault(
                "rules.data-column",
                Place.of(String.valueOf(file.getFileName())),
                "没有列“" + column + "”，现有列：" + String.join("、", columns) + "。建议："
                        + (nearest == null ? "" : "也许是“" + nearest + "”：") + "--map " + column + "="
                        + (nearest == null ? "列名" : nearest) + "。",
                "there is no column \"" + column + "\"; there are " + String.join(", ", columns) + ". Maybe --map "
                        + column + "=" + (nearest == null ? "COLUMN" : nearest) + ".");
    }

    private static RuleFault wrongType(Path file, String column, String type, Kind kind) {
        return new RuleFault(
                "rules.data-type",
                Place.of(String.valueOf(file.getFileName())).at("列“" + column + "”"),
                "列的类型是 " + type + "，规则需要 " + kind + "。建议：在数据中转换该列，或用 --map 指定另一列。",
                "the column is of type " + type + ", the rule needs " + kind
                        + ". Maybe convert the column in the data, or name another by --map.");
    }

    public DuckDb engine() {
        return engine;
    }

    public String key() {
        return key;
    }

    /** Numbers take the digits of the data. */
    public Columns columns() {
        return types::get;
    }

    /** The FEEL values of the inputs in a row of the table, by input name. */
    public Map<String, @Nullable Object> values(Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Input input : inputs) {
            int at = row.column(input.name());
            @Nullable
            Object kept = row.isNull(at)
                    ? null
                    : switch (input.type().kind()) {
                        case NUMBER, TIME, MONTHS, SECONDS -> row.decimal(at);
                        case TEXT, NOTHING -> row.text(at);
                        case TRUTH -> row.flag(at);
                        case DATE -> row.date(at);
                        case DATE_TIME -> row.dateTime(at);
                    };
            CaseValues.put(values, input.name(), Values.feel(kept, input.type().kind()));
        }
        return values;
    }

    @Override
    public void close() {
        engine.close();
        delete(converted);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
