package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkBundles;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All clauses over many enterprises with their bundles, beside Apache KIE and one-by-one matching on a sample. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "A province's clauses over its enterprises with the best bundles, against Apache KIE.")
final class PolicyBench implements Callable<Integer> {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    @Option(names = "--clauses", description = "default ${DEFAULT-VALUE}")
    private int clauses = 266;

    @Option(names = "--enterprises", split = ",", description = "default ${DEFAULT-VALUE}")
    private List<Integer> enterprises = List.of(5_000, 1_000_000);

    @Option(names = "--sample", description = "enterprises put to the peers (default ${DEFAULT-VALUE})")
    private int sample = 40;

    @Option(names = "--threads", description = "default ${DEFAULT-VALUE}")
    private int threads = 2;

    @Option(names = "--memory", description = "MiB that DuckDB may use (default ${DEFAULT-VALUE})")
    private int memory = 6144;

    @Option(
            names = "--spark",
            description =
                    "clauses that also run on a cluster of this machine with two workers, and once more with one of"
                            + " them killed, over the last number of enterprises (default: none)",
            paramLabel = "N")
    private int onSpark;

    @Option(names = "--seed", description = "default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        QuietPeers.now();
        var report = new Report(
                "%,d clauses over enterprises with a project and a product each, with bundles".formatted(clauses),
                "./diaodu bench policy --clauses %d".formatted(clauses),
                "work",
                "verdicts",
                "wall",
                "processors",
                "verdicts a second",
                "per processor second",
                "ours against it");
        Path folder = Files.createTempDirectory("diaodu-bench");
        try {
            PolicyBook book = book(report, folder);
            double ours = 0;
            for (int number : enterprises) {
                ours = match(report, folder, book, number);
                if (number <= BulkMatch.FEW) {
                    ours = match(report, folder, book, number); // as a platform that has been up for a while
                }
            }
            boolean onBoth = onSpark == 0 || spark(report, folder, book, enterprises.getLast());
            boolean agree = onBoth & new PolicyPeers(book, DAY, sample).run(report, folder, ours);
            return agree ? 0 : 1;
        } finally {
            report.print(spec.commandLine().getOut(), markdown);
            Folders.delete(folder);
        }
    }

    private PolicyBook book(Report report, Path folder) throws IOException {
        String home = System.getenv("DIAODU_HOME");
        if (home == null) {
            throw new IllegalStateException(
                    "the clauses are read from the sources: DIAODU_HOME is not set. Maybe use ./diaodu bench policy.");
        }
        Path many = folder.resolve("clauses");
        ManyClauses.write(Path.of(home, "policy/src/main/resources/policies"), many, clauses, seed);
        CpuClock reading = CpuClock.start();
        PolicyBook book = PolicyBook.read(many);
        report.note("KIE read the %d models, and the terms were checked, in %s: once for each book."
                .formatted(
                        book.clauses().size(),
                        Report.milliseconds(reading.spent().wall())));
        return book;
    }

    private DuckDb engine(Path folder) {
        return DuckDb.inDirectory(folder, new EngineLimits(memory, threads, Duration.ofMinutes(30)));
    }

    private static void draw(DuckDb engine, PolicyBook book, Path work, int number) {
        for (SubjectKind kind : SubjectKind.values()) {
            new ManySubjects(book, DAY, kind).write(engine, number, work.resolve(kind.en() + ".parquet"));
        }
    }

    private static List<SubjectTable> tables(DuckDb engine, PolicyBook book, Path work) {
        List<SubjectTable> tables = new ArrayList<>();
        for (SubjectKind kind : SubjectKind.values()) {
            tables.add(new ManySubjects(book, DAY, kind).table(engine, work.resolve(kind.en() + ".parquet")));
        }
        return tables;
    }

