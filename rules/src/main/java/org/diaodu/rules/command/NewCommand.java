package org.diaodu.rules.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.rules.book.NewRule;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu rules new}: exit status 0 written, 2 could not. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Writes the three files of a new rule with one decision table (docs/rules.md).")
final class NewCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "the rule's folder in a book; its name becomes the rule's id")
    private Path folder = Path.of("");

    @Option(names = "--title", required = true, description = "what the rule is called")
    private String title = "";

    @Option(names = "--reference", required = true, description = "the text it comes from, with its number")
    private String reference = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "the first day it holds: 2022-03-16")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--decision", defaultValue = "", description = "the decision's name (default: the title)")
    private String decision = "";

    @Option(
            names = "--hit-policy",
            defaultValue = "UNIQUE",
            description = "UNIQUE, ANY, FIRST, PRIORITY, COLLECT, RULE ORDER or OUTPUT ORDER (default: UNIQUE)")
    private String hitPolicy = "UNIQUE";

    @Option(
            names = "--input",
            paramLabel = "'NAME: TYPE'",
            description = "an input: '营业收入: number(14,2)', '上市: boolean'")
    private List<String> inputs = List.of();

    @Option(
            names = "--column",
            paramLabel = "EXPRESSION",
            description = "a column of the table: '研发费用 / 营业收入' (default: every input)")
    private List<String> columns = List.of();

    @Option(names = "--output", paramLabel = "['NAME: ']TYPE", description = "an output: 'number(14,2)'")
    private List<String> outputs = List.of();

    @Option(
            names = "--row",
            paramLabel = "'CELL | CELL …'",
            description = "a row: a test for each column, then the outputs")
    private List<String> rows = List.of();

    @Override
    public Integer call() throws IOException {
        String main = decision.isEmpty() ? title : decision;
        NewRule rule = new NewRule(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                title,
                reference,
                from,
                main,
                hitPolicy,
                inputs.stream().map(text -> NewRule.Item.parse(text, "")).toList(),
                columns,
                outputs.stream().map(text -> NewRule.Item.parse(text, main)).toList(),
                rows.stream().map(NewCommand::cells).toList());
        Path version = folder.resolve(from.toString());
        if (Files.exists(version)) {
            throw new RuleFault(
                    "rules.exists",
                    Place.of(version.toString()),
                    "已有这一版本。建议：换一个起始日期，或删除该文件夹后重试。",
                    "the version is there already. Maybe another first day, or remove the folder first.");
        }
        Files.createDirectories(version);
        Files.writeString(version.resolve("model.dmn"), rule.model(), StandardCharsets.UTF_8);
        Files.writeString(version.resolve("clause.md"), rule.clause(Instant.now()), StandardCharsets.UTF_8);
        Files.writeString(version.resolve("cases.csv"), rule.cases(), StandardCharsets.UTF_8);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (String file : List.of("model.dmn", "clause.md", "cases.csv")) {
            out.println(version.resolve(file));
        }
        out.flush();
        return 0;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }
}
