package org.diaodu.server.policies.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Withholds groups that would tell of single enterprises: fewer than three of them, or one with over 80 % of the money; and
 * where a single group is withheld the smallest other one too, or it could be worked out from the total.
 */
final class SmallCells {

    static final int FEWEST = 3;
    static final double DOMINANCE = 0.8;

    private SmallCells() {}

    static List<Reached> withheld(List<Reached> groups) {
        List<Reached> safe = new ArrayList<>(groups.stream()
                .map(group -> isSmall(group) ? group.withheld() : group)
                .toList());
        if (safe.stream().filter(Reached::hidden).count() == 1) {
            safe.stream()
                    .filter(group -> !group.hidden())
                    .min(Comparator.comparingInt(Reached::entitled))
                    .ifPresent(group -> safe.set(safe.indexOf(group), group.withheld()));
        }
        return safe;
    }

    private static boolean isSmall(Reached group) {
        boolean fewGot = group.got() > 0 && group.got() < FEWEST;
        return group.entitled() < FEWEST || fewGot || group.largestShare() > DOMINANCE;
    }
}
