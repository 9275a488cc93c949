package org.diaodu.server.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program asks with the rights of an account.
 *
 * @param hint its last four letters
 * @param expiresOn the first day on which it no longer opens anything
 * @param usedOn the last day on which somebody came with it; null for never
 */
public record AccessToken(
        long id,
        String name,
        String hint,
        Instant madeAt,
        LocalDate expiresOn,
        @Nullable LocalDate usedOn,
        boolean revoked) {

    /** Whether it opens anything on this day. */
    public boolean isValid(LocalDate day) {
        return !revoked && day.isBefore(expiresOn);
    }
}
