package org.diaodu.policy.stacking;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Components that need no search. Where nothing excludes and nothing binds, all are paid in full; in one group without
 * permissions the highest is paid, of equals the first; under one limit it is used up in the order of priority and id.
 */
final class ClosedForm {

    private ClosedForm() {}

    /** Writes what each member is paid into {@code paid}, or returns false: the component is not of this form. */
    static boolean settle(Situation situation, List<Pool> pools, int[] component, long[] paid) {
        List<Exclusion> exclusions = situation.exclusions.stream()
                .filter(exclusion -> touches(component, exclusion.members()))
                .toList();
        List<Pool> limits = pools.stream()
                .filter(pool -> touches(component, pool.members()))
                .toList();
        boolean supplements = IntStream.of(component).anyMatch(i -> situation.footings[i] != null);
        if (exclusions.isEmpty() && limits.isEmpty()) {
            IntStream.of(component).forEach(i -> paid[i] = situation.upper[i]);
            return true;
        }
        if (supplements || exclusions.size() + limits.size() > 1) {
            return false;
        }
        if (limits.isEmpty()) {
            return !exclusions.getFirst().anyPermitted() && pick(situation, component, paid);
        }
        return fill(situation, limits.getFirst(), component, paid);
    }

    private static boolean touches(int[] component, int[] members) {
        for (int member : component) {
            if (member == members[0]) {
                return true;
            }
        }
        return false;
    }

    private static boolean pick(Situation situation, int[] component, long[] paid) {
        int best = component[0];
        for (int member : component) {
            paid[member] = 0;
            if (situation.upper[member] > situation.upper[best]) {
                best = member;
            }
        }
        paid[best] = situation.upper[best];
        return true;
    }

    private static boolean fill(Situation situation, Pool pool, int[] component, long[] paid) {
        long left = Math.max(0, pool.limitFen() - pool.spentFen());
        for (int member : component) {
            paid[member] = Math.min(left, situation.upper[member]);
            left -= paid[member];
        }
        return true;
    }
}
