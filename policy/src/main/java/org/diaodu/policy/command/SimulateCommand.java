package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.simulate.Population;
import org.diaodu.policy.simulate.Simulate;
import org.diaodu.policy.simulate.Simulation;
import org.diaodu.policy.simulate.Threshold;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu policy simulate}: exit status 0 simulated, 2 could not run. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Today's book against a reform, over a file of enterprises: who wins, who loses, what it costs whom"
                        + " and when; and what the reform costs as one threshold moves.")
final class SimulateCommand implements Callable<Integer> {

    /** How the result is written. */
    enum Format {
        TABLE,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--baseline", paramLabel = "DIR", description = "today's book (default: the clauses shipped)")
    private @Nullable Path baseline;

    @Option(names = "--reform", paramLabel = "DIR", description = "the reform (default: the baseline)")
    private @Nullable Path reform;

    @Option(
            names = "--enterprises",
            paramLabel = "FILE",
            required = true,
            description = "csv, xlsx or parquet, a column for each fact")
    private Path enterprises = Path.of("");

    @Option(
            names = "--projects",
            paramLabel = "FILE",
            description = "the enterprises' projects, for clauses that speak of projects")
    private @Nullable Path projects;

    @Option(names = "--products", paramLabel = "FILE", description = "the enterprises' products")
    private @Nullable Path products;

    @Option(names = "--key", paramLabel = "COLUMN", description = "the files' own heading of the enterprise's code")
    private @Nullable String key;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts (default: today)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--by",
            paramLabel = "COLUMN,…",
            split = ",",
            description = "columns to group by; 地区 is taken as the city")
    private List<String> by = List.of();

    @Option(names = "--move", paramLabel = "CLAUSE:NUMBER|PARAMETER", description = "a number of the reform that moves")
    private @Nullable String move;

    @Option(names = "--values", paramLabel = "N,…", split = ",", description = "the values it moves to")
    private List<BigDecimal> values = List.of();

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the results")
    private Language language = Language.ofMachine();

    private final List<Wording> faults = new ArrayList<>();
    private final List<SubjectSource> sources = new ArrayList<>();

    @Override
    public Integer call() {
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
        PolicyBook before = BookFolder.book(baseline);
        PolicyBook after = reform == null ? before : BookFolder.book(reform);
        try {
            Set<String> keys = source(enterprises, SubjectKind.ENTERPRISE, before, after, day, null);
            source(projects, SubjectKind.PROJECT, before, after, day, keys);
            source(products, SubjectKind.PRODUCT, before, after, day, keys);
            if (!faults.isEmpty()) {
                PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
                faults.forEach(fault -> err.println(language.say(fault.zh(), fault.en())));
                return 2;
            }
            try (DuckDb engine =
                    DuckDb.over(sources.stream().map(SubjectSource::file).toList())) {
                simulate(before, after, day, new Population(engine, tables(engine)));
            }
            return 0;
        } finally {
            sources.forEach(SubjectSource::close);
        }
    }

    private void simulate(PolicyBook before, PolicyBook after, LocalDate day, Population population) {
        Simulation simulation = Simulate.of(before, after, population, day, by);
        List<Threshold.Point> curve =
                move == null ? List.of() : Threshold.parse(move).curve(after, day, values, population);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        switch (format) {
            case TABLE ->
                new Simulated(simulation, by, move, curve, language).lines().forEach(out::println);
            case JSON -> out.println(Json.written(Simulated.json(simulation, curve)));
        }
        out.flush();
    }

    /** The facts of both books, and of enterprises what they are grouped by. */
    private Set<String> source(
            @Nullable Path file,
            SubjectKind kind,
            PolicyBook before,
            PolicyBook after,
            LocalDate day,
            @Nullable Set<String> owners) {
        if (file == null) {
            return Set.of();
        }
        Map<String, Type> wanted = new LinkedHashMap<>(BulkMatch.facts(before, day, kind));
        BulkMatch.facts(after, day, kind).forEach(wanted::putIfAbsent);
        if (kind == SubjectKind.ENTERPRISE) {
            by.stream()
                    .filter(column -> !column.equals(SubjectHeadings.REGION))
                    .forEach(column -> wanted.putIfAbsent(column, Type.TEXT));
        }
        SubjectHeadings headings = new SubjectHeadings(kind, key);
        SubjectSource source = SubjectParquet.is(file)
                ? SubjectParquet.read(file, headings, wanted, owners, faults)
                : SubjectFile.read(file, headings, wanted, after, owners, faults);
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
}