    private double match(Report report, Path folder, PolicyBook book, int number) throws Exception {
        Path work = Files.createDirectory(folder.resolve("enterprises-" + number));
        try (DuckDb engine = engine(folder)) {
            draw(engine, book, work, number);
        }
        Path results = Files.createDirectory(work.resolve("verdicts"));
        long verdicts = (long) book.clauses().size() * number;
        try (DuckDb engine = engine(folder);
                var watch = ResidentMemory.watch()) {
            engine.query("SELECT 1", List.of(), row -> row.whole(0));
            CpuClock clock = CpuClock.start();
            BulkMatch match = BulkMatch.of(book, DAY, engine, tables(engine, book, work));
            CpuClock.Spent ready = clock.spent();
            match.toParquet(results);
            CpuClock.Spent matched = clock.spent();
            BulkBundles bundles = new BulkBundles(engine, match, BookLaws.of(book, DAY), Map.of(), "bundles");
            bundles.settle("read_parquet('" + results + "/*.parquet')");
            engine.execute(
                    "COPY bundles TO '" + work.resolve("bundles.parquet") + "' (FORMAT parquet, COMPRESSION lz4)",
                    List.of());
            CpuClock.Spent spent = clock.spent();
            double speed = verdicts / spent.cpu() * 1000;
            report.row(
                    "ours: %s, %,d enterprises, read and written"
                            .formatted(
                                    number <= BulkMatch.FEW
                                            ? "in process and DuckDB"
                                            : "DuckDB, " + threads + " threads",
                                    number),
                    "%,d".formatted(verdicts),
                    Report.milliseconds(spent.wall()),
                    Report.milliseconds(spent.cpu()),
                    "%,.0f".formatted(verdicts / spent.wall() * 1000),
                    "%,.0f".formatted(speed),
                    Report.times(1));
            report.note(told(number, ready, matched, spent, engine, results, bundles, watch.peakMebibytes()));
            return speed;
        } finally {
            Folders.delete(work);
        }
    }

    private boolean spark(Report report, Path folder, PolicyBook book, int number) throws Exception {
        Path work = Files.createDirectory(folder.resolve("spark"));
        try (DuckDb engine = engine(folder)) {
            draw(engine, book, work, number);
            BulkMatch match = BulkMatch.of(book, DAY, engine, tables(engine, book, work));
            Map<String, Path> ready = new LinkedHashMap<>();
            for (SubjectKind kind : SubjectKind.values()) {
                String table = Objects.requireNonNull(match.table(kind));
                Path file = work.resolve(table + ".parquet");
                engine.execute("COPY " + table + " TO '" + file + "' (FORMAT parquet)", List.of());
                ready.put(table, file);
            }
            List<String> ours = match.statements(new DuckDbDialect(), 1);
            List<String> theirs = match.statements(new SparkDialect(), 1);
            List<SparkMatch.Statement> statements = IntStream.range(0, Math.min(onSpark, ours.size()))
                    .mapToObj(i -> new SparkMatch.Statement("clause_" + i, theirs.get(i), ours.get(i)))
                    .toList();
            try (var spark = new SparkMatch(SparkMatch.home(), work, ready, statements)) {
                return spark.report(report, engine, (long) statements.size() * number);
            }
        }
    }

    private static String told(
            int number,
            CpuClock.Spent ready,
            CpuClock.Spent matched,
            CpuClock.Spent spent,
            DuckDb engine,
            Path results,
            BulkBundles bundles,
            long mebibytes)
            throws IOException {
        long[] counts = engine.queryOne(
                        "SELECT count(*), count(*) FILTER (WHERE paid_fen < amount_fen), count(DISTINCT subject) FROM bundles",
                        List.of(),
                        row -> new long[] {row.whole(0), row.whole(1), row.whole(2)})
                .orElseThrow();
        long written = engine.queryOne(
                        "SELECT count(*) FROM read_parquet('" + results + "/*.parquet')",
                        List.of(),
                        row -> row.whole(0))
                .orElse(0L);
        return ("%,d enterprises: compiled and made ready %s, matched %s, bundles %s; %,d verdicts in scope (%,d MiB of Parquet),"
                        + " %,d amounts due to %,d enterprises, %,d of them paid less or not, %,d enterprises searched one by one;"
                        + " memory at most %,d MiB. Aim: 5 000 under 3 s, 1 000 000 under 60 s.")
                .formatted(
                        number,
                        Report.milliseconds(ready.wall()),
                        Report.milliseconds(matched.wall() - ready.wall()),
                        Report.milliseconds(spent.wall() - matched.wall()),
                        written,
                        size(results) >> 20,
                        counts[0],
                        counts[2],
                        counts[1],
                        bundles.solved(),
                        mebibytes);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path each : files.toList()) {
                bytes += Files.size(each);
            }
            return bytes;
        }
    }
}
