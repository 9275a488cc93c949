package org.diaodu.cluster;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.diaodu.cluster.JobReport.StatementReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code diaodu cluster run}: runs a plan's statements on a cluster and writes their results as Parquet. The report
 * goes to standard output as JSON, progress to standard error. Exit status 0 done, 1 a statement failed (those before
 * it stay), 2 could not run.
 */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Runs the statements of a plan file on a cluster (docs/cluster.md).")
public final class ClusterJob implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PLAN", description = "the plan file, JSON")
    private Path plan = Path.of("");

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = "spark://host:port, or local[N] in this process; default: the cluster started in --dir")
    private @Nullable String engine;

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    @Option(names = "--replace", description = "replace results that are already there")
    private boolean replace;

    @Option(
            names = "--memory",
            paramLabel = "MiB",
            defaultValue = "1024",
            description = "heap of each executor (default: ${DEFAULT-VALUE})")
    private int memoryMebibytes;

    @Option(
            names = "--split",
            paramLabel = "MiB",
            defaultValue = "16",
            description = "the most of a file that one task reads (default: ${DEFAULT-VALUE})")
    private int splitMebibytes;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long to be without any worker before giving up (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Option(names = "--set", paramLabel = "spark.KEY=VALUE", description = "a further setting of Spark; repeatable")
    private Map<String, String> more = new TreeMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ClusterJob()).execute(arguments));
    }

    /** Runs a plan; says each statement's result as soon as it is whole. */
    static List<StatementReport> run(Plan plan, SparkEngine spark, boolean replace, Consumer<StatementReport> done) {
        plan.tables().forEach(spark::view);
        for (Plan.Statement statement : plan.statements()) {
            named(statement, () -> {
                spark.requireFree(plan.location(statement), replace);
                spark.check(statement.sql());
                return statement;
            });
        }
        List<StatementReport> reports = new ArrayList<>();
        for (Plan.Statement statement : plan.statements()) {
            StatementReport report = new StatementReport(
                    statement.name(),
                    named(statement, () -> spark.write(statement.sql(), plan.location(statement), replace)));
            reports.add(report);
            done.accept(report);
        }
        return reports;
    }

    /** A fault says in which statement it was met. */
    private static <T> T named(Plan.Statement statement, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ClusterFault fault) {
            throw fault.in("语句“" + statement.name() + "”", "statement " + statement.name());
        }
    }

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        List<StatementReport> done = new ArrayList<>();
        try {
            Plan read = Plan.read(plan);
            String url = engine != null ? engine : folder.running().master();
            EngineSettings settings =
                    new EngineSettings(memoryMebibytes, splitMebibytes, Duration.ofSeconds(patienceSeconds), more);
            try (SparkEngine spark = SparkEngine.on(url, settings)) {
                double session = since(began);
                err().printf("%s: Spark %s, %.1f s%n", url, spark.version(), session);
                run(read, spark, replace, report -> {
                    done.add(report);
                    err().printf(
                                    "[%d/%d] %s: %,d rows, %.1f s%n",
                                    done.size(),
                                    read.statements().size(),
                                    report.name(),
                                    report.rows(),
                                    report.seconds());
                });
                print(new JobReport(url, spark.version(), round(session), round(since(began)), done));
                return 0;
            }
        } catch (ClusterFault fault) {
            err().println(fault.both());
            return done.isEmpty() ? 2 : 1;
        }
    }

    private void print(JobReport report) {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out().println(json.writeValueAsString(report));
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    static double round(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }
}
