package org.diaodu.server.dispatch;

import java.util.List;
import java.util.Set;
import org.diaodu.server.steps.Signature;

/**
 * A case of the past to be loaded with its timeline.
 *
 * @param opened who opened it and when
 * @param planned who noted the causes and wrote the measures
 * @param steps what happened afterwards, oldest first
 */
public record PastCase(
        long enterpriseId,
        String leadUnit,
        Signature opened,
        Signature planned,
        Set<Cause> causes,
        String causeWords,
        List<MeasureForm> measures,
        List<Step> steps) {

    /** One step, signed. */
    public sealed interface Step {

        Signature by();

        String words();

        /** A step of the case. */
        record Of(Verb verb, String words, Signature by) implements Step {}

        /** Progress of a measure, counted from 0; 100 with words as evidence is done. */
        record Progress(int measure, int progressPct, String words, Signature by) implements Step {}

        /** A measure shown to the enterprise. */
        record Share(int measure, String words, Signature by) implements Step {}
    }
}
