package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number that goes in a straight line with the driving figure: {@code constant + slope × figure}, exact but for {@code slack}.
 *
 * @param slack how far the true number may be from the line, because steps too fine to show were passed over
 */
record Affine(BigDecimal constant, BigDecimal slope, BigDecimal slack) {

    static final MathContext DIGITS = new MathContext(40);

    static Affine of(BigDecimal constant) {
        return new Affine(constant, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static Affine figure() {
        return new Affine(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
    }

    boolean flat() {
        return slope.signum() == 0;
    }

    BigDecimal at(BigDecimal figure) {
        return constant.add(slope.multiply(figure));
    }

    Affine plus(Affine other) {
        return new Affine(constant.add(other.constant), slope.add(other.slope), slack.add(other.slack));
    }

    Affine times(BigDecimal factor) {
        return new Affine(
                constant.multiply(factor, DIGITS), slope.multiply(factor, DIGITS), slack.multiply(factor.abs(), DIGITS));
    }

    Affine minus(Affine other) {
        return plus(other.times(BigDecimal.ONE.negate()));
    }

    Affine within(BigDecimal more) {
        return new Affine(constant, slope, slack.add(more));
    }

    boolean sameLine(Affine other) {
        return constant.compareTo(other.constant) == 0 && slope.compareTo(other.slope) == 0;
    }
}
