package org.diaodu.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.database.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a process of its own on the test's database, and kills it (kill -9) in the middle. */
@TestComponent
public class Kills {

    private final Database database;
    private final String data;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Kills(
            Database database,
            @Value("${diaodu.data}") String data,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.data = data;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Waits, once the work has begun, for the moment at which it is to be killed. */
    public interface Moment {
        void await(Process working) throws InterruptedException;
    }

    /**
     * Kills the work so many milliseconds after its beginning.
     *
     * @param longest how long the work takes at most, as far as is known
     * @return how long it takes at most, if it ended before it was killed
     */
    public long after(long milliseconds, long longest, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        long[] took = {longest};
        at(
                working -> {
                    long began = System.nanoTime();
                    if (working.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                        took[0] = Math.max(50, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                    }
                },
                main,
                arguments);
        return took[0];
    }

    /**
     * Kills the work at this moment. When it returns PostgreSQL has noticed.
     *
     * @param main writes BEGIN when it begins; its arguments are followed by the platform's settings
     */
    public void at(Moment moment, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command(main, List.of(arguments)))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); !"BEGIN".equals(line); line = said.readLine()) {
                if (line == null) throw new AssertionError("the child did not begin:\n" + String.join("\n", lines));
                lines.add(line);
            }
            moment.await(child);
        } finally {
            child.destroyForcibly().waitFor();
        }
        nothingIsLeftOf(now());
    }

    private List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        command.addAll(List.of(
                "--diaodu.data=" + data,
                "--diaodu.database.url=" + database.url(),
                "--diaodu.database.user=" + database.user(),
                "--diaodu.database.password=" + database.password(),
                "--diaodu.database.migrate=false",
                "--diaodu.appeals.every=1d",
                "--diaodu.notices.every=1d",
                "--diaodu.matching.first=1d",
                "--logging.level.root=error"));
        return command;
    }

    /** No transaction of before the kill is left. */
    private void nothingIsLeftOf(String killedAt) {
        long left = 1;
        while (left > 0) {
            left = asSystem(jdbc.sql("""
                    select count(*) from pg_stat_activity
                    where pid <> pg_backend_pid() and datname = current_database() and xact_start < :killed::timestamptz
                    """).param("killed", killedAt).query(Long.class));
        }
    }

    private String now() {
        return asSystem(jdbc.sql("select clock_timestamp()::text").query(String.class));
    }

    private <T> T asSystem(JdbcClient.MappedQuerySpec<T> query) {
        return AsSystem.call("test", () -> transaction.execute(_ -> query.single()));
    }
}
