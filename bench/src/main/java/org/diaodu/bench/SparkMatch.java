package org.diaodu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.lake.DuckDb;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same match on a cluster of this machine, a master and two workers, driven by {@code ./diaodu cluster} as anybody
 * would; its results are compared with DuckDB's row by row.
 */
final class SparkMatch implements AutoCloseable {

    private static final String TABLE = "cases";
    private static final Pattern WORKER = Pattern.compile("worker-\\d+ +up +process (\\d+)");
    private static final long LONGEST_MINUTES = 30;

    private final Path command;
    private final Path folder;
    private final Map<String, Path> tables;
    private final List<Statement> statements;

    /** The same select in the words of both engines. */
    record Statement(String name, String spark, String duck) {}

    /**
     * Starts the cluster in the folder.
     *
     * @param tables Parquet files by the names that the statements give them
     */
    SparkMatch(Path home, Path folder, Map<String, Path> tables, List<Statement> statements) throws IOException {
        this.command = home.resolve("diaodu");
        this.folder = folder;
        this.tables = tables;
        this.statements = statements;
        run("cluster", "start", "--workers", "2", "--dir", cluster());
    }

    /**
     * One run on the cluster.
     *
     * @param difference rows that one engine gives and the other does not
     * @param killed was a worker killed while it ran?
     */
    private record Matched(double milliseconds, long difference, boolean killed) {}

    /** Runs all twice, the second time with a worker killed in mid-job. False where a row differs or nobody was killed. */
    boolean report(Report report, DuckDb duck, long evaluations) throws IOException {
        boolean agree = true;
        for (boolean killing : new boolean[] {false, true}) {
            Matched matched = match(duck, killing ? "killed" : "whole", killing);
            report.row(
                    killing
                            ? "Spark, one of two workers killed in mid-job"
                            : "Spark, master and two workers, session included",
                    "%,d".formatted(evaluations),
                    Report.milliseconds(matched.milliseconds()),
                    "",
                    "%,.0f".formatted(evaluations / matched.milliseconds() * 1000),
                    "",
                    "");
            report.note("Spark%s: %,d rows differ from DuckDB's."
                    .formatted(
                            killing ? ", a worker killed while it ran: " + matched.killed() : "",
                            matched.difference()));
            agree &= matched.difference() == 0 && matched.killed() == killing;
        }
        return agree;
    }

    /** Runs the statements, and if asked kills a worker with all it runs once the first results are there. */
    private Matched match(DuckDb duck, String name, boolean killing) throws IOException {
        Path plan = folder.resolve(name + ".json");
        Map<String, Object> content = new LinkedHashMap<>();
        Map<String, List<String>> files = new LinkedHashMap<>();
        tables.forEach((table, file) -> files.put(table, List.of(file.toString())));
        content.put("tables", files);
        content.put(
                "statements",
                statements.stream()
                        .map(statement -> Map.of("name", statement.name(), "sql", statement.spark()))
                        .toList());
        content.put("out", folder.resolve(name).toString());
        Files.writeString(plan, JsonMapper.builder().build().writeValueAsString(content));
        var kill = new FutureTask<>(() -> killOnceBegun(folder.resolve(name)));
        if (killing) {
            Thread.ofPlatform().daemon().start(kill);
        }
        long began = System.nanoTime();
        run("cluster", "run", plan.toString(), "--dir", cluster());
        double milliseconds = (System.nanoTime() - began) / 1e6;
        boolean killed = kill.state() == Future.State.SUCCESS && kill.resultNow();
        kill.cancel(true);
        return new Matched(milliseconds, difference(duck, folder.resolve(name)), killed);
    }

    private long difference(DuckDb duck, Path results) {
        long rows = 0;
        for (Statement statement : statements) {
            String theirs = "SELECT * FROM '" + results.resolve(statement.name()) + "/*.parquet'";
            rows += duck.queryOne(
                            "SELECT (SELECT count(*) FROM ((%1$s) EXCEPT ALL (%2$s))) + (SELECT count(*) FROM ((%2$s) EXCEPT ALL (%1$s)))"
                                    .formatted(theirs, statement.duck()),
                            List.of(),
                            row -> row.whole(0))
                    .orElseThrow();
        }
        return rows;
    }

    private boolean killOnceBegun(Path results) throws IOException, InterruptedException {
        while (!Files.isDirectory(results) || isEmpty(results)) {
            Thread.sleep(100);
        }
        Matcher worker = WORKER.matcher(run("cluster", "status", "--dir", cluster()));
        return worker.find()
                && ProcessHandle.of(Long.parseLong(worker.group(1)))
                        .map(process -> {
                            process.descendants().forEach(ProcessHandle::destroyForcibly);
                            return process.destroyForcibly();
                        })
                        .orElse(false);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private String run(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        Path errors = Files.createTempFile(folder, "command", ".err");
        Process process =
                new ProcessBuilder(line).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", line) + " failed: " + Files.readString(errors));
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException(e);
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        run("cluster", "stop", "--dir", cluster());
    }

    /** The platform's folder, which its front door tells. */
    static Path home() {
        String home = System.getenv("DIAODU_HOME");
        if (home == null) {
            throw new IllegalStateException("--spark needs ./diaodu bench: DIAODU_HOME is not set");
        }
        return Path.of(home);
    }
}
