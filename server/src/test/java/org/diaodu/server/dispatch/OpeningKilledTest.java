package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.diaodu.server.database.Database;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

/** kill -9 in the middle of a bulk opening: afterwards there are all cases with their timelines and audit rows, or none. */
@Import(FallingProvince.class)
class OpeningKilledTest extends PlatformTest {

    private static final int ROUNDS = 6;
    private static final int ENTERPRISES = 198;

    @Autowired
    FallingProvince falling;

    @Autowired
    Database database;

    @Value("${diaodu.data}")
    String data = "";

    @Test
    void leavesAllCasesOrNone() throws Exception {
        Random moments = new Random(7);
        long longest = 400;
        int completed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            FallingProvince.Made made = falling.make(ENTERPRISES);
            longest = killed(made, round == 0 ? 60_000 : moments.nextLong(longest), longest);
            long cases = count("select count(*) from dispatch_case where period = :p", made);
            assertThat(cases).isIn(0L, (long) made.falling().size());
            assertThat(count(
                            "select count(*) from dispatch_event e join dispatch_case c on c.id = e.case_id "
                                    + "where c.period = :p",
                            made))
                    .isEqualTo(cases);
            assertThat(count(
                            "select count(*) from audit_entry where action = 'dispatch.open' and subject_id in "
                                    + "(select number from dispatch_case where period = :p)",
                            made))
                    .isEqualTo(cases);
            completed += cases > 0 ? 1 : 0;
        }
        System.out.println(completed + " of " + ROUNDS + " openings had committed when they were killed");
        assertThat(completed).isPositive();
    }

    private long killed(FallingProvince.Made made, long after, long longest) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningChild.class.getName(),
                        made.period().iso(),
                        made.ids().stream().map(String::valueOf).collect(Collectors.joining(",")),
                        "--diaodu.data=" + data,
                        "--diaodu.database.url=" + database.url(),
                        "--diaodu.database.user=" + database.user(),
                        "--diaodu.database.password=" + database.password(),
                        "--diaodu.database.migrate=false",
                        "--logging.level.root=error")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); !"BEGIN".equals(line); line = said.readLine()) {
                if (line == null) throw new AssertionError("the child did not begin:\n" + String.join("\n", lines));
                lines.add(line);
            }
            long began = System.nanoTime();
            boolean ended = child.waitFor(after, TimeUnit.MILLISECONDS);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            child.destroyForcibly().waitFor();
            nothingIsLeftOf(asSystem(() -> jdbc.sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single()));
            return ended ? Math.max(50, took) : longest;
        }
    }

    /** PostgreSQL has noticed that its client is gone: no transaction of before the kill is left. */
    private void nothingIsLeftOf(String killedAt) {
        long left = 1;
        while (left > 0) {
            left = asSystem(() ->
                    jdbc.sql("""
                    select count(*) from pg_stat_activity
                    where pid <> pg_backend_pid() and datname = current_database() and xact_start < :killed::timestamptz
                    """).param("killed", killedAt).query(Long.class).single());
        }
    }

    private long count(String sql, FallingProvince.Made made) {
        return asSystem(() ->
                jdbc.sql(sql).param("p", made.period().iso()).query(Long.class).single());
    }
}
