package org.diaodu.server.whitelist;

import java.util.List;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.Signature;

/**
 * An application of the past to be loaded: made as it was, then every step replayed.
 *
 * @param steps in the order in which they were taken
 * @param passes issued after the first step, which then grants it
 */
public record PastEntry(
        long enterpriseId,
        Kind kind,
        Unit.Level level,
        String grounds,
        Signature applied,
        List<Step> steps,
        List<PastPass> passes) {

    /** A decision, or a revocation; {@code days} are those of a granted entry. */
    public record Step(Verb verb, Validity days, String words, Signature by) {}

    /** A pass, and why it was taken back; "" for one that was not. */
    public record PastPass(PassForm form, Signature by, String revoked) {}
}
