package org.diaodu.server.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an enterprise, from when until when.
 *
 * @param until the first day it no longer holds; null while it does
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

    public boolean holds() {
        return until == null;
    }
}
