package org.diaodu.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code diaodu cluster bench}: what a row costs and what a statement costs whatever its rows. The same projection of
 * several CASE rules is run over a file and over one with four times its rows; the slope is the difference, the fixed
 * cost is what is left. DuckDB runs the same statement on the same files beside it.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Rows a second and fixed costs of a projection of CASE rules, DuckDB beside it.")
final class ClusterBench implements Callable<Integer> {

    private static final int GROWTH = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = "spark://host:port or local[N]; default: the cluster started in --dir")
    private @Nullable String engine;

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(names = "--rules", paramLabel = "N", defaultValue = "8", description = "in the statement; default: 8")
    private int rules;

    @Option(names = "--times", paramLabel = "N", defaultValue = "3", description = "each; the median counts")
    private int times;

    @Override
    public Integer call() throws IOException {
        Path work = Files.createDirectories(folder.directory()).resolve("bench");
        deleteTree(work);
        try (DuckDb duck = duck(work, 1)) {
            long began = System.nanoTime();
            try (SparkEngine spark =
                    SparkEngine.on(engine != null ? engine : folder.running().master())) {
                out().printf("%-34s %8.2f s%n", "session, until a first worker answers", since(began));
                for (int size : List.of(rows, rows * GROWTH)) {
                    duck.execute(
                            "COPY (" + madeUp(size) + ") TO '" + file(work, size)
                                    + "' (FORMAT parquet, COMPRESSION zstd)",
                            List.of());
                    spark.view("enterprise_" + size, List.of("file:" + file(work, size)));
                    out().printf("%,34d rows, %.1f MB%n", size, Files.size(file(work, size)) / 1e6);
                }
                IntToLongFunction onSpark = size -> {
                    String select = "SELECT " + projection(rules) + " FROM enterprise_" + size;
                    return spark.write(select, "file:" + work.resolve("result"), true)
                            .rows();
                };
                out().printf("%-34s %8.2f s%n", "Spark, first statement", once(onSpark, rows));
                AtomicLong taskNanos = new AtomicLong();
                spark.session().sparkContext().addSparkListener(new SparkListener() {
                    @Override
                    public void onTaskEnd(SparkListenerTaskEnd ended) {
                        taskNanos.addAndGet(ended.taskMetrics().executorCpuTime());
                    }
                });
                measure("Spark", onSpark, taskNanos::get);
            }
            measure("DuckDB, 1 thread", onDuck(duck, work), ClusterBench::processNanos);
            int threads = Runtime.getRuntime().availableProcessors();
            try (DuckDb all = duck(work, threads)) {
                measure("DuckDB, " + threads + " threads", onDuck(all, work), ClusterBench::processNanos);
            }
            return 0;
        } catch (ClusterFault fault) {
            java.util.Objects.requireNonNull(spec).commandLine().getErr().println(fault.both());
            return 2;
        } finally {
            deleteTree(work);
        }
    }

    private static DuckDb duck(Path work, int threads) {
        return DuckDb.inDirectory(work, new EngineLimits(2048, threads, Duration.ofMinutes(10)));
    }

    private IntToLongFunction onDuck(DuckDb duck, Path work) {
        return size -> duck.execute(
                "COPY (SELECT " + projection(rules) + " FROM '" + file(work, size) + "') TO '"
                        + work.resolve("result.parquet") + "' (FORMAT parquet, COMPRESSION zstd)",
                List.of());
    }

    /** By the clock, and by the processor, which others on the machine disturb less. */
    private void measure(String what, IntToLongFunction statement, LongSupplier cpuNanos) {
        once(statement, rows);
        long cpuBefore = cpuNanos.getAsLong();
        double small = median(statement, rows);
        double large = median(statement, rows * GROWTH);
        double cpuMicros = (cpuNanos.getAsLong() - cpuBefore) / 1e3 / ((double) rows * times * (1 + GROWTH));
        double perRow = (large - small) / ((double) rows * (GROWTH - 1));
        out().printf(
                        "%-20s %,d rows %.2f s, %,d rows %.2f s: %.2f µs a row and %.2f s a statement; %.2f µs a row by the"
                                + " processor; %,.0f rows/s, %,.0f rule evaluations/s%n",
                        what,
                        rows,
                        small,
                        rows * GROWTH,
                        large,
                        perRow * 1e6,
                        small - perRow * rows,
                        cpuMicros,
                        1 / perRow,
                        rules / perRow);
        out().flush();
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private double median(IntToLongFunction statement, int size) {
        return IntStream.range(0, times)
                .mapToDouble(i -> once(statement, size))
                .sorted()
                .toArray()[times / 2];
    }

    private static double once(IntToLongFunction statement, int size) {
        long began = System.nanoTime();
        if (statement.applyAsLong(size) != size) {
            throw new ClusterFault("cluster.bench", "结果行数不符", "the result has not as many rows as the file");
        }
        return since(began);
    }

    /** A made-up table of enterprises in which about one figure in twenty is missing. */
    static String madeUp(int rows) {
        return """
                SELECT i AS id, 'SAMPLE' || lpad(i::VARCHAR, 12, '0') AS code,
                  CASE WHEN h0 %% 20 <> 0 THEN (h0 %% 2000)::INTEGER END AS staff,
                  CASE WHEN h1 %% 20 <> 0 THEN (h1 %% 900000000 / 100.0)::DECIMAL(18,2) END AS revenue,
                  CASE WHEN h2 %% 20 <> 0 THEN (h2 %% 800000000 / 100.0)::DECIMAL(18,2) END AS revenue_before,
                  CASE WHEN h3 %% 20 <> 0 THEN (h3 %% 90000000 / 100.0)::DECIMAL(18,2) END AS research,
                  CASE WHEN h4 %% 20 <> 0 THEN (h4 %% 50000000 / 100.0)::DECIMAL(18,2) END AS energy,
                  CASE WHEN h5 %% 20 <> 0 THEN lpad((h5 %% 9700)::VARCHAR, 4, '0') END AS industry,
                  CASE WHEN h6 %% 20 <> 0 THEN ['A','B','C','D'][1 + (h6 %% 4)::INTEGER] END AS credit,
                  CASE WHEN h7 %% 20 <> 0 THEN DATE '1990-01-01' + (h7 %% 11000)::INTEGER END AS founded,
                  h0 %% 3 = 0 AS high_tech
                FROM (SELECT i, %s FROM range(%d) r(i))
                """.formatted(
                        IntStream.range(0, 8)
                                .mapToObj(k -> "hash(i, " + k + ") AS h" + k)
                                .collect(Collectors.joining(", ")),
                        rows);
    }

    /** For each rule a tier by several conditions and an amount, as compiled rules have them; the same on both engines. */
    static String projection(int rules) {
        List<String> columns = new ArrayList<>(List.of("id"));
        for (int i = 1; i <= rules; i++) {
            columns.add("""
                    CASE WHEN staff >= %1$d AND revenue >= %2$d.00 AND credit IN ('A', 'B') AND high_tech THEN 'first'
                      WHEN staff >= %1$d AND revenue >= %3$d.00 AND founded < DATE '2020-01-01' THEN 'second'
                      WHEN research >= %4$d.00 AND industry >= '13' AND industry < '44' THEN 'third'
                      WHEN energy > %5$d.00 AND revenue < revenue_before THEN 'watch'
                      WHEN staff IS NULL OR revenue IS NULL THEN 'missing' ELSE 'none' END AS tier_%6$d,
                    CASE WHEN research >= %4$d.00 AND high_tech
                      THEN CAST(LEAST(CAST(research AS DECIMAL(38,6)) * 0.%7$02d, 5000000.00) AS DECIMAL(18,2))
                      END AS amount_%6$d""".formatted(
                    100 + 90 * i, 1_000_000 + 300_000 * i, 500_000 + 200_000 * i, 50_000 * i, 20_000 * i, i, 3 + i));
        }
        return String.join(", ", columns);
    }

    private static Path file(Path work, int size) {
        return work.resolve("enterprise-" + size + ".parquet");
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }
}
