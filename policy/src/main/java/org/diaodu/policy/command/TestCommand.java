package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.ReferenceCases;
import org.diaodu.policy.book.SqlCases;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Cases;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.files.WorkedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu policy test}: exit status 0 the book is sound and every worked case holds, 1 something is wrong, 2 could not run. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Checks a book of clauses, and runs every worked case by the reference engine and by SQL.")
final class TestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the folder of the clauses (default: those shipped)")
    private @Nullable Path folder;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the results")
    private Language language = Language.ofMachine();

    private final ReferenceCases referenceEngine = new ReferenceCases();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        BookReading reading = BookFolder.reading(folder);
        List<PolicyFault> faults = new ArrayList<>(reading.faults());
        if (faults.isEmpty()) {
            faults.addAll(contradictions(reading.book()));
        }
        for (PolicyFault fault : faults) {
            out.println(language.say(fault.chinese(), fault.english()));
        }
        boolean well = faults.isEmpty();
        long all = 0;
        long holding = 0;
        try (DuckDb engine = DuckDb.over(List.of())) {
            for (PolicyClause clause : reading.book().clauses()) {
                Tested tested = tested(clause.version(), engine);
                all += tested.cases;
                holding += tested.holding;
                well &= tested.lines.isEmpty();
                out.println(clause.label()
                        + language.say(
                                "：" + tested.cases + " 个算例，逐例与 SQL 都成立的 " + tested.holding + " 个",
                                ": " + tested.holding + " of " + tested.cases + " cases hold one by one and by SQL"));
                tested.lines.forEach(line -> out.println("  " + line));
            }
        }
        int clauses = reading.book().clauses().size();
        out.println(language.say(
                clauses + " 个条款，" + all + " 个算例，逐例与 SQL 都成立的 " + holding + " 个，书中有 " + faults.size() + " 处错误。",
                clauses + " clauses; " + holding + " of " + all + " cases hold one by one and by SQL; " + faults.size()
                        + " faults in the book."));
        long givenUp = referenceEngine.givenUp();
        out.println(language.say(
                "逐例由参考引擎回答 " + (all - givenUp) + " 个；" + givenUp + " 个它放弃了某个决策（除以零，或类型的允许值里没有 null），取平台逐例计算的结果。",
                "One by one the reference engine answered " + (all - givenUp) + "; in " + givenUp
                        + " it gave a decision up (a division by zero, or a null its type does not list), and the"
                        + " platform's own answer was taken."));
        out.flush();
        return well ? 0 : 1;
    }

    /** Laws of stacking that contradict each other on a day on which a version begins. */
    private static List<PolicyFault> contradictions(PolicyBook book) {
        Map<String, PolicyFault> found = new LinkedHashMap<>();
        book.clauses().stream()
                .map(clause -> clause.text().validFrom())
                .distinct()
                .sorted()
                .forEach(day -> {
                    try {
                        BookLaws.of(book, day);
                    } catch (PolicyFault fault) {
                        found.putIfAbsent(fault.english(), fault);
                    }
                });
        return List.copyOf(found.values());
    }

    private record Tested(long cases, long holding, Set<String> lines) {}

    private Tested tested(RuleVersion version, DuckDb engine) {
        CaseReport reference = Cases.run(version, referenceEngine);
        CaseReport sql = Cases.run(version, SqlCases.of(version, engine));
        Set<String> lines = new LinkedHashSet<>();
        version.cases().faults().forEach(fault -> lines.add(language.say(fault.zh(), fault.en())));
        if (reference.outcomes().isEmpty()) {
            lines.add(language.say(
                    "没有算例。建议：在 cases.csv 里写出边界两侧的例子。",
                    "there are no worked cases. Maybe write cases on both sides of every bound into cases.csv."));
        }
        wrong(reference).forEach(line -> lines.add(language.say("参考引擎：", "reference engine: ") + line));
        wrong(sql).forEach(line -> lines.add("SQL" + language.say("：", ": ") + line));
        return new Tested(reference.outcomes().size(), Math.min(reference.holding(), sql.holding()), lines);
    }

    private List<String> wrong(CaseReport report) {
        List<String> lines = new ArrayList<>();
        report.outcomes().forEach(outcome -> lines.addAll(WorkedLine.of(outcome, language)));
        return lines;
    }
}
