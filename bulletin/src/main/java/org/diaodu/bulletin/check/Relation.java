package org.diaodu.bulletin.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures that must agree: one of them, or one they imply, computed from the others.
 *
 * @param document the file or passage; of the later one where figures of two are compared
 * @param name what kind of relation, such as 贡献率＝拉动÷增速
 * @param expression how it was computed, in the figures as printed: {@code 5.5/8.5}
 * @param computed the result, in the unit of the printed figure
 * @param published the figure printed, or null where the document prints none
 * @param unit the unit of both: %, 个百分点, 亿元 …
 * @param tolerance how far the two may lie apart: the half of the last decimal of every figure, carried through
 * @param basis on what other basis they agree, or what the figure is said to be; empty where nothing is to be said
 * @param evidence the words of each figure, the operands first
 */
public record Relation(
        String document,
        String name,
        String expression,
        double computed,
        @Nullable Double published,
        String unit,
        double tolerance,
        Verdict verdict,
        String basis,
        List<Evidence> evidence) {

    public Relation {
        evidence = List.copyOf(evidence);
    }

    /** Whether the figures cannot all be right. */
    public boolean contradicts() {
        return verdict == Verdict.CONTRADICTS;
    }

    /** The same with the words elsewhere. */
    Relation withEvidence(List<Evidence> places) {
        return new Relation(document, name, expression, computed, published, unit, tolerance, verdict, basis, places);
    }
}
