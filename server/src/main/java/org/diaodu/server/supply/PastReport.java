package org.diaodu.server.supply;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.steps.Signature;

/**
 * A report of the past to be loaded: made as it was, then every step replayed.
 *
 * @param steps in the order in which they were taken
 */
public record PastReport(long enterpriseId, ReportForm form, Signature by, List<Step> steps) {

    /** What happened to it. */
    public sealed interface Step {

        /** Any verb but a letter and its reply; {@code result} is what came of it where it settles. */
        record Plain(Verb verb, Result result, String words, Signature by) implements Step {}

        /** A letter to another province. */
        record Written(LetterForm form, LocalDate dated, Signature by) implements Step {}

        /** What was answered to it. */
        record Replied(LocalDate on, String words, Signature by) implements Step {}
    }
}
