package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The largest sets of members of a group no two of which may be added (Bron and Kerbosch 1973). */
final class Cliques {

    /** May the two not be added? */
    interface Bars {
        boolean between(int one, int other);
    }

    private final Bars bars;
    private final List<int[]> found = new ArrayList<>();

    private Cliques(Bars bars) {
        this.bars = bars;
    }

    static List<int[]> of(int size, Bars bars) {
        Cliques cliques = new Cliques(bars);
        cliques.extend(new int[0], IntStream.range(0, size).toArray(), new int[0]);
        return cliques.found;
    }

    private void extend(int[] clique, int[] open, int[] closed) {
        if (open.length == 0 && closed.length == 0) {
            found.add(clique);
            return;
        }
        int[] left = open;
        int[] done = closed;
        for (int next : open) {
            IntPredicate barred = other -> other != next && bars.between(next, other);
            extend(with(clique, next), filter(left, barred), filter(done, barred));
            left = filter(left, other -> other != next);
            done = with(done, next);
        }
    }

    private static int[] with(int[] set, int element) {
        return IntStream.concat(IntStream.of(set), IntStream.of(element)).toArray();
    }

    private static int[] filter(int[] set, IntPredicate keep) {
        return IntStream.of(set).filter(keep).toArray();
    }
}
