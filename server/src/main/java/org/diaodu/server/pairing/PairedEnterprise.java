package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that has a leader, or should have one.
 *
 * @param pairing number of the pairing that holds; null, with all about the leader, where nobody looks after it
 * @param lastVisit the day of the last visit by anybody; null for none
 * @param openFollowUps how many things of its visits are still to come
 */
public record PairedEnterprise(
        long id,
        String creditCode,
        String name,
        String region,
        @Nullable SizeClass size,
        @Nullable Long pairing,
        @Nullable Long leader,
        @Nullable String leaderName,
        @Nullable String post,
        @Nullable String unitName,
        @Nullable LocalDate since,
        @Nullable LocalDate lastVisit,
        int openFollowUps,
        int lateFollowUps) {

    /** Days since the last visit, or since the pairing where there was none; null without a leader. */
    public @Nullable Long daysWaiting(LocalDate today) {
        LocalDate from = lastVisit == null ? since : lastVisit;
        return from == null ? null : (Long) ChronoUnit.DAYS.between(from, today);
    }
}
