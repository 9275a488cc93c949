package org.diaodu.server.whitelist;

import java.time.Instant;
import org.diaodu.server.access.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise on the list, or asking to be.
 *
 * @param subject the enterprise as it was when the entry was made
 * @param level who decides, and where it holds
 * @param grounds the row of the rule, or the words of whoever applied
 * @param state as it stands on the business date
 * @param validity the days it was granted for; null before
 * @param version increases with every step
 */
public record WhiteListEntry(
        long id,
        String number,
        Subject subject,
        Kind kind,
        Origin origin,
        Unit.Level level,
        String grounds,
        EntryState state,
        Instant stateSince,
        @Nullable Validity validity,
        String appliedBy,
        Instant appliedAt,
        int version) {

    /** Whom an entry is about; {@code region} is the county's code. */
    public record Subject(long enterpriseId, String name, String creditCode, String industry, String region) {}

    public String region() {
        return subject.region();
    }

    /** "2022-01-01 – 2022-06-30", or "–" before it was granted. */
    public String days() {
        return validity == null ? "–" : validity.from() + " – " + validity.until();
    }
}
