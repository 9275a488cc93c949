package org.diaodu.rules.book;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether boxes (one atom set a dimension) together cover a box, and where not. The box is cut along the sides of the
 * boxes, at each step where least is cut in two (a tautology check of a many-valued disjunction; Brayton et al., Logic
 * Minimization Algorithms for VLSI Synthesis, 1984, ch. 3). The general question is hard, so work is counted and bounded.
 * Not thread-safe.
 */
final class Cover {

    private static final int DIMENSIONS_TRIED = 3;
    private static final int CUTS_TRIED = 64;

    private long work;

    Cover(long work) {
        this.work = work;
    }

    /** Work was left when the last question was answered. */
    boolean decided() {
        return work > 0;
    }

    /** A part of the box that no row touches, or null where there is none or the work is used up. */
    AtomSet @Nullable [] uncovered(AtomSet[] box, List<AtomSet[]> rows) {
        List<AtomSet[]> touching = new ArrayList<>();
        for (AtomSet[] row : rows) {
            work--;
            if (meets(row, box)) {
                if (covers(row, box)) {
                    return null;
                }
                touching.add(row);
            }
        }
        if (touching.isEmpty()) {
            return box;
        }
        if (work <= 0) {
            return null;
        }
        Cut cut = cut(box, touching);
        AtomSet[] inner = box.clone();
        inner[cut.dimension()] = cut.inside();
        AtomSet[] found = uncovered(inner, touching);
        if (found != null || work <= 0) {
            return found;
        }
        AtomSet[] outer = box.clone();
        outer[cut.dimension()] = box[cut.dimension()].minus(cut.inside());
        return uncovered(outer, touching);
    }

    private record Cut(int dimension, AtomSet inside) {}

    private Cut cut(AtomSet[] box, List<AtomSet[]> rows) {
        int[] narrow = new int[box.length];
        for (AtomSet[] row : rows) {
            for (int d = 0; d < box.length; d++) {
                narrow[d] += row[d].contains(box[d]) ? 0 : 1;
            }
        }
        work -= (long) rows.size() * box.length / 4;
        List<Integer> dimensions = IntStream.range(0, box.length)
                .filter(d -> narrow[d] > 0)
                .boxed()
                .sorted((a, b) -> narrow[b] - narrow[a])
                .limit(DIMENSIONS_TRIED)
                .toList();
        Cut best = null;
        long bestCost = Long.MAX_VALUE;
        for (int d : dimensions) {
            for (AtomSet inside : candidates(box[d], rows, d)) {
                AtomSet outside = box[d].minus(inside);
                int in = 0;
                int out = 0;
                for (AtomSet[] row : rows) {
                    in += row[d].meets(inside) ? 1 : 0;
                    out += row[d].meets(outside) ? 1 : 0;
                }
                work -= rows.size() / 2;
                long cost = 2L * (in + out) + Math.max(in, out);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = new Cut(d, inside);
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no row is narrower than the box it does not cover");
        }
        return best;
    }

    /** Parts of a side: below each row, up to each row, and each row itself. */
    private static Set<AtomSet> candidates(AtomSet side, List<AtomSet[]> rows, int dimension) {
        Set<AtomSet> candidates = new HashSet<>();
        int every = Math.max(1, rows.size() * 2 / CUTS_TRIED);
        for (int i = 0; i < rows.size(); i += every) {
            AtomSet row = rows.get(i)[dimension];
            int first = row.first();
            int last = row.ranges()[row.ranges().length - 1];
            add(candidates, side, side.and(AtomSet.range(0, first - 1)));
            add(candidates, side, side.and(AtomSet.range(0, last)));
            if (row.ranges().length > 2) {
                add(candidates, side, side.and(row));
            }
        }
        if (candidates.isEmpty()) {
            for (AtomSet[] row : rows) {
                add(candidates, side, side.and(row[dimension]));
            }
        }
        return candidates;
    }

    private static void add(Set<AtomSet> into, AtomSet side, AtomSet part) {
        if (!part.isEmpty() && part.size() < side.size()) {
            into.add(part);
        }
    }

    static boolean meets(AtomSet[] a, AtomSet[] b) {
        for (int d = 0; d < a.length; d++) {
            if (!a[d].meets(b[d])) {
                return false;
            }
        }
        return true;
    }

    static boolean covers(AtomSet[] outer, AtomSet[] inner) {
        for (int d = 0; d < outer.length; d++) {
            if (!outer[d].contains(inner[d])) {
                return false;
            }
        }
        return true;
    }

    static AtomSet[] and(AtomSet[] a, AtomSet[] b) {
        AtomSet[] both = new AtomSet[a.length];
        Arrays.setAll(both, d -> a[d].and(b[d]));
        return both;
    }

    static BigInteger volume(AtomSet[] box) {
        BigInteger volume = BigInteger.ONE;
        for (AtomSet side : box) {
            volume = volume.multiply(BigInteger.valueOf(side.size()));
        }
        return volume;
    }

    /** The box widened, side by side, as far as it still touches none of the rows. */
    static AtomSet[] widened(AtomSet[] box, AtomSet[] whole, List<AtomSet[]> rows) {
        AtomSet[] wide = box.clone();
        for (int d = 0; d < wide.length; d++) {
            AtomSet free = whole[d];
            AtomSet own = wide[d];
            wide[d] = whole[d];
            for (AtomSet[] row : rows) {
                if (meets(row, wide)) {
                    free = free.minus(row[d]);
                }
            }
            wide[d] = AtomSet.of(union(free, own));
        }
        return wide;
    }

    private static BitSet union(AtomSet a, AtomSet b) {
        BitSet union = a.bits();
        union.or(b.bits());
        return union;
    }
}
