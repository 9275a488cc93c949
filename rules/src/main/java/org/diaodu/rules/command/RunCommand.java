package org.diaodu.rules.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.lake.DuckDb;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.CaseFile;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.files.Progress;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code diaodu rules run}: exit status 0 every case was answered, 1 some met an error, 2 could not run. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Answers a decision for every case of a file: on DuckDB where it compiles, else one by one on the"
                + " reference engine.")
final class RunCommand implements Callable<Integer> {

    /** How the answers are written. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    /** Conditions up to which rows and missing inputs are given beside the answers. */
    private static final int MOST_CONDITIONS = 1_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL|RULE", description = "a .dmn file, or the folder of a rule or a version")
    private Path path = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--decision",
            paramLabel = "D",
            description = "the decision (default: the rule's, or the one no other needs)")
    private @Nullable String decision;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "the column that identifies a case (default: the row's number)")
    private @Nullable String key;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the version of the rule that holds on this day (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE.parquet",
            description = "write the result's columns into this file instead")
    private @Nullable Path into;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        if (into != null && !into.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".parquet")) {
            throw new RuleFault(
                    "rules.out",
                    Place.of(into.toString()),
                    "--out 写的是 parquet 文件。建议：文件名用 .parquet 结尾；要 csv 就用 --format csv > 文件。",
                    "--out writes a parquet file. Maybe let its name end in .parquet; for csv use --format csv > FILE.");
        }
        Target target = Target.of(path, decision, asOf);
        List<Input> inputs = DataOptions.inputs(target);
        boolean begun = into != null && !Files.exists(into);
        try {
            int status = answered(target, inputs);
            begun = false;
            return status;
        } finally {
            if (begun) {
                discard();
            }
        }
    }

    private int answered(Target target, List<Input> inputs) {
        try (CaseFile cases = data.open(inputs, key, reached(), language)) {
            repeated(cases);
            Outcome outcome = new ModelCompiler(target.model(), cases.columns()).compile(target.decision());
            return switch (outcome) {
                case Outcome.Carried(Compiled compiled) -> compiled(compiled, cases);
                case Outcome.Left left -> oneByOne(left, target, cases);
            };
        }
    }

    /** Two cases of one key are both answered, but nobody could tell them apart by it. */
    private void repeated(CaseFile cases) {
        if (key == null) {
            return;
        }
        String column = CaseFile.DIALECT.quoted(cases.key());
        cases.engine()
                .query(
                        "SELECT CAST(" + column + " AS VARCHAR), count(*) FROM " + CaseFile.TABLE + " WHERE " + column
                                + " IS NOT NULL GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 1",
                        List.of(),
                        row -> {
                            Objects.requireNonNull(spec)
                                    .commandLine()
                                    .getErr()
                                    .println(language.say(
                                            "注意：" + key + " 有重复的值，例如 " + row.text(0) + "（" + row.whole(1)
                                                    + " 行）；各行分别给出结果。",
                                            "note: " + key + " has values that stand more than once, such as "
                                                    + row.text(0) + " (" + row.whole(1)
                                                    + " rows); each row has its own answer."));
                            return true;
                        });
    }

    /** What was begun and failed leaves no empty file. */
    private void discard() {
        try {
            Files.deleteIfExists(Objects.requireNonNull(into));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine writes to files that are there only. */
    private List<Path> reached() {
        if (into == null) {
            return List.of();
        }
        try {
            if (!Files.exists(into)) {
                Files.createFile(into);
            }
            return List.of(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int compiled(Compiled compiled, CaseFile cases) {
        if (!compiled.tablesOfRows().isEmpty()) {
            throw new RuleFault(
                    "rules.data-rows",
                    Place.of(compiled.model().source()),
                    "决策要汇总明细 " + compiled.tablesOfRows() + "，一个文件放不下。建议：用 explain 逐例给出，或在程序中使用。",
                    "the decision summarises rows of " + compiled.tablesOfRows()
                            + ", for which one file has no room. Maybe give a case by explain, or use the library.");
        }
        boolean reasons = into != null
                || compiled.tables().stream()
                                .mapToInt(table -> table.conditions().size())
                                .sum()
                        <= MOST_CONDITIONS;
        BulkRule rule = reasons ? BulkRule.of(compiled) : BulkRule.withoutReasons(compiled);
        String sql = rule.sql(CaseFile.DIALECT, CaseFile.TABLE, List.of(cases.key()));
        if (into != null) {
            cases.engine()
                    .execute(
                            "COPY (" + sql + ") TO " + DuckDb.literal(into) + " (FORMAT parquet, USE_TMP_FILE false)",
                            List.of());
            long written = cases.engine()
                    .queryOne("SELECT count(*) FROM " + CaseFile.TABLE, List.of(), row -> row.whole(0))
                    .orElse(0L);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println(language.say(
                            "已写入 " + into + "：" + written + " 例。", written + " cases are written to " + into + "."));
            return 0;
        }
        Answers answers = new Answers(cases.key(), compiled.decision());
        cases.engine().query(sql, List.of(), row -> {
            Map<String, @Nullable Object> more = new LinkedHashMap<>();
            int last = compiled.tables().size() - 1;
            if (reasons && last >= 0) {
                more.put(
                        "rows",
                        rule.matchedRows(last, row).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
                more.put("missing", missing(rule, compiled.tables().get(last), last, row));
            }
            answers.add(row.text(0), rule.value(row), more);
            return true;
        });
        answers.print();
        return 0;
    }

    private static String missing(BulkRule rule, Compiled.Table table, int at, org.diaodu.lake.Row row) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (rule.isMissing(at, i, row)) {
                missing.add(table.columns().get(i).text());
            }
        }
        return String.join("; ", missing);
    }

    private int oneByOne(Outcome.Left left, Target target, CaseFile cases) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println(Left.said(left, language));
        if (into != null) {
            throw new RuleFault(
                    "rules.out",
                    left.place(),
                    "只有编译的决策能写成 parquet。建议：用 --format csv。",
                    "only a compiled decision is written as parquet. Maybe use --format csv.");
        }
        Answers answers = new Answers(cases.key(), target.decision());
        Progress progress = new Progress(language);
        int[] failed = new int[1];
        String all = "SELECT * FROM " + CaseFile.TABLE;
        cases.engine().query(all, List.of(), row -> {
            Answer answer = target.model().evaluate(target.decision(), cases.values(row));
            String key = row.text(row.column(cases.key()));
            if (answer.failed()) {
                failed[0]++;
                err.println(cases.key() + " " + key + ": " + String.join("; ", answer.faults()));
            }
            answers.add(key, answer.value(), Map.of());
            progress.step();
            return true;
        });
        progress.end();
        answers.print();
        return failed[0] > 0 ? 1 : 0;
    }

    /** The answers as they are written: a column for each output, or one named as the decision. */
    private final class Answers {

        private final PrintWriter out =
                Objects.requireNonNull(spec).commandLine().getOut();
        private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        private final String key;
        private final String decision;

        Answers(String key, String decision) {
            this.key = key;
            this.decision = decision;
        }

        void add(@Nullable String keyOfCase, @Nullable Object value, Map<String, @Nullable Object> more) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(key, keyOfCase);
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, inner) -> row.put(String.valueOf(name), shown(inner)));
            } else {
                row.put(decision, shown(value));
            }
            row.putAll(more);
            rows.add(row);
        }

        private @Nullable Object shown(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case java.math.BigDecimal number -> org.diaodu.rules.typed.Type.plain(number);
                case String text -> text;
                case Boolean truth -> truth;
                default -> FeelValue.text(value);
            };
        }

        void print() {
            switch (format) {
                case JSON ->
                    out.println(JsonMapper.builder()
                            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                            .build()
                            .writeValueAsString(Map.of("decision", decision, "cases", rows)));
                case CSV, TABLE -> {
                    java.util.Set<String> names = new java.util.LinkedHashSet<>();
                    rows.forEach(row -> names.addAll(row.keySet()));
                    List<String> columns = List.copyOf(names);
                    List<List<String>> cells = new ArrayList<>();
                    cells.add(
                            format == Format.CSV
                                    ? columns
                                    : columns.stream().map(this::heading).toList());
                    rows.forEach(row -> cells.add(
                            columns.stream().map(name -> text(row.get(name))).toList()));
                    if (format == Format.CSV) {
                        cells.forEach(line -> out.println(Grid.csv(line)));
                    } else {
                        Grid.table(cells).forEach(out::println);
                    }
                }
            }
            out.flush();
        }

        private String heading(String column) {
            return switch (column) {
                case "rows" -> language.say("成立的行", column);
                case "missing" -> language.say("缺数据", column);
                default -> column;
            };
        }

        private static String text(@Nullable Object value) {
            return value == null
                    ? ""
                    : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
        }
    }
}
