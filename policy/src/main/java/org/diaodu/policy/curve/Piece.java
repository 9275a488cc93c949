package org.diaodu.policy.curve;

/**
 * Neighbouring positions on one line.
 *
 * @param line in yuan
 * @param capped whether a {@code min} of the formula holds it down
 * @param floored whether a {@code max} holds it up
 * @param curved whether the line only joins its ends
 */
record Piece(long from, long to, Benefit benefit, Affine line, boolean capped, boolean floored, boolean curved) {

    Shape shape() {
        if (benefit.shape() != Shape.FIXED) {
            return benefit.shape();
        }
        if (curved) {
            return Shape.CURVED;
        }
        if (line.flat()) {
            return capped ? Shape.CAP : floored ? Shape.FLOOR : Shape.FIXED;
        }
        return line.slope().signum() > 0 ? Shape.RISING : Shape.FALLING;
    }

    boolean goesOnAs(Piece next) {
        return benefit.sameKind(next.benefit) && !curved && !next.curved && line.sameLine(next.line);
    }

    Piece joinedWith(Piece next) {
        return new Piece(from, next.to, benefit, line, capped || next.capped, floored || next.floored, false);
    }
}
