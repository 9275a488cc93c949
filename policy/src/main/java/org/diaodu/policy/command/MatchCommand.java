package org.diaodu.policy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--enterprises",
            paramLabel = "FILE",
            required = true,
            description =
                    "a line for each enterprise: 企业 (its code), 地区 and the facts as columns; csv, xlsx or parquet")
    private Path enterprises = Path.of("");

    @Option(
            names = "--projects",
            paramLabel = "FILE",
            description = "a line for each project: 项目, 企业, 地区 and its facts")
    private @Nullable Path projects;

    @Option(
            names = "--products",
            paramLabel = "FILE",
            description = "a line for each product: 产品, 企业, 地区 and its facts")
    private @Nullable Path products;

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = "what was paid before: 企业, 条款, 项目, 金额 (yuan), 日期; csv or xlsx")
    private @Nullable Path earlier;

    @Option(names = "--clauses", paramLabel = "DIR", description = "the folder of the clauses (default: those shipped)")
    private @Nullable Path folder;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--key", paramLabel = "COLUMN", description = "the files' own heading of the enterprise's code")
    private @Nullable String key;

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

    private final List<Wording> faults = new ArrayList<>();
    private final List<SubjectSource> sources = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
        PolicyBook book = BookFolder.book(folder);
        BookLaws laws = BookLaws.of(book, day);
        try {
            Map<Integer, List<Earlier>> paid = read(book, laws, day);
            if (!faults.isEmpty()) {
                faults.forEach(fault -> err.println(language.say(fault.zh(), fault.en())));
                err.println(language.say(
                        "共 " + faults.size() + " 处错误，没有计算。", faults.size() + " faults; nothing was computed."));
                return 2;
            }
            try (DuckDb engine =
                    DuckDb.over(sources.stream().map(SubjectSource::file).toList())) {
                BulkMatch match = BulkMatch.of(book, day, engine, tables(engine));
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
        } finally {
            sources.forEach(SubjectSource::close);
        }
    }

    private Map<Integer, List<Earlier>> read(PolicyBook book, BookLaws laws, LocalDate day) {
        Set<String> keys = source(enterprises, SubjectKind.ENTERPRISE, book, laws, day, null);
        source(projects, SubjectKind.PROJECT, book, laws, day, keys);
        source(products, SubjectKind.PRODUCT, book, laws, day, keys);
        return earlier == null
                ? Map.of()
                : EarlierFile.read(
                        earlier,
                        new SubjectHeadings(SubjectKind.ENTERPRISE, key),
                        keys,
                        laws.laws().grants().stream()
                                .map(grant -> grant.clause())
                                .toList(),
                        day,
                        faults);
    }

    private Set<String> source(
            @Nullable Path file,
            SubjectKind kind,
            PolicyBook book,
            BookLaws laws,
            LocalDate day,
            @Nullable Set<String> owners) {
        if (file == null) {
            return Set.of();
        }
        Map<String, Type> wanted = BulkMatch.facts(book, day, kind);
        SubjectHeadings headings = new SubjectHeadings(kind, key);
        SubjectSource source = SubjectParquet.is(file)
                ? SubjectParquet.read(file, headings, wanted, owners, faults)
                : SubjectFile.read(file, headings, wanted, book, owners, faults);
        if (source == null) {
            return Set.of();
        }
        sources.add(source);
        return source.keys();
    }

    /** What a file of projects or products has no column for is taken from the enterprise's line. */
    private List<SubjectTable> tables(DuckDb engine) {
        List<SubjectTable> tables = new ArrayList<>();
        for (SubjectSource source : sources) {
            SubjectTable table = source.table(engine);
            tables.add(tables.isEmpty() ? table : OwnersFacts.lent(engine, table, tables.getFirst()));
        }
        return tables;
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
