package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Pieces put together to the segments and jumps people are shown. */
final class Stretches {

    private static final BigDecimal NOTICED = new BigDecimal("0.011");
    private static final int RATE_PLACES = 8;

    private final List<Piece> pieces = new ArrayList<>();
    private final LongFunction<Benefit> benefit;
    private final Scale scale;

    Stretches(List<Piece> walked, LongFunction<Benefit> benefit, Scale scale) {
        this.benefit = benefit;
        this.scale = scale;
        for (Piece piece : walked) {
            if (!pieces.isEmpty() && pieces.getLast().goesOnAs(piece)) {
                pieces.set(pieces.size() - 1, pieces.getLast().joinedWith(piece));
            } else {
                pieces.add(piece);
            }
        }
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            BigDecimal slope = piece.line().slope().setScale(RATE_PLACES, RoundingMode.HALF_UP);
            segments.add(new Segment(
                    scale.figure(piece.from()),
                    scale.figure(piece.to()),
                    shape(i),
                    benefit.apply(piece.from()).yuan(),
                    benefit.apply(piece.to()).yuan(),
                    slope.signum() == 0 ? BigDecimal.ZERO : slope.stripTrailingZeros(),
                    piece.benefit().said()));
        }
        return segments;
    }

    /** A level stretch that a rising one runs into is a cap, one that a rising one leaves is a floor, however it is written. */
    private Shape shape(int at) {
        Shape shape = pieces.get(at).shape();
        if (shape != Shape.FIXED) {
            return shape;
        }
        if (at > 0 && pieces.get(at - 1).shape() == Shape.RISING && !jumps(at - 1)) {
            return Shape.CAP;
        }
        return at + 1 < pieces.size() && pieces.get(at + 1).shape() == Shape.RISING && !jumps(at)
                ? Shape.FLOOR
                : shape;
    }

    List<Jump> jumps() {
        List<Jump> jumps = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (jumps(i)) {
                Piece left = pieces.get(i);
                Piece right = pieces.get(i + 1);
                jumps.add(new Jump(
                        scale.figure(left.to()),
                        scale.figure(right.from()),
                        benefit.apply(left.to()).yuan(),
                        benefit.apply(right.from()).yuan()));
            }
        }
        return jumps;
    }

    /** Whether the lines of a piece and of the next one do not meet on the way from the one to the other. */
    private boolean jumps(int at) {
        Piece left = pieces.get(at);
        Piece right = pieces.get(at + 1);
        if (!left.shape().known() || !right.shape().known()) {
            return false;
        }
        if ((left.shape() == Shape.RIGHT) != (right.shape() == Shape.RIGHT)) {
            return true;
        }
        BigDecimal near = leftOver(left, right, left.to());
        BigDecimal far = leftOver(left, right, right.from());
        BigDecimal noticed = left.line().slack().add(right.line().slack()).add(NOTICED);
        boolean meet = near.signum() * far.signum() <= 0
                || near.abs().compareTo(noticed) <= 0
                || far.abs().compareTo(noticed) <= 0;
        return !meet;
    }

    private BigDecimal leftOver(Piece left, Piece right, long position) {
        BigDecimal figure = scale.figure(position);
        return left.line().at(figure).subtract(right.line().at(figure));
    }
}
