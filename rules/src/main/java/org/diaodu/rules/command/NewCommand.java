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
import org.diaodu.rules.files.Language;
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

    @Option(
            names = "--replace",
            description = "write the table of a version that is there anew; its clause and worked cases stay")
    private boolean replace;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the messages")
    private Language language = Language.ofMachine();

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
        if (Files.exists(version) && !replace) {
            throw new RuleFault(
                    "rules.exists",
                    Place.of(version.toString()),
                    "已有这一版本。建议：只想改表格就加上 --replace（条文和算例保留），或换一个起始日期。",
                    "the version is there already. Maybe add --replace to write its table anew and keep its clause and cases,"
                            + " or take another first day.");
        }
        Files.createDirectories(version);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        write(out, version.resolve("model.dmn"), rule.model(), true);
        write(out, version.resolve("clause.md"), rule.clause(Instant.now()), false);
        write(out, version.resolve("cases.csv"), rule.cases(), false);
        out.println(language.say(
                "接着：在 clause.md 写入条文，在 cases.csv 填算例，再运行 ./diaodu rules check " + folder,
                "next: put the text into clause.md and worked cases into cases.csv, then ./diaodu rules check "
                        + folder));
        out.flush();
        return 0;
    }

    private static void write(PrintWriter out, Path file, String text, boolean anew) throws IOException {
        if (!anew && Files.exists(file)) return;
        Files.writeString(file, text, StandardCharsets.UTF_8);
        out.println(file);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }
}
