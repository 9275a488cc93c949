package org.diaodu.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diaodu.bench.Enterprises.Attribute;
import org.diaodu.bench.Peers.Peer;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.lake.Row;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.bulk.BulkRun;
import org.diaodu.rules.bulk.BulkRun.Numbered;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many policy-like tables over many enterprises with reasons, beside KIE and jDMN on a sample of the same cases. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Policy-like decision tables over a million enterprises, against Apache KIE and jDMN.")
final class RulesBench implements Callable<Integer> {

    private static final String TABLE = "cases";
    private static final DuckDbDialect DIALECT = new DuckDbDialect();

    @Option(names = "--policies", description = "default ${DEFAULT-VALUE}")
    private int policies = 300;

    @Option(names = "--enterprises", description = "default ${DEFAULT-VALUE}")
    private int enterprises = 1_000_000;

    @Option(names = "--sample", description = "enterprises put to the peers (default ${DEFAULT-VALUE})")
    private int sample = 300;

    @Option(names = "--threads", split = ",", description = "default ${DEFAULT-VALUE}")
    private List<Integer> threads = List.of(1, 2);

    @Option(names = "--at-once", split = ",", description = "policies in one statement (default ${DEFAULT-VALUE})")
    private List<Integer> atOnce = List.of(BulkRun.AT_ONCE);

    @Option(names = "--memory", description = "MiB that DuckDB may use (default ${DEFAULT-VALUE})")
    private int memory = 3072;

    @Option(
            names = "--spark",
            description = "policies that also run on a cluster of this machine with two workers, and once more with one"
                    + " of them killed (default: none)",
            paramLabel = "N")
    private int onSpark;

    @Option(names = "--seed", description = "default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<String> xml = new ArrayList<>();
    private final List<RuleModel> models = new ArrayList<>();
    private final List<Numbered> rules = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        QuietPeers.now();
        var report = new Report(
                "%,d policies over %,d enterprises with reasons".formatted(policies, enterprises),
                "./diaodu bench rules --policies %d --enterprises %d".formatted(policies, enterprises),
                "work",
                "evaluations",
                "wall",
                "processors",
                "evaluations a second",
                "per processor second",
                "ours against it");
        Path folder = Files.createTempDirectory("diaodu-bench");
        try {
            compile(report);
            Path file = folder.resolve("enterprises.parquet");
            try (DuckDb engine = engine(folder, 2)) {
                Enterprises.write(engine, enterprises, file);
            }
            double ours = match(report, folder, file);
            boolean agree = peers(report, folder, file, ours);
            return (onSpark == 0 || spark(report, folder, file)) && agree ? 0 : 1;
        } finally {
            report.print(spec.commandLine().getOut(), markdown);
            Folders.delete(folder);
        }
    }

    private DuckDb engine(Path folder, int ownThreads) {
        return DuckDb.inDirectory(folder, new EngineLimits(memory, ownThreads, Duration.ofMinutes(30)));
    }

    private void compile(Report report) {
        xml.addAll(PolicyTables.drawn(seed, policies));
        CpuClock reading = CpuClock.start();
        xml.forEach(text -> models.add(RuleModel.of("policy.dmn", text.getBytes(StandardCharsets.UTF_8))));
        CpuClock.Spent read = reading.spent();
        CpuClock compiling = CpuClock.start();
        int characters = 0;
        for (int i = 0; i < models.size(); i++) {
            if (!(new ModelCompiler(models.get(i), Columns.declared()).compile(PolicyTables.DECISION)
                    instanceof Carried(Compiled compiled))) {
                throw new IllegalStateException("policy " + i + " was not compiled");
            }
            rules.add(new Numbered(i, BulkRule.of(compiled)));
            characters += BulkRun.sql(DIALECT, TABLE, Enterprises.KEY, rules.subList(i, i + 1))
                    .length();
        }
        CpuClock.Spent compiled = compiling.spent();
        report.note(
                "Models: KIE read %d in %s (%s of processor time); compiled and printed as %,d KiB of SQL in %s (%s). Aim: under 5 s."
                        .formatted(
                                policies,
                                Report.milliseconds(read.wall()),
                                Report.milliseconds(read.cpu()),
                                characters >> 10,
                                Report.milliseconds(compiled.wall()),
                                Report.milliseconds(compiled.cpu())));
    }

    /** The evaluations a processor second of the first run with one thread. */
    private double match(Report report, Path folder, Path file) throws Exception {
        long evaluations = (long) policies * enterprises;
        double one = 0;
        for (int number : threads) {
            for (int group : atOnce) {
                Path results = Files.createDirectory(folder.resolve("results-" + number + "-" + group));
                try (DuckDb engine = engine(folder, number);
                        var watch = ResidentMemory.watch()) {
                    CpuClock clock = CpuClock.start();
                    engine.execute(
                            "CREATE TABLE " + TABLE + " AS SELECT * FROM read_parquet(" + DuckDb.literal(file) + ")",
                            List.of());
                    BulkRun.toParquet(engine, DIALECT, TABLE, Enterprises.KEY, rules, group, results);
                    CpuClock.Spent spent = clock.spent();
                    double speed = evaluations / spent.cpu() * 1000;
                    one = one == 0 ? speed : one;
                    row(
                            report,
                            "ours: DuckDB, %d threads, %d policies a statement, read and written"
                                    .formatted(number, group),
                            evaluations,
                            spent,
                            one);
                    report.note(
                            "%d threads: results %,d MiB of Parquet; memory of the process at most %,d MiB. Aim: whole match under 40 s and 4 GiB."
                                    .formatted(number, size(results) >> 20, watch.peakMebibytes()));
                }
                Folders.delete(results);
            }
        }
        return one;
    }

