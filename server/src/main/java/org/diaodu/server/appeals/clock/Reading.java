package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says of an appeal at a moment.
 *
 * @param rounds at least one, the current one last
 * @param next the next moment at which a measure is taken if nothing else happens; null where none will be
 */
public record Reading(
        LocalDateTime now, List<Round> rounds, @Nullable LocalDateTime next) {

    public Round current() {
        return rounds.getLast();
    }

    /** Whether a term was missed, in this round or one before. */
    public boolean hasMissed() {
        return rounds.stream()
                .flatMap(round -> round.dues().stream())
                .map(due -> due.outcome(now))
                .anyMatch(outcome -> outcome == Due.Outcome.OVERDUE || outcome == Due.Outcome.LATE);
    }

    public AppealState state() {
        return current().state();
    }
}
