package org.diaodu.server.policies.delivery;

import org.diaodu.server.policies.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * What a run found otherwise than the run before. Money in fen, null where there is none.
 *
 * @param entitlement number of the entitlement it concerns; null where there is none
 */
public record Difference(
        Kind kind,
        Entitlement.Subject subject,
        String region,
        String clause,
        String title,
        String titleEn,
        @Nullable Long beforeFen,
        @Nullable Long afterFen,
        @Nullable String entitlement,
        String zh,
        String en) {

    /** What changed. */
    public enum Kind {
        NEW,
        LOST,
        AMOUNT,
        /** Due by itself, but another clause is paid, or a ceiling leaves less. */
        CONFLICT,
        /** A fact is wanting now: nothing is taken away, nothing is approved. */
        UNCERTAIN,
        /** Paid, and the condition no longer holds within the months in which it may be asked back. */
        BROKEN,
        FAULT
    }
}
