package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.testing.Kills;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** kill -9 in the middle of a sweep: no measure without its notices and audit row, and the next sweep takes the rest. */
class SweepKilledTest extends AppealDesk {

    private static final int ROUNDS = 2;
    private static final int APPEALS = 1_200;
    private static final LocalDateTime RAISED = LocalDateTime.of(2022, 4, 11, 10, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2022, 6, 1, 12, 0);
    private static final int MEASURES = 9; // three each for verifying, replying and resolving

    @Autowired
    AppealSweep sweep;

    @Autowired
    Kills kills;

    @Test
    void leavesNoMeasureUntoldAndLosesNone() throws Exception {
        Random moments = new Random(11);
        int inTheMiddle = 0;
        for (int round = 0; round < ROUNDS; round++) {
            asSystem(() -> loading.load(overdue(), RAISED));
            long before = (long) round * APPEALS * MEASURES;
            long later = moments.nextLong(250);
            kills.at(
                    sweeping -> {
                        while (sweeping.isAlive() && taken() == before) sweeping.waitFor(20, TimeUnit.MILLISECONDS);
                        sweeping.waitFor(later, TimeUnit.MILLISECONDS);
                    },
                    SweepChild.class,
                    NOW.toString());
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
}
