package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.function.LongFunction;

/**
 * The pieces of a sum that is lawful: between the bounds of all its clauses it goes without a jump, but it bends where one
 * bundle overtakes another or a ceiling is reached. A bend is found by halving, to the fen.
 */
final class BundlePieces {

    private static final BigDecimal FEN = new BigDecimal("0.03");
    private static final int SLOPE_PLACES = 8;
    private static final long[][] PROBES = {{1, 2}, {1, 3}, {5, 7}, {1, 11}, {10, 11}};

    private final LongFunction<Benefit> benefit;
    private final Scale scale;
    private final BigDecimal tolerance;

    BundlePieces(LongFunction<Benefit> benefit, Scale scale, BigDecimal slack) {
        this.benefit = benefit;
        this.scale = scale;
        this.tolerance = slack.add(FEN);
    }

    /** @param starts the positions at which a clause begins another piece; the first is where the range begins */
    List<Piece> pieces(SortedSet<Long> starts, long last) {
        List<Piece> pieces = new ArrayList<>();
        List<Long> bounds = new ArrayList<>(starts);
        for (int i = 0; i < bounds.size(); i++) {
            between(bounds.get(i), i + 1 < bounds.size() ? bounds.get(i + 1) - 1 : last, pieces);
        }
        return pieces;
    }

    private void between(long from, long to, List<Piece> into) {
        Deque<long[]> open = new ArrayDeque<>();
        open.push(new long[] {from, to});
        while (!open.isEmpty()) {
            long[] span = open.pop();
            if (span[1] - span[0] < 2 || straight(span[0], span[1])) {
                add(span[0], span[1], into);
            } else {
                long middle = span[0] + (span[1] - span[0]) / 2;
                open.push(new long[] {middle + 1, span[1]});
                open.push(new long[] {span[0], middle});
            }
        }
    }

    /** Joined with the piece before where both are one line. */
    private void add(long from, long to, List<Piece> into) {
        if (!into.isEmpty()) {
            Piece before = into.getLast();
            if (before.benefit().sameKind(benefit.apply(from)) && straight(before.from(), to) && straight(from, to)) {
                into.set(into.size() - 1, piece(before.from(), to));
                return;
            }
        }
        into.add(piece(from, to));
    }

    private boolean straight(long from, long to) {
        if (!benefit.apply(from).sameKind(benefit.apply(to))) {
            return false;
        }
        Affine line = line(from, to);
        for (long[] probe : PROBES) {
            long at = from + (to - from) / probe[1] * probe[0];
            Benefit there = benefit.apply(at);
            BigDecimal off = there.yuan().subtract(line.at(scale.figure(at))).abs();
            if (!there.sameKind(benefit.apply(from)) || off.compareTo(tolerance) > 0) {
                return false;
            }
        }
        return true;
    }

    private Piece piece(long from, long to) {
        return new Piece(from, to, benefit.apply(from), line(from, to), false, false, false);
    }

    /** Through both ends, with the shortest slope that the fen allow. */
    private Affine line(long from, long to) {
        BigDecimal first = benefit.apply(from).yuan();
        if (from == to) {
            return Affine.of(first);
        }
        BigDecimal length = scale.figure(to).subtract(scale.figure(from));
        BigDecimal rise = benefit.apply(to).yuan().subtract(first);
        BigDecimal slope = rise.divide(length, Affine.DIGITS);
        for (int places = 0; places <= SLOPE_PLACES; places++) {
            BigDecimal shorter = slope.setScale(places, RoundingMode.HALF_UP);
            if (shorter.subtract(slope).abs().multiply(length).compareTo(FEN) <= 0) {
                slope = shorter;
                break;
            }
        }
        return new Affine(first.subtract(slope.multiply(scale.figure(from))), slope, tolerance);
    }
}
