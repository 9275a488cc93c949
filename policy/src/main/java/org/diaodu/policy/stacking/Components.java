package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Candidates that have to be settled together, as a forest whose roots are their smallest positions. */
final class Components {

    private final int[] parent;

    private Components(int size) {
        parent = IntStream.range(0, size).toArray();
    }

    /** Joined by groups, supplements and these pools. */
    static Collection<int[]> of(Situation situation, List<Pool> pools) {
        Components components = new Components(situation.size());
        situation.exclusions.forEach(exclusion -> components.join(exclusion.members()));
        for (int i = 0; i < situation.size(); i++) {
            Footing footing = situation.footings[i];
            if (footing != null) {
                for (int base : footing.bases()) {
                    components.join(i, base);
                }
            }
        }
        for (Pool pool : pools) {
            components.join(pool.members());
            for (int member : pool.rising()) {
                components.join(pool.members()[0], member);
            }
        }
        return components.parts();
    }

    private void join(int... members) {
        for (int i = 1; i < members.length; i++) {
            int one = root(members[0]);
            int other = root(members[i]);
            parent[Math.max(one, other)] = Math.min(one, other);
        }
    }

    private int root(int position) {
        int at = position;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    private Collection<int[]> parts() {
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parts.computeIfAbsent(root(i), key -> new ArrayList<>()).add(i);
        }
        return parts.values().stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
