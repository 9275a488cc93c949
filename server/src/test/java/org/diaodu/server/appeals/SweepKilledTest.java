package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.database.Database;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** kill -9 in the middle of a sweep: no measure without its notices and audit row, and the next sweep takes the rest. */
class SweepKilledTest extends AppealDesk {

    private static final int ROUNDS = 2;
    private static final int APPEALS = 1_200;
    private static final LocalDateTime RAISED = LocalDateTime.of(2022, 4, 11, 10, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2022, 6, 1, 12, 0);
    private static final int MEASURES = 9; // three each for verifying, replying and resolving

    @Autowired
    AppealLoading loading;

    @Autowired
    AppealSweep sweep;

    @Autowired
    Database database;

    @Value("${diaodu.data}")
    String data = "";

    @Test
    void leavesNoMeasureUntoldAndLosesNone() throws Exception {
        Random moments = new Random(11);
        int inTheMiddle = 0;
        for (int round = 0; round < ROUNDS; round++) {
            asSystem(() -> loading.load(overdue(), RAISED));
            killed(round, moments.nextLong(250));
            long taken = taken();
            assertThat(told()).as("told after the kill").isEqualTo(taken);
            assertThat(audited()).as("audited after the kill").isEqualTo(taken);
            if (taken % ((long) APPEALS * MEASURES) != 0) inTheMiddle++;
            sweep.sweep(NOW);
            long all = (round + 1L) * APPEALS * MEASURES;
            assertThat(taken()).isEqualTo(all);
            assertThat(told()).isEqualTo(all);
            assertThat(audited()).isEqualTo(all);
        }
        assertThat(inTheMiddle).as("sweeps killed in the middle").isPositive();
    }

    private static List<PastAppeal> overdue() {
        List<PastAppeal> overdue = new ArrayList<>();
        for (int i = 0; i < APPEALS; i++) {
            var by = new Signed(CLERK, CLERK, "示例企业9102", RAISED);
            overdue.add(new PastAppeal(ENTERPRISE, form("MATERIALS", "被终止的清扫"), by, List.of()));
        }
        return overdue;
    }

    private long taken() {
        return count(
                "select count(*) from appeal_escalation e join appeal a on a.id = e.appeal_id where a.words = '被终止的清扫'");
    }

    /** Measures of which the officer was told. */
    private long told() {
        return count(
                "select count(*) from notice n join account c on c.id = n.account join appeal a on n.href = '/appeals/' || "
                        + "a.number where c.name = '" + OFFICER + "' and a.words = '被终止的清扫'");
    }

    private long audited() {
        return count(
                "select count(*) from audit_entry where subject_type = 'appeal' and action in ('appeal.reminder', "
                        + "'appeal.supervision', 'appeal.brief') and subject_id in (select number from appeal where words = '被终止的清扫')");
    }

    private long count(String sql) {
        return asSystem(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private void killed(int round, long after) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepChild.class.getName(),
                        NOW.toString(),
                        "--diaodu.data=" + data,
                        "--diaodu.database.url=" + database.url(),
                        "--diaodu.database.user=" + database.user(),
                        "--diaodu.database.password=" + database.password(),
                        "--diaodu.database.migrate=false",
                        "--diaodu.appeals.every=1d",
                        "--diaodu.notices.every=1d",
                        "--logging.level.root=error")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = child.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); !"BEGIN".equals(line); line = said.readLine()) {
                if (line == null) throw new AssertionError("the child did not begin:\n" + String.join("\n", lines));
                lines.add(line);
            }
            long before = (long) round * APPEALS * MEASURES;
            while (child.isAlive() && taken() == before) child.waitFor(20, TimeUnit.MILLISECONDS);
            child.waitFor(after, TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            nothingIsLeftOf(asSystem(() -> jdbc.sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single()));
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
}
