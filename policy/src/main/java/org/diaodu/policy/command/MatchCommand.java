package org.diaodu.policy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkBundles;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu policy match}: exit status 0 done, 2 could not run. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Says for every enterprise what it is entitled to under all clauses, what it is paid, and why not the rest.")
final class MatchCommand implements Callable<Integer> {

    static final String VERDICTS = "_verdicts";
    static final String BUNDLES = "_bundles";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final PopulationFiles files = new PopulationFiles();

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = "what was paid before: 企业, 条款, 项目, 金额 (yuan), 日期; csv or xlsx")
    private @Nullable Path earlier;

    @Option(names = "--clauses", paramLabel = "DIR", description = "the folder of the clauses (default: those shipped)")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json|jsonl",
            defaultValue = "table",
            description =
                    "a table by clause; a line for each verdict; a list of enterprises; a line for each enterprise"
                            + " (default: table)")
    private MatchFormat format = MatchFormat.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "write into this file instead of standard output")
    private @Nullable Path into;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the results")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        LocalDate day = files.day();
        PolicyBook book = BookFolder.book(folder);
        BookLaws laws = BookLaws.of(book, day);
        try (files) {
            Set<String> enterprises = files.read(book, kind -> BulkMatch.facts(book, day, kind));
            Map<Integer, List<Earlier>> paid = paid(laws, enterprises);
            if (files.tellFaults(err, language)) {
                return 2;
            }
            try (DuckDb engine = files.engine()) {
                BulkMatch match = BulkMatch.of(book, day, engine, files.tables(engine));
                match.oneByOne()
                        .forEach(left -> err.println(left.clause().label()
                                + language.say("：逐个计算，" + left.chinese(), ": asked one by one, " + left.english())));
                match.into(VERDICTS);
                BulkBundles bundles = new BulkBundles(engine, match, laws, paid, BUNDLES);
                bundles.settle(VERDICTS);
                bundles.faults().values().forEach(fault -> err.println(language.say(fault.chinese(), fault.english())));
                write(new MatchedEnterprises(engine, match, bundles, language));
            }
            return 0;
        }
    }

    private Map<Integer, List<Earlier>> paid(BookLaws laws, Set<String> enterprises) {
        return earlier == null
                ? Map.of()
                : EarlierFile.read(
                        earlier,
                        files.headings(),
                        enterprises,
                        laws.laws().grants().stream()
                                .map(grant -> grant.clause())
                                .toList(),
                        files.day(),
                        files.faults());
    }

    private void write(MatchedEnterprises matched) {
        if (into == null) {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            format.write(matched, out);
            out.flush();
            return;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(into, StandardCharsets.UTF_8))) {
            format.write(matched, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of a kind, in the order of the book. */
    static List<PolicyClause> of(BulkMatch match, SubjectKind kind) {
        return match.clauses().stream()
                .filter(clause -> clause.terms().subject() == kind)
                .toList();
    }
}
