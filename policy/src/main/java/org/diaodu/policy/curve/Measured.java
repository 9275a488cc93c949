package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Pieces of what does not go in straight lines: where something starts or ends to be due is found, between that it is curved. */
final class Measured {

    private static final int SAMPLES = 240;

    private Measured() {}

    static List<Piece> pieces(LongFunction<Benefit> benefit, Scale scale, long from, long to) {
        List<Piece> pieces = new ArrayList<>();
        long start = from;
        long before = from;
        for (int sample = 1; sample <= SAMPLES; sample++) {
            long at = sample == SAMPLES ? to : from + (to - from) / SAMPLES * sample;
            if (!benefit.apply(before).sameKind(benefit.apply(at))) {
                long last = lastOfKind(benefit, before, at);
                pieces.add(piece(benefit, scale, start, last));
                start = last + 1;
            }
            before = at;
        }
        pieces.add(piece(benefit, scale, start, to));
        return pieces;
    }

    private static long lastOfKind(LongFunction<Benefit> benefit, long from, long to) {
        long good = from;
        long bad = to;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (benefit.apply(middle).sameKind(benefit.apply(from))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private static Piece piece(LongFunction<Benefit> benefit, Scale scale, long from, long to) {
        Benefit first = benefit.apply(from);
        Benefit last = benefit.apply(to);
        BigDecimal slope = from == to
                ? BigDecimal.ZERO
                : last.yuan()
                        .subtract(first.yuan())
                        .divide(scale.figure(to).subtract(scale.figure(from)), Affine.DIGITS);
        Affine line =
                new Affine(first.yuan().subtract(slope.multiply(scale.figure(from))), slope, BigDecimal.ZERO);
        return new Piece(from, to, first, line, false, false, first.shape() == Shape.FIXED);
    }
}
