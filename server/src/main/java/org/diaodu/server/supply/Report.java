package org.diaodu.server.supply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shortage, or blocked transport, as an enterprise reported it.
 *
 * @param subject the enterprise as it was then
 * @param facts name and phone are masked but for those entitled
 * @param due by when the step expected now is to be taken; null where none is
 * @param version increases with every step
 */
public record Report(
        long id,
        String number,
        Subject subject,
        Facts facts,
        ReportState state,
        Instant stateSince,
        @Nullable Instant due,
        String reportedBy,
        Instant reportedAt,
        int version) {

    /** Who reported; {@code region} is the county's code. */
    public record Subject(long enterpriseId, String name, String creditCode, String industry, String region) {}

    public String region() {
        return subject.region();
    }

    /** The code of the province it lies in. */
    public String ownProvince() {
        return region().substring(0, 2) + "0000";
    }

    /** Whether what it asks for lies in another province, so that a letter may help. */
    public boolean isAcrossProvinces() {
        return !facts.province().equals(ownProvince());
    }

    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
