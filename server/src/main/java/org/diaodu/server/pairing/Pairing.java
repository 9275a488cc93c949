package org.diaodu.server.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an enterprise, from when until when.
 *
 * @param until the first day it no longer holds, which may lie ahead; null where none is set
 * @param why the rule's reasons, or the words of whoever paired by hand
 * @param note what the one before leaves to the one who takes over
 */
public record Pairing(
        long id,
        long enterpriseId,
        String enterpriseName,
        String region,
        Leader leader,
        LocalDate since,
        @Nullable LocalDate until,
        How how,
        String why,
        String note,
        String madeByName,
        String endedWhy) {

    /** How it came about. */
    public enum How {
        RULE,
        HAND,
        HANDOVER
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
