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
import org.diaodu.rules.bulk.BulkRun;
import org.diaodu.rules.bulk.BulkRun.Numbered;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.jspecify.annotations.Nullable;
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
    private final List<Numbered> rules;
    private final Path enterprises;

    /** Starts the cluster in the folder. */
    SparkMatch(Path home, Path folder, Path enterprises, List<Numbered> rules) throws IOException {
        this.command = home.resolve("diaodu");
        this.folder = folder;
        this.enterprises = enterprises;
        this.rules = rules;
        run("cluster", "start", "--workers", "2", "--dir", cluster());
    }

    /**
     * One run on the cluster.
     *
     * @param difference rows that one engine gives and the other does not
     * @param killed was a worker killed while it ran?
     */
    record Matched(double milliseconds, long difference, boolean killed) {}

    /** Runs the rules, and if asked kills a worker with all it runs once the first results are there. */
    Matched match(DuckDb duck, String name, boolean killing) throws IOException {
        Path plan = folder.resolve(name + ".json");
        List<Map<String, String>> statements = new ArrayList<>();
        for (List<Numbered> group : BulkRun.groups(rules, BulkRun.AT_ONCE)) {
            statements.add(Map.of(
                    "name", statement(group), "sql", BulkRun.sql(new SparkDialect(), TABLE, Enterprises.KEY, group)));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("tables", Map.of(TABLE, List.of(enterprises.toString())));
        content.put("statements", statements);
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

    private static String statement(List<Numbered> group) {
        return "rules_" + group.getFirst().number();
    }

    private long difference(DuckDb duck, Path results) {
        long rows = 0;
        for (List<Numbered> group : BulkRun.groups(rules, BulkRun.AT_ONCE)) {
            String theirs = "SELECT * FROM '" + results.resolve(statement(group)) + "/*.parquet'";
            String ours = BulkRun.sql(new DuckDbDialect(), TABLE, Enterprises.KEY, group);
            rows += duck.queryOne(
                            "SELECT (SELECT count(*) FROM ((%1$s) EXCEPT ALL (%2$s))) + (SELECT count(*) FROM ((%2$s) EXCEPT ALL (%1$s)))"
                                    .formatted(theirs, ours),
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

    /** The platform's folder, if the bench was started by its front door. */
    static @Nullable Path home() {
        String home = System.getenv("DIAODU_HOME");
        return home == null ? null : Path.of(home);
    }
}
