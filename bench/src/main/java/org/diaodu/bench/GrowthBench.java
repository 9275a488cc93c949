package org.diaodu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Trees;
import org.diaodu.growth.files.ParquetObservations;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.sample.SampleCommand;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A month of many enterprises decomposed over six dimensions with all their levels, beside reading the same file once and
 * beside PostgreSQL's GROUPING SETS over the same rows.
 */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description =
                "Full decomposition of a month over six dimensions, against reading the bytes once and PostgreSQL.")
final class GrowthBench implements Callable<Integer> {
    static final List<Dimension> SIX = List.of(
            Dimension.REGION, Dimension.INDUSTRY, Dimension.SIZE, Dimension.OWNERSHIP, Dimension.PARK, Dimension.CHAIN);
    static final List<String> AXES = List.of("region", "industry", "size", "ownership", "park", "chain");
    private static final Period PERIOD = Period.month(2022, 3);
    private static final double AGREEMENT = 1e-6;

    @Option(names = "--enterprises", description = "default ${DEFAULT-VALUE}")
    private int enterprises = 500_000;

    @Option(names = "--runs", description = "measured runs, after two that are not (default ${DEFAULT-VALUE})")
    private int runs = 7;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("diaodu-bench");
        try (DuckDb engine = DuckDb.inDirectory(folder, EngineLimits.DEFAULT)) {
            Path file = generate(folder);
            Parameters parameters = parameters(folder);
            String table = "read_parquet(" + DuckDb.literal(file) + ")";
            Runs bytes = Runs.of(1, runs, () -> readBytes(file));
            String needed = String.join(", ", AXES) + ", status, output, output_base, output_base_filed";
            Runs columns = Runs.of(
                    2,
                    runs,
                    () -> engine.frame("select " + needed + " from " + table, List.of())
                            .rows());
            Observations rows = observations(engine, table);
            Runs arithmetic = Runs.of(2, runs, () -> account(rows, parameters));
            Runs whole = Runs.of(2, runs, () -> account(observations(engine, table), parameters));
            GrowthAccount ours = account(rows, parameters);
            Report report = new Report(
                    "Growth of %,d enterprises over six dimensions, %s".formatted(enterprises, PERIOD),
                    "./diaodu bench growth --enterprises " + enterprises,
                    "work",
                    "median",
                    "shortest",
                    "longest",
                    "against ours");
            row(report, "ours: file read and decomposed", whole, whole);
            row(report, "  of which arithmetic on rows in memory", arithmetic, whole);
            row(report, "reading the file's bytes once (%,d KiB)".formatted(Files.size(file) >> 10), bytes, whole);
            row(report, "decoding the columns it needs once (DuckDB)", columns, whole);
            boolean agree = besidePostgres(report, file, engine, parameters, ours, arithmetic, whole);
            report.note("Groups: %,d at %d levels of six dimensions; growth %.4f %%; residual %.1e points."
                    .formatted(ours.groups().size(), ours.residuals().size(), ours.growthPct(), ours.residualPp()));
            report.note("Reading and decomposing takes %s of decoding the columns once; aim: within 5×, under 2 s."
                    .formatted(Report.times(whole.median() / columns.median())));
            report.print(spec.commandLine().getOut(), markdown);
            return agree ? 0 : 1;
        } finally {
            Folders.delete(folder);
        }
    }

    private boolean besidePostgres(
            Report report,
            Path file,
            DuckDb engine,
            Parameters parameters,
            GrowthAccount ours,
            Runs arithmetic,
            Runs whole)
            throws Exception {
        try (var peer = new GroupingSets(file.resolveSibling("postgres"))) {
            peer.load(engine, file, PERIOD, parameters);
            Runs theirs = Runs.of(2, runs, peer::decompose);
            row(report, "PostgreSQL GROUPING SETS, rows loaded with values worked out", theirs, whole);
            GroupingSets.Difference difference = peer.differenceFrom(ours);
            report.note("Largest difference of a group's contribution from PostgreSQL: %.1e points over %,d groups."
                    .formatted(difference.largestPp(), difference.groups()));
            report.note("On rows already loaded, PostgreSQL takes %s of our arithmetic."
                    .formatted(Report.times(theirs.median() / arithmetic.median())));
            return difference.largestPp() <= AGREEMENT;
        }
    }

    private Path generate(Path folder) {
        var quiet = new PrintWriter(new StringWriter());
        int status = new CommandLine(new SampleCommand())
                .setOut(quiet)
                .execute(
                        "--enterprises",
                        String.valueOf(enterprises),
                        "--months",
                        "1",
                        "--format",
                        "parquet",
                        "--out",
                        folder.toString());
        if (status != 0) {
            throw new IllegalStateException("the sample could not be written to " + folder);
        }
        return folder.resolve("returns-" + PERIOD.iso() + ".parquet");
    }

    private static Parameters parameters(Path folder) throws IOException {
        var entries = new ArrayList<Parameters.Entry>();
        List<String> lines = Files.readAllLines(folder.resolve("parameters.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            entries.add(new Parameters.Entry(
                    cells[0], Period.parse(cells[1]), Double.valueOf(cells[2]), Double.valueOf(cells[3])));
        }
        return Parameters.of(entries);
    }

    private static Observations observations(DuckDb engine, String table) {
        return ParquetObservations.read(engine, table, PERIOD, AXES, false);
    }

    private static GrowthAccount account(Observations rows, Parameters parameters) {
        return GrowthAccount.of(rows, parameters, SIX, Trees.standard());
    }

    private static long readBytes(Path file) throws IOException {
        long sum = 0;
        var buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum += buffer[0] + read;
            }
        }
        return sum;
    }

    private static void row(Report report, String work, Runs runs, Runs ours) {
        report.row(
                work,
                Report.milliseconds(runs.median()),
                Report.milliseconds(runs.shortest()),
                Report.milliseconds(runs.longest()),
                Report.times(runs.median() / ours.median()));
    }
}
