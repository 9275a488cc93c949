package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.sql.SparkDialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code diaodu rules plan}: the rules as a job for a Spark cluster. Exit status 0 printed, 1 a rule is not compiled, 2
 * could not run.
 */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Prints the plan with which ./diaodu cluster run answers rules for every row (docs/cluster.md).")
final class PlanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "BOOK|RULE|MODEL",
            arity = "1..*",
            description = "folders of a book, a rule or a version; or .dmn files")
    private List<Path> paths = List.of();

    @Option(names = "--data", paramLabel = "PARQUET", required = true, description = "the cases; repeatable")
    private List<String> data = List.of();

    @Option(
            names = "--rows",
            paramLabel = "INPUT=PARQUET",
            description = "the rows of an input that is a list, with the cases' key; repeatable")
    private Map<String, String> children = Map.of();

    @Option(names = "--key", paramLabel = "COLUMN", required = true, description = "the column that identifies a case")
    private String key = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "where the results go, a folder each")
    private String out = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day the cases are about (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        List<Map<String, String>> statements = new ArrayList<>();
        boolean whole = true;
        for (Map.Entry<String, Target> each : targets().entrySet()) {
            Target target = each.getValue();
            switch (new ModelCompiler(target.model(), Columns.declared()).compile(target.decision())) {
                case Outcome.Left left -> {
                    Objects.requireNonNull(spec).commandLine().getErr().println(Left.said(left, language));
                    whole = false;
                }
                case Outcome.Carried(var compiled) ->
                    statements.add(Map.of(
                            "name", each.getKey(),
                            "sql", BulkRule.of(compiled).sql(new SparkDialect(), "cases", List.of(key))));
            }
        }
        Map<String, Object> tables = new LinkedHashMap<>();
        tables.put("cases", data);
        children.forEach((input, rows) -> tables.put(input, List.of(rows)));
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("tables", tables);
        plan.put("statements", statements);
        plan.put("out", out);
        PrintWriter writer = Objects.requireNonNull(spec).commandLine().getOut();
        writer.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(plan));
        writer.flush();
        return whole ? 0 : 1;
    }

    /** The decisions by the name of their result: a rule's id, or a model's file name. */
    private Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                String name = String.valueOf(path.getFileName()).replaceFirst("\\.dmn$", "");
                targets.put(name, Target.of(path, null, day));
                continue;
            }
            Folders folders = Folders.under(path);
            if (!folders.faults().isEmpty()) {
                throw folders.faults().getFirst();
            }
            for (Rule rule : RuleBook.of(folders.versions()).rules()) {
                targets.put(rule.id(), Target.of(rule.asOf(day), null));
            }
        }
        return targets;
    }
}
