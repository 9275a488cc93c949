package org.diaodu.policy.stacking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Components so small that every choice can be looked at: of each largest set of candidates that may be paid together the
 * limits are used up in the order of priority and id, and the best of these sets is taken. Where every candidate stands under
 * at most one limit and none is a supplement no other payment of the set is better, and no smaller set is.
 */
final class Enumeration {

    private static final int MOST_CANDIDATES = 16;

    private final Situation situation;
    private final int[] component;
    private final List<Exclusion> exclusions;
    private final int[] levels;

    private Enumeration(Situation situation, int[] component) {
        this.situation = situation;
        this.component = component;
        this.exclusions = situation.exclusions.stream()
                .filter(exclusion -> contains(component, exclusion.members()[0]))
                .toList();
        this.levels = IntStream.of(component)
                .map(i -> situation.priority[i])
                .distinct()
                .toArray();
    }

    /** Writes what each member is paid into {@code paid}, or returns false: the component is not of this form. */
    static boolean settle(Situation situation, List<Pool> pools, int[] component, long[] paid) {
        List<Pool> limits = pools.stream()
                .filter(pool -> contains(component, pool.members()[0]))
                .toList();
        int[] limited = limits.stream()
                .flatMapToInt(pool -> IntStream.of(pool.members()))
                .toArray();
        if (component.length > MOST_CANDIDATES
                || IntStream.of(component).anyMatch(i -> situation.footings[i] != null)
                || limits.stream().anyMatch(pool -> pool.rising().length > 0)
                || IntStream.of(limited).distinct().count() < limited.length) {
            return false;
        }
        long[] best = new Enumeration(situation, component).best(limits);
        for (int i : component) {
            paid[i] = best[i];
        }
        return true;
    }

    private long[] best(List<Pool> limits) {
        long[] best = new long[situation.size()];
        long[] mark = mark(best);
        for (int[] set : Cliques.of(component.length, (one, other) -> !barred(component[one], component[other]))) {
            long[] paid = paid(set, limits);
            long[] now = mark(paid);
            if (Arrays.compare(now, mark) > 0) {
                best = paid;
                mark = now;
            }
        }
        return best;
    }

    private boolean barred(int one, int other) {
        return exclusions.stream()
                .anyMatch(exclusion -> contains(exclusion.members(), one)
                        && contains(exclusion.members(), other)
                        && situation.barred(exclusion, one, other));
    }

    private long[] paid(int[] set, List<Pool> limits) {
        long[] paid = new long[situation.size()];
        for (int at : set) {
            paid[component[at]] = situation.upper[component[at]];
        }
        for (Pool pool : limits) {
            long left = Math.max(0, pool.limitFen() - pool.spentFen());
            for (int member : IntStream.of(pool.members()).sorted().toArray()) {
                paid[member] = Math.min(left, paid[member]);
                left -= paid[member];
            }
        }
        return paid;
    }

    /** What bundles are compared by, in turn: the total, the sum of each priority, each candidate. */
    private long[] mark(long[] paid) {
        long[] mark = new long[1 + levels.length + component.length];
        for (int at = 0; at < component.length; at++) {
            int i = component[at];
            mark[0] += paid[i];
            for (int level = 0; level < levels.length; level++) {
                mark[1 + level] += situation.priority[i] == levels[level] ? paid[i] : 0;
            }
            mark[1 + levels.length + at] = paid[i];
        }
        return mark;
    }

    private static boolean contains(int[] positions, int wanted) {
        return IntStream.of(positions).anyMatch(position -> position == wanted);
    }
}
