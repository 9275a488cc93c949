package org.diaodu.rules.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.rules.book.CaseOutcome;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Cases;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.files.WorkedLine;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu rules test}: exit status 0 every worked case holds, 1 one does not, 2 could not run. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Runs the worked cases that stand beside the rules, and says which rows no case reaches.")
final class TestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of a book, a rule or a version")
    private List<Path> paths = List.of();

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the results")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean well = true;
        long holding = 0;
        long all = 0;
        for (Path path : paths) {
            Folders folders = Folders.under(path);
            for (RuleFault fault : folders.faults()) {
                out.println(language.say(fault.chinese(), fault.english()));
                well = false;
            }
            for (RuleVersion version : folders.versions()) {
                CaseReport report = Cases.run(version);
                holding += report.holding();
                all += report.outcomes().size();
                well &= report.allHold() && version.cases().sound();
                said(out, version, report);
            }
        }
        out.println(language.say(all + " 个算例，" + holding + " 个成立。", holding + " of " + all + " cases hold."));
        out.flush();
        return well ? 0 : 1;
    }

    private void said(PrintWriter out, RuleVersion version, CaseReport report) {
        int count = report.outcomes().size();
        out.println(version.label()
                + language.say(
                        "：" + count + " 个算例，" + report.holding() + " 个成立",
                        ": " + report.holding() + " of " + count + " cases hold"));
        version.cases().faults().forEach(fault -> out.println("  " + language.say(fault.zh(), fault.en())));
        for (CaseOutcome outcome : report.outcomes()) {
            WorkedLine.of(outcome, language).forEach(line -> out.println("  " + line));
        }
        for (CaseReport.TableCoverage table : report.coverage()) {
            if (!table.uncovered().isEmpty()) {
                String rows = table.uncovered().stream().map(String::valueOf).collect(Collectors.joining(", "));
                out.println("  "
                        + language.say(
                                "“" + table.decision() + "”第 " + rows + " 行没有算例用到。",
                                "\"" + table.decision() + "\": no case reaches row " + rows + "."));
            }
        }
    }
}
