package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.simulate.Population;
import org.diaodu.policy.simulate.Simulate;
import org.diaodu.policy.simulate.Simulation;
import org.diaodu.policy.simulate.Threshold;
import org.diaodu.rules.files.Language;
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

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            defaultValue = "信用代码",
            description = "tells enterprises apart, in both files (default: 信用代码)")
    private String key = "";

    @Option(
            names = "--project-key",
            paramLabel = "COLUMN",
            defaultValue = "项目代码",
            description = "tells projects apart (default: 项目代码)")
    private String projectKey = "";

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

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
        PolicyBook before = BookFolder.book(baseline);
        PolicyBook after = reform == null ? before : BookFolder.book(reform);
        List<PolicyBook> books = List.of(before, after);
        List<Population> populations = new ArrayList<>();
        try {
            populations.add(Population.open(enterprises, SubjectKind.ENTERPRISE, key, key, by, books, day, language));
            if (projects != null) {
                populations.add(Population.open(
                        projects, SubjectKind.PROJECT, projectKey, key, List.of(), books, day, language));
            }
            Simulation simulation = Simulate.of(before, after, populations, day, by);
            List<Threshold.Point> curve =
                    move == null ? List.of() : Threshold.parse(move).curve(after, day, values, populations);
            switch (format) {
                case TABLE ->
                    new Simulated(simulation, by, move, curve, language).lines().forEach(out::println);
                case JSON -> out.println(Json.written(Simulated.json(simulation, curve)));
            }
        } finally {
            populations.forEach(Population::close);
        }
        out.flush();
        return 0;
    }
}
