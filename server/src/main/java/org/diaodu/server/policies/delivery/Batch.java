package org.diaodu.server.policies.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entitlements that are approved together, by somebody else than who proposed them. Money in fen.
 *
 * @param grantedFen what was granted of what is due, less where a budget was short
 * @param decision the words of who approved or declined
 */
public record Batch(
        String number,
        String region,
        State state,
        String words,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String decision,
        int entries,
        long dueFen,
        long grantedFen,
        int version,
        List<Line> lines) {

    public Batch {
        lines = List.copyOf(lines);
    }

    /** Where a batch stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    /**
     * One entitlement.
     *
     * @param grantedFen null before the decision
     * @param zh what the budget left, where it is less than is due; "" else
     */
    public record Line(
            String entitlement,
            String enterpriseName,
            String subjectName,
            String title,
            long dueFen,
            @Nullable Long grantedFen,
            String doubt,
            String zh,
            String en) {}
}
