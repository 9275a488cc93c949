package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.diaodu.server.appeals.clock.Due;
import org.diaodu.server.appeals.clock.Pause;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Term;
import org.jspecify.annotations.Nullable;

/**
 * What is due first in the current round, as a list keeps it.
 *
 * @param due the first end of an open term; null while the clock stands, unless it was missed before
 * @param standsSince since when the clock stands; null while it runs
 */
record Standing(
        @Nullable LocalDateTime due,
        @Nullable Term term,
        @Nullable LocalDateTime standsSince) {

    static Standing of(Reading reading) {
        Round round = reading.current();
        List<Pause> pauses = round.pauses();
        LocalDateTime since = !pauses.isEmpty() && pauses.getLast().to() == null
                ? pauses.getLast().from()
                : null;
        return round.dues().stream()
                .filter(due -> due.ended() == null)
                .filter(due -> since == null || due.by().isBefore(since))
                .min(Comparator.comparing(Due::by))
                .map(due -> new Standing(due.by(), due.term(), since))
                .orElseGet(() -> new Standing(null, null, since));
    }
}