    private static long size(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            long bytes = 0;
            for (Path each : files.toList()) {
                bytes += Files.size(each);
            }
            return bytes;
        }
    }

    private boolean peers(Report report, Path folder, Path file, double ours) {
        List<Map<String, @Nullable Object>> cases;
        Map<Long, BigDecimal> amounts = new HashMap<>();
        try (DuckDb engine = engine(folder, 1)) {
            engine.execute(
                    "CREATE TABLE " + TABLE + " AS SELECT * FROM read_parquet(" + DuckDb.literal(file)
                            + ") ORDER BY hash(" + Enterprises.KEY + ") LIMIT " + sample,
                    List.of());
            cases = engine.query("SELECT * FROM " + TABLE, List.of(), RulesBench::enterprise);
            for (List<Numbered> group : BulkRun.groups(rules, BulkRun.AT_ONCE)) {
                engine.query(BulkRun.sql(DIALECT, TABLE, Enterprises.KEY, group), List.of(), row -> {
                    BigDecimal amount = row.decimal("amount");
                    if (amount != null) {
                        amounts.put(row.whole("number") << 32 | row.whole(Enterprises.KEY), amount);
                    }
                    return row.whole("number");
                });
            }
        }
        boolean agree = peer(
                report,
                "Apache KIE, one thread",
                models.stream().map(Peers::kie).toList(),
                cases,
                amounts,
                ours);
        return peer(report, "jDMN, one thread", xml.stream().map(Peers::jdmn).toList(), cases, amounts, ours) && agree;
    }

    private boolean spark(Report report, Path folder, Path file) throws Exception {
        List<Numbered> some = rules.subList(0, Math.min(onSpark, rules.size()));
        List<SparkMatch.Statement> statements = BulkRun.groups(some, BulkRun.AT_ONCE).stream()
                .map(group -> new SparkMatch.Statement(
                        "rules_" + group.getFirst().number(),
                        BulkRun.sql(new SparkDialect(), TABLE, Enterprises.KEY, group),
                        BulkRun.sql(DIALECT, TABLE, Enterprises.KEY, group)))
                .toList();
        try (DuckDb engine = engine(folder, 2);
                var match = new SparkMatch(SparkMatch.home(), folder, Map.of(TABLE, file), statements)) {
            engine.execute(
                    "CREATE TABLE " + TABLE + " AS SELECT * FROM read_parquet(" + DuckDb.literal(file) + ")",
                    List.of());
            return match.report(report, engine, (long) some.size() * enterprises);
        }
    }

    private boolean peer(
            Report report,
            String name,
            List<Peer> peers,
            List<Map<String, @Nullable Object>> cases,
            Map<Long, BigDecimal> amounts,
            double ours) {
        List<Map<String, @Nullable Object>> first = cases.subList(0, Math.min(20, cases.size()));
        peers.forEach(peer -> first.forEach(peer::amount));
        long differing = 0;
        CpuClock clock = CpuClock.start();
        for (int i = 0; i < peers.size(); i++) {
            for (Map<String, @Nullable Object> one : cases) {
                Object amount = peers.get(i).amount(one);
                BigDecimal right = amounts.get((long) i << 32
                        | ((Number) java.util.Objects.requireNonNull(one.get(Enterprises.KEY))).longValue());
                if (!(amount instanceof Number theirs
                        ? right != null && cents(theirs).compareTo(right) == 0
                        : right == null)) {
                    differing++;
                }
            }
        }
        row(report, name, (long) peers.size() * cases.size(), clock.spent(), ours);
        report.note("%s: %,d of %,d answers differ from ours."
                .formatted(name, differing, (long) peers.size() * cases.size()));
        return differing == 0;
    }

    private static BigDecimal cents(Number amount) {
        return new BigDecimal(amount.toString()).setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static Map<String, @Nullable Object> enterprise(Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(Enterprises.KEY, row.whole(Enterprises.KEY));
        for (Attribute attribute : Enterprises.ATTRIBUTES) {
            int column = row.column(attribute.name());
            values.put(
                    attribute.name(),
                    row.isNull(column)
                            ? null
                            : switch (attribute.type()) {
                                case "number" -> row.decimal(column);
                                case "date" -> row.date(column);
                                case "boolean" -> row.flag(column);
                                default -> row.text(column);
                            });
        }
        return values;
    }

    private static void row(Report report, String work, long evaluations, CpuClock.Spent spent, double ours) {
        double speed = evaluations / spent.cpu() * 1000;
        report.row(
                work,
                "%,d".formatted(evaluations),
                Report.milliseconds(spent.wall()),
                Report.milliseconds(spent.cpu()),
                "%,.0f".formatted(evaluations / spent.wall() * 1000),
                "%,.0f".formatted(speed),
                Report.times(ours / speed));
    }
}
