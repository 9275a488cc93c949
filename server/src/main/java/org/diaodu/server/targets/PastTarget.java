package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A target of the past, as it is loaded.
 *
 * @param proposedBy who proposed it
 * @param acceptedBy who accepted it; null for one that is proposed still
 * @param parts what it was broken down to, each accepted by the government of its region
 */
public record PastTarget(
        TargetForm form,
        Signature proposedBy,
        @Nullable Signature acceptedBy,
        List<Report> reports,
        List<Part> parts) {

    /** A figure that was reported. */
    public record Report(ReportForm form, Signature by) {}

    /**
     * A part: code of a region or a member unit.
     *
     * @param weightPct of a rate; null otherwise
     * @param acceptedBy null for one that is not accepted yet
     */
    public record Part(
            String code,
            String value,
            @Nullable BigDecimal weightPct,
            @Nullable Signature acceptedBy,
            List<Report> reports) {}
}
