package org.diaodu.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was looked up last serves everybody until somebody writes; so whoever only looks may not count as writing. */
class LookingWritesNothingTest extends PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "analyst-230000, /cockpit",
        "analyst-230000, /enterprises",
        "analyst-230000, /returns",
        "dispatcher-230000, /dispatch",
        "dispatcher-230000, /dispatch/cases",
        "dispatcher-230000, /dispatch/board",
        "dispatcher-230000, /dispatch/campaign",
        "dispatcher-230000, /dispatch/meetings",
        "dispatcher-230000, /appeals",
        "analyst-230000, /appeals/routing",
        "dispatcher-230000, /pairing",
        "dispatcher-230000, /whitelist",
        "dispatcher-230000, /supply",
        "dispatcher-230000, /notices"
    })
    void aPageIsShownWithoutATransactionThatMayWrite(String user, String page) {
        Visit visit = visit(user);
        assertThat(visit.get(page).statusCode()).isEqualTo(200);

        assertThat(IntStream.range(0, 3).mapToLong(look -> writes(visit, page)))
                .as("the platform itself may write beside it now and then")
                .contains(0L);
    }

    private static long writes(Visit visit, String page) {
        long before = Writes.count(List.of());
        visit.get(page);
        return Writes.count(List.of()) - before;
    }
}
