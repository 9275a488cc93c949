package org.diaodu.server.whitelist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A pass (通行证) of one vehicle under an entry of the white list.
 *
 * @param number the entry's with a running one behind it, for people; the code is for the checkpoint
 */
public record Pass(
        String number,
        String entry,
        PassCode code,
        Plate plate,
        String goods,
        String from,
        String to,
        Validity validity,
        boolean revoked,
        String issuedBy,
        Instant issuedAt) {

    /** How a pass stands on a day, as long as its entry does. */
    public enum Standing {
        COMING,
        VALID,
        EXPIRED,
        REVOKED
    }

    public Standing standing(LocalDate today) {
        if (revoked) return Standing.REVOKED;
        if (validity.isPast(today)) return Standing.EXPIRED;
        return validity.covers(today) ? Standing.VALID : Standing.COMING;
    }
}
