package org.diaodu.server.documents;

import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * A growth a document states, beside the platform's own for the same region and period.
 *
 * @param printedPct as the document has it, in per cent
 * @param ownPct the platform's; null where it has none
 * @param provisional whether the platform's may still change
 */
public record OwnFigure(
        MarkedStatement statement,
        Period period,
        String region,
        double printedPct,
        @Nullable Double ownPct,
        boolean provisional,
        Agreement agreement) {

    /** How two figures go together. */
    public enum Agreement {
        /** The own one, rounded as the document rounds, is the printed one. */
        AGREES,
        /** They differ by one unit of the last decimal printed. */
        ROUNDING,
        DIFFERS,
        /** The platform has no figure. */
        NONE
    }
}
