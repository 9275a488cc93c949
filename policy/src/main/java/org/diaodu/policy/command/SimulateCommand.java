package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.simulate.Population;
import org.diaodu.policy.simulate.Simulate;
import org.diaodu.policy.simulate.Simulation;
import org.diaodu.policy.simulate.Threshold;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final PopulationFiles files = new PopulationFiles();

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

    @Override
    public Integer call() {
        LocalDate day = files.day();
        PolicyBook before = BookFolder.book(baseline);
        PolicyBook after = reform == null ? before : BookFolder.book(reform);
        try (files) {
            files.read(after, kind -> wanted(before, after, day, kind));
            if (files.tellFaults(Objects.requireNonNull(spec).commandLine().getErr(), language)) {
                return 2;
            }
            try (DuckDb engine = files.engine()) {
                simulate(before, after, day, new Population(engine, files.tables(engine)));
            }
            return 0;
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
    private Map<String, Type> wanted(PolicyBook before, PolicyBook after, LocalDate day, SubjectKind kind) {
        Map<String, Type> wanted = new LinkedHashMap<>(BulkMatch.facts(before, day, kind));
        BulkMatch.facts(after, day, kind).forEach(wanted::putIfAbsent);
        if (kind == SubjectKind.ENTERPRISE) {
            by.stream()
                    .filter(column -> !column.equals(SubjectHeadings.REGION))
                    .forEach(column -> wanted.putIfAbsent(column, Type.TEXT));
        }
        return wanted;
    }
}
