package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.diaodu.cluster.JobReport.StatementReport;
import org.diaodu.cluster.StandaloneCluster.Size;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real master and two real workers, each a process, and a job on them beside DuckDB. */
@Tag("cluster")
@TestMethodOrder(OrderAnnotation.class)
class LoopbackClusterTest {

    private static final int ROWS = 200_000;
    private static final Size TWO_WORKERS = new Size(2, 1, 1024, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Splits of a quarter MiB, and no compiling for a long run. */
    private static final Map<String, String> SHORT_RUN = Map.of(
            "spark.sql.files.maxPartitionBytes", "256k",
            "spark.sql.shuffle.partitions", "4",
            "spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");

    @TempDir
    static Path folder;

    static DuckDb duck;

    static StandaloneCluster cluster;

    @BeforeAll
    static void start() {
        cluster = StandaloneCluster.start(folder.resolve("cluster"), TWO_WORKERS, PATIENCE);
        duck = DuckDb.inDirectory(folder, EngineLimits.DEFAULT);
        // Small row groups, so that a small file is the work of many tasks.
        duck.execute(
                "COPY (" + ClusterBench.madeUp(ROWS) + ") TO '" + folder.resolve("enterprise.parquet")
                        + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 6144)",
                List.of());
    }

    @AfterAll
    static void stopLeavesNothing() {
        duck.close();
        List<ProcessHandle> all = ofThisCluster();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);
        cluster.stop();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        assertThat(ofThisCluster()).isEmpty();
        assertThat(StandaloneCluster.in(folder.resolve("cluster"))).isEmpty();
    }

    @Test
    @Order(1)
    void aJobGivesTheRowsThatDuckDbGives() throws Exception {
        assertThat(cluster.isWhole()).isTrue();
        assertThatThrownBy(() -> StandaloneCluster.start(folder.resolve("cluster"), TWO_WORKERS, PATIENCE))
                .hasMessageContaining("cluster.running");
        Path plan = Files.writeString(
                folder.resolve("plan.json"), """
                {"tables": {"enterprise": ["enterprise.parquet"]},
                 "statements": [
                   {"name": "tiers", "sql": "%s"},
                   {"name": "by_industry", "sql": "SELECT LEFT(industry, 2) AS division, COUNT(*) AS enterprises, SUM(revenue) AS revenue, MIN(founded) AS oldest FROM enterprise GROUP BY LEFT(industry, 2)"}],
                 "out": "results"}
                """.formatted(tiers("enterprise").replace("\n", " ")));

        List<String> command = new ArrayList<>(List.of("run", plan.toString(), "--patience", "180"));
        command.addAll(List.of("--dir", folder.resolve("cluster").toString()));
        SHORT_RUN.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));

        Ran ran = Ran.of(command.toArray(String[]::new));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("[1/2] tiers: 200,000 rows", "[2/2] by_industry: 98 rows");
        assertThat(ran.out()).contains("\"rows\" : 200000", "\"name\" : \"by_industry\"");
        assertThat(difference("results/tiers", tiers(file()))).isZero();
        assertThat(difference(
                        "results/by_industry",
                        "SELECT LEFT(industry, 2), COUNT(*), SUM(revenue), MIN(founded) FROM " + file()
                                + " GROUP BY LEFT(industry, 2)"))
                .isZero();
        assertThat(Ran.of("run", plan.toString(), "--engine", cluster.master()).err())
                .contains("cluster.exists", "--replace");
    }

    @Test
    @Order(2)
    void aWorkerKilledInMidJobCostsNoRow() {
        try (SparkEngine spark = SparkEngine.on(cluster.master(), new EngineSettings(1024, 1, PATIENCE, SHORT_RUN))) {
            SparkContext context = spark.session().sparkContext();
            KillOneWorker killer = new KillOneWorker(cluster, context);
            context.addSparkListener(killer);
            Plan plan = new Plan(
                    Map.of("enterprise", List.of("file:" + folder.resolve("enterprise.parquet"))),
                    List.of(new Plan.Statement("tiers", slowly(tiers("enterprise")))),
                    "file:" + folder.resolve("after-a-kill"));

            List<StatementReport> reports = ClusterJob.run(plan, spark, false, report -> {});

            assertThat(reports.getFirst().rows()).isEqualTo(ROWS);
            assertThat(killer.tasksBeforeTheKill).hasValue(3);
            assertThat(killer.removedExecutors).contains(killer.killedExecutor);
            assertThat(killer.tasksAfterTheKill).hasValueGreaterThan(3);
            assertThat(cluster.processes().stream().filter(ClusterProcess::runs))
                    .hasSize(2);
        }
        assertThat(difference("after-a-kill/tiers", slowly(tiers(file())))).isZero();
    }

    private static String tiers(String table) {
        return "SELECT " + ClusterBench.projection(4) + " FROM " + table;
    }

    /** The same rows, with work in them that takes a while. */
    private static String slowly(String select) {
        String digest = IntStream.range(0, 12)
                .boxed()
                .reduce("CAST(id AS VARCHAR(20))", (s, i) -> "md5(" + s + ")", (a, b) -> a);
        return "SELECT *, " + digest + " AS digest FROM (" + select + ") t";
    }

    private static String file() {
        return "'" + folder.resolve("enterprise.parquet") + "'";
    }

    /** How many rows one has and the other has not. */
    private static long difference(String result, String expected) {
        String written = "SELECT * FROM '" + folder.resolve(result) + "/*.parquet'";
        return duck.query(
                        "SELECT (SELECT count(*) FROM ((" + written + ") EXCEPT ALL (" + expected + ")))"
                                + " + (SELECT count(*) FROM ((" + expected + ") EXCEPT ALL (" + written + ")))",
                        List.of(),
                        row -> row.whole(0))
                .getFirst();
    }

    private static List<ProcessHandle> ofThisCluster() {
        String jars = folder.resolve("cluster/jars").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(jars))
                .toList();
    }

    /** Kills the worker whose task was the third to end, and what it runs, as a machine that loses its power. */
    private static final class KillOneWorker extends SparkListener {

        private final StandaloneCluster cluster;
        private final SparkContext context;
        private final Set<String> removedExecutors = ConcurrentHashMap.newKeySet();
        private volatile String killedExecutor = "";
        private final AtomicInteger tasksBeforeTheKill = new AtomicInteger();
        private final AtomicInteger tasksAfterTheKill = new AtomicInteger();

        KillOneWorker(StandaloneCluster cluster, SparkContext context) {
            this.cluster = cluster;
            this.context = context;
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            removedExecutors.add(removed.executorId());
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd ended) {
            String executor = ended.taskInfo().executorId();
            if (!ended.taskInfo().successful()) {
                return;
            }
            if (!killedExecutor.isEmpty()) {
                tasksAfterTheKill.incrementAndGet();
            } else if (tasksBeforeTheKill.incrementAndGet() == 3) {
                killedExecutor = executor;
                ProcessHandle worker = workerOf(executor).handle().orElseThrow();
                List<ProcessHandle> all = new ArrayList<>(worker.descendants().toList());
                all.add(worker);
                all.forEach(ProcessHandle::destroyForcibly);
            }
        }

        /** The address of an executor's log names the page of its worker. */
        private ClusterProcess workerOf(String executor) {
            int page = URI.create(context.statusStore()
                            .executorSummary(executor)
                            .executorLogs()
                            .apply("stdout"))
                    .getPort();
            return cluster.processes().stream()
                    .filter(process -> process.page() == page)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
