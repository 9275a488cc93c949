package org.diaodu.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.diaodu.lake.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL over Parquet on Apache Spark: the files that DuckDB reads in the process, read here by many machines. Safe
 * for many threads; one engine a process at a time.
 *
 * <p>It is not a {@link org.diaodu.lake.SqlEngine}. That one brings results of any size into this process, as frames and
 * batches, and binds values to statements that write; a cluster's results belong in files beside its data, and what it
 * runs are readings of named views. So there are three verbs: {@link #view} names files, {@link #write} runs a SELECT
 * into files, {@link #query} brings a small result here, read by the same {@link RowReader} as the lake's.
 *
 * <p>Settings that decide what a figure is, the same as DuckDB's where DuckDB has them: the session's zone is UTC;
 * TIMESTAMP means without zone, in files and in literals; ANSI, so that an overflow, an impossible cast or a division by
 * zero ends the statement instead of making a null nobody asked for; decimals keep 38 digits and give up scale first,
 * down to 6 ({@code allowPrecisionLoss}, Spark's default). A statement reaches named views and nothing else.
 *
 * <p>Every method throws {@link ClusterFault}: {@code cluster.sql} where Spark refuses a statement.
 */
public final class SparkEngine implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static @Nullable SparkEngine open;

    private final SparkSession session;
    private final EngineSettings settings;
    private final Master master;
    private final WorkerWatch watch;

    private SparkEngine(Master master, EngineSettings settings) {
        this.master = master;
        this.settings = settings;
        this.session = SparkSession.builder().config(configuration()).getOrCreate();
        this.watch = new WorkerWatch(session.sparkContext(), settings.patience());
    }

    /** As {@link #on(String, EngineSettings)} with {@link EngineSettings#DEFAULT}. */
    public static SparkEngine on(String master) {
        return on(master, EngineSettings.DEFAULT);
    }

    /**
     * An engine on {@code spark://host:port}, or in this process with {@code local[N]}. It answers when a first worker
     * has; the cluster, its workers and their memory are looked at before any work is given to it.
     */
    public static SparkEngine on(String url, EngineSettings settings) {
        Master master = new Master(url);
        requireJavaOptions();
        master.requireReachable();
        synchronized (SparkEngine.class) {
            if (open != null) {
                throw new ClusterFault(
                        "cluster.one-engine",
                        "本进程已有一个引擎（" + open.master.url() + "）。建议：先关闭它。",
                        "this process already has an engine, on " + open.master.url() + ". Maybe close it first.");
            }
            open = new SparkEngine(master, settings);
        }
        try {
            open.awaitExecutor();
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private SparkConf configuration() {
        SparkConf conf = new SparkConf()
                .setMaster(master.url())
                .setAppName("diaodu")
                // What a figure is.
                .set("spark.sql.ansi.enabled", "true")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.timestampType", "TIMESTAMP_NTZ")
                .set("spark.sql.parquet.inferTimestampNTZ.enabled", "true")
                .set("spark.sql.decimalOperations.allowPrecisionLoss", "true")
                .set("spark.sql.datetime.java8API.enabled", "true")
                // As the lake reads a partition's folder: its period is text.
                .set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .set("spark.sql.runSQLOnFiles", "false")
                // A method over 8000 bytes is never compiled by the JVM: better to leave the statement to smaller ones.
                .set("spark.sql.codegen.hugeMethodLimit", "8000")
                .set("spark.sql.files.maxPartitionBytes", settings.splitMebibytes() + "m")
                .set("spark.sql.parquet.compression.codec", "zstd")
                // The committer that a task lost half-way cannot confuse.
                .set("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
                .set("spark.executor.memory", settings.executorMemoryMebibytes() + "m")
                .set("spark.executor.extraJavaOptions", "-XX:+UseSerialGC")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false");
        if (master.isLocal() || master.isLoopback()) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        settings.more().forEach(conf::set);
        return conf;
    }

    /** Names Parquet files, folders or patterns of them; what one file lacks of another's columns is null. */
    public void view(String name, List<String> locations) {
        requireName(name);
        if (locations.isEmpty()) {
            throw new ClusterFault(
                    "cluster.no-file",
                    "表“" + name + "”没有文件。建议：至少写一个路径。",
                    "table \"" + name + "\" has no file. Maybe name at least one path.");
        }
        try {
            Map<String, List<String>> byRoot = locations.stream()
                    .collect(Collectors.groupingBy(SparkEngine::root, LinkedHashMap::new, Collectors.toList()));
            byRoot.entrySet().stream()
                    .map(part -> files(part.getKey(), part.getValue()))
                    .reduce((a, b) -> a.unionByName(b, true))
                    .orElseThrow()
                    .createOrReplaceTempView(name);
        } catch (Exception e) {
            throw new ClusterFault(
                    "cluster.no-file",
                    "表“" + name + "”的文件无法读取：" + reason(e) + "。建议：检查路径；集群的每台机器都必须能读到它。",
                    "the files of table \"" + name + "\" cannot be read: " + reason(e)
                            + ". Maybe check the paths; every machine of the cluster must be able to read them.",
                    e);
        }
    }

    private Dataset<Row> files(String root, List<String> locations) {
        var reader = session.read().option("mergeSchema", "true");
        return (root.isEmpty() ? reader : reader.option("basePath", root)).parquet(locations.toArray(String[]::new));
    }

    /** The folder above {@code key=value} folders, whose names are columns too; empty where there are none. */
    static String root(String location) {
        String[] folders = location.split("/", -1);
        for (int i = 1; i < folders.length; i++) {
            if (folders[i].matches("[A-Za-z_][A-Za-z0-9_]*=.+")) {
                return String.join("/", List.of(folders).subList(0, i));
            }
        }
        return "";
    }

    /** Whether the statement could be run: it parses, is one SELECT, and its tables, columns and types fit. */
    public void check(String sql) {
        select(sql, List.of());
    }

    /** Every row of the result, for results that fit in this process; values are bound to {@code ?}. */
    public <T> List<T> query(String sql, List<?> params, RowReader<T> reader) {
        return watched(sql, () -> {
            List<T> rows = new ArrayList<>();
            for (Row row : select(sql, params).collectAsList()) {
                rows.add(reader.read(new SparkRow(row)));
            }
            return rows;
        });
    }

    /**
     * Runs a SELECT and writes its result as Zstandard-compressed Parquet into a new folder. The folder is there, with
     * all of the result and {@code _SUCCESS}, or it is not: Spark writes beside it, and it is renamed at the end (one
     * step on a file system and on HDFS; object stores copy).
     *
     * @param replace whether a result already there gives way to the new one, once that is whole
     */
    public Written write(String sql, String location, boolean replace) {
        Path target = new Path(location);
        Path writing = new Path(target.getParent(), "." + target.getName() + ".writing");
        long began = System.nanoTime();
        try {
            FileSystem files = target.getFileSystem(hadoop());
            requireFree(files, target, replace);
            try {
                files.delete(writing, true);
                Written written = watched(sql, () -> {
                    select(sql, List.of()).write().parquet(writing.toString());
                    return count(files, writing);
                });
                publish(files, writing, target);
                return written.at(location, (System.nanoTime() - began) / 1e9);
            } finally {
                files.delete(writing, true);
            }
        } catch (IOException e) {
            throw cannotWrite(location, e);
        }
    }

    /** A fault where a result is already at this location, unless it may be replaced. */
    void requireFree(String location, boolean replace) {
        Path target = new Path(location);
        try {
            requireFree(target.getFileSystem(hadoop()), target, replace);
        } catch (IOException e) {
            throw cannotWrite(location, e);
        }
    }

    private static void requireFree(FileSystem files, Path target, boolean replace) throws IOException {
        if (!replace && files.exists(target)) {
            throw new ClusterFault(
                    "cluster.exists",
                    "结果 " + target + " 已经存在。建议：换一个输出目录，或用 --replace 替换。",
                    "the result " + target + " is already there. Maybe choose another folder, or --replace it.");
        }
    }

    private Written count(FileSystem files, Path folder) {
        try {
            return footers(files, folder);
        } catch (IOException e) {
            throw cannotWrite(folder.toString(), e);
        }
    }

    private Written footers(FileSystem files, Path folder) throws IOException {
        long rows = 0;
        long bytes = 0;
        int parts = 0;
        for (FileStatus file : files.listStatus(folder, path -> path.getName().endsWith(".parquet"))) {
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop()))) {
                rows += reader.getRecordCount();
            }
            bytes += file.getLen();
            parts++;
        }
        return new Written(folder.toString(), rows, parts, bytes, 0);
    }

    private static void publish(FileSystem files, Path writing, Path target) throws IOException {
        Path replaced = new Path(target.getParent(), "." + target.getName() + ".replaced");
        files.delete(replaced, true);
        if (files.exists(target) && !files.rename(target, replaced)) {
            throw new IOException("the older result could not be moved aside to " + replaced);
        }
        if (!files.rename(writing, target)) {
            throw new IOException("the whole result could not be renamed from " + writing);
        }
        files.delete(replaced, true);
    }

    private Dataset<Row> select(String sql, List<?> params) {
        try {
            LogicalPlan plan = ((org.apache.spark.sql.classic.SparkSession) session)
                    .sessionState()
                    .sqlParser()
                    .parsePlan(sql);
            if (plan instanceof Command || plan instanceof ParsedStatement || plan instanceof InsertIntoDir) {
                throw new ClusterFault(
                        "cluster.not-a-select",
                        "只能运行 SELECT，不能运行：" + shown(sql),
                        "only a SELECT can be run, not " + shown(sql));
            }
            return session.sql(sql, params.toArray());
        } catch (ClusterFault e) {
            throw e;
        } catch (Exception e) {
            throw refused(sql, e);
        }
    }

    /** Runs work on the cluster and says what went wrong with it. */
    private <T> T watched(String sql, Supplier<T> work) {
        try {
            return work.get();
        } catch (ClusterFault e) {
            throw e;
        } catch (Exception e) {
            throw !master.isLocal() && watch.isAbandoned() ? noWorkers(e) : refused(sql, e);
        }
    }

    private void awaitExecutor() {
        if (master.isLocal()) {
            return;
        }
        try {
            if (!watch.awaitFirst()) {
                throw noWorkers(null);
            }
            watch.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noWorkers(e);
        }
    }

    /** The version of Spark. */
    public String version() {
        return session.version();
    }

    SparkSession session() {
        return session;
    }

    /** Ends the session; what was written stays. */
    @Override
    public void close() {
        synchronized (SparkEngine.class) {
            session.stop();
            if (open == this) {
                open = null;
            }
        }
    }

    private Configuration hadoop() {
        return session.sparkContext().hadoopConfiguration();
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ClusterFault(
                    "cluster.name",
                    "“" + name + "”不能用作名称。建议：以小写字母开头，只用小写字母、数字和下划线，例如 enterprise。",
                    "\"" + name + "\" cannot be a name. Maybe use lower case letters, digits and underscores, as in"
                            + " enterprise.");
        }
    }

    private static void requireJavaOptions() {
        if (!java.nio.ByteBuffer.class.getModule().isOpen("sun.nio.ch", SparkEngine.class.getModule())) {
            throw new ClusterFault(
                    "cluster.java-options",
                    "Java 缺少 Spark 需要的启动选项。建议：用 ./diaodu cluster run 运行，或加上 java @cluster/java.options。",
                    "Java was started without the options that Spark needs. Maybe run it by ./diaodu cluster run, or"
                            + " with java @cluster/java.options.");
        }
    }

    private ClusterFault noWorkers(@Nullable Exception cause) {
        String memory = settings.executorMemoryMebibytes() + " MiB";
        return new ClusterFault(
                "cluster.no-workers",
                "集群 " + master.url() + " 在 " + settings.patience().toSeconds() + " 秒内没有可用的工作节点。建议：检查工作节点是否在运行、内存是否不少于 "
                        + memory + "、是否被别的作业占用。",
                "the cluster " + master.url() + " had no free worker for "
                        + settings.patience().toSeconds() + " s. Maybe its workers are down, have less than " + memory
                        + " of memory, or are taken by another job.",
                cause);
    }

    private static ClusterFault cannotWrite(String location, IOException cause) {
        return new ClusterFault(
                "cluster.io",
                "结果无法写入 " + location + "：" + reason(cause) + "。建议：检查磁盘空间和权限。",
                "the result cannot be written to " + location + ": " + reason(cause)
                        + ". Maybe check the space on the disk and the permissions.",
                cause);
    }

    private static ClusterFault refused(String sql, Exception cause) {
        String reason = reason(cause) + " [" + shown(sql) + "]";
        return new ClusterFault("cluster.sql", "Spark 拒绝执行：" + reason, "Spark refused: " + reason, cause);
    }

    private static String shown(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 400 ? line : line.substring(0, 400) + " …";
    }

    /** What Spark says went wrong: the innermost cause that it explains. */
    private static String reason(Exception failure) {
        Throwable told = failure;
        while (told.getCause() != null && !(told instanceof AnalysisException)) {
            if (told instanceof SparkException
                    && String.valueOf(told.getMessage()).contains("Lost task")) {
                break;
            }
            told = told.getCause();
        }
        return String.valueOf(told.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(4)
                .collect(Collectors.joining(" "));
    }
}
