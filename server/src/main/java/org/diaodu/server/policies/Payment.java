package org.diaodu.server.policies;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an entitlement. A payment that came back stays as it is; what is sent again has a number of its own.
 *
 * @param part which of the payments, from 1
 * @param milestone when it falls due; "" where all is paid at once
 * @param sharesFen what each level of government bears, together the amount; empty where the clause does not say
 * @param file number of the payment file it was sent with; null before
 * @param reason why it came back or was cancelled; "" else
 */
public record Payment(
        long id,
        String number,
        String entitlement,
        int part,
        String milestone,
        long amountFen,
        Map<String, Long> sharesFen,
        State state,
        @Nullable String file,
        @Nullable LocalDate paidOn,
        String reason) {

    public Payment {
        sharesFen = Collections.unmodifiableMap(new LinkedHashMap<>(sharesFen));
    }

    /** Where a payment stands. */
    public enum State {
        /** Waits for its milestone. */
        PLANNED,
        /** May go into the next payment file. */
        DUE,
        SENT,
        PAID,
        RETURNED,
        CANCELLED
    }
}
