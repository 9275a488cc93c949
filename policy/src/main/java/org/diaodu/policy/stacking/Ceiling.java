package org.diaodu.policy.stacking;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The most that several clauses together pay to an enterprise in a year (总额上限); payments are cut to it.
 *
 * @param limitFen null where the limit is the subject's own, such as the tax it paid: then {@link Claims} brings it
 */
public record Ceiling(
        String name, Set<String> clauses, @Nullable Long limitFen) {

    public Ceiling {
        clauses = Set.copyOf(clauses);
    }
}
