package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.diaodu.server.testing.Kills;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** kill -9 in the middle of a bulk opening: afterwards there are all cases with their timelines and audit rows, or none. */
class OpeningKilledTest extends PlatformTest {

    private static final int ROUNDS = 6;
    private static final int ENTERPRISES = 198;

    @Autowired
    FallingProvince falling;

    @Autowired
    Kills kills;

    @Test
    void leavesAllCasesOrNone() throws Exception {
        Random moments = new Random(7);
        long longest = 400;
        int completed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            FallingProvince.Made made = falling.make(ENTERPRISES);
            longest = kills.after(
                    round == 0 ? 60_000 : moments.nextLong(longest),
                    longest,
                    OpeningChild.class,
                    made.period().iso(),
                    made.ids().stream().map(String::valueOf).collect(Collectors.joining(",")));
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

    private long count(String sql, FallingProvince.Made made) {
        return asSystem(() ->
                jdbc.sql(sql).param("p", made.period().iso()).query(Long.class).single());
    }
}
