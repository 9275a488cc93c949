package org.diaodu.policy.curve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The benefit over one figure. Immutable.
 *
 * @param clauses the ids of the clauses, together under the laws of their book where there are several
 * @param exact whether every bound and slope was read off the formulas; else some stretches are curved and were measured
 * @param segments from left to right, without gaps
 */
public record Curve(List<String> clauses, DrivingFact over, boolean exact, List<Segment> segments, List<Jump> jumps) {

    public Curve {
        clauses = List.copyOf(clauses);
        segments = List.copyOf(segments);
        jumps = List.copyOf(jumps);
    }

    /** The stretch a figure lies on; null outside of the range. */
    public @Nullable Segment at(java.math.BigDecimal figure) {
        return segments.stream()
                .filter(segment -> segment.from().compareTo(figure) <= 0
                        && segment.to().compareTo(figure) >= 0)
                .findFirst()
                .orElse(null);
    }
}
