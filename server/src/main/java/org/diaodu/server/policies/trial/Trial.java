package org.diaodu.server.policies.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.server.policies.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a clause would do on a day to the subjects the caller sees. Money is in yuan.
 *
 * @param asked how many subjects of its kind in its region there are
 * @param entitled how many it is due to
 * @param total what it would cost; null for rights and qualifications
 * @param unknown how many it cannot be told of, and {@code facts} for want of what, the most wanted first
 * @param near how many are one condition away, {@code misses} the nearest of them
 * @param regions by city, {@code rungs} by rung of the ladder of enterprises
 * @param top those who get most
 * @param failed of how many the formula could not be computed, with the first reason
 * @param against what it changes beside the version of today; null where there is none
 */
public record Trial(
        LocalDate day,
        int asked,
        int entitled,
        @Nullable BigDecimal total,
        int unknown,
        List<Wanted> facts,
        int near,
        List<Miss> misses,
        List<Part> regions,
        List<Part> rungs,
        List<Due> top,
        int failed,
        String reason,
        @Nullable Against against) {

    /** A fact for want of which it cannot be told. */
    public record Wanted(String fact, String holder, int subjects) {}

    /** A part of those entitled; {@code key} is a region's code or the name of a rung. */
    public record Part(String key, int entitled, BigDecimal total) {}

    /** A subject and what is due to it; null where the clause gives no amount. */
    public record Due(
            SubjectId id,
            String name,
            @Nullable String region,
            @Nullable BigDecimal amount) {}

    /** A subject one condition away. */
    public record Miss(SubjectId id, String name, @Nullable String region, NearMiss what, double distance) {}

    /**
     * Beside the version of today.
     *
     * @param total of that version
     * @param gaining how many get more, {@code losing} less or nothing any more; {@code losers} the greatest losses first
     */
    public record Against(LocalDate from, BigDecimal total, int gaining, int losing, List<Change> losers) {}

    /** What a subject got by the version of today and would get; 0 for nothing. */
    public record Change(
            SubjectId id, String name, @Nullable String region, BigDecimal before, BigDecimal after) {}
}
