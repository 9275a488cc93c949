package org.diaodu.policy.stacking;

import java.util.List;
import java.util.Map;

/**
 * What one enterprise with its projects is due and was paid.
 *
 * @param limitsFen its own limits, by the name of the {@link Ceiling} that has none for all
 */
public record Claims(List<Candidate> candidates, List<Earlier> earlier, Map<String, Long> limitsFen) {

    public Claims {
        candidates = List.copyOf(candidates);
        earlier = List.copyOf(earlier);
        limitsFen = Map.copyOf(limitsFen);
    }

    public static Claims of(List<Candidate> candidates) {
        return new Claims(candidates, List.of(), Map.of());
    }
}
