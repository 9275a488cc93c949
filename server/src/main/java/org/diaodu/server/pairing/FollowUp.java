package org.diaodu.server.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to come of a visit.
 *
 * @param outcome what came of it, once done
 * @param version rises with every step; a step on an older one is stale
 */
public record FollowUp(
        long id,
        long visit,
        String words,
        @Nullable LocalDate due,
        @Nullable LocalDate doneOn,
        String outcome,
        String doneByName,
        int version) {

    public boolean isDone() {
        return doneOn != null;
    }

    public boolean isLate(LocalDate today) {
        return doneOn == null && due != null && due.isBefore(today);
    }
}
