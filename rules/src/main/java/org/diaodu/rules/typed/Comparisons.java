package org.diaodu.rules.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;

/**
 * Equality and order of expressions, in forms that no engine answers with a rounding of its own or with an overflow.
 * For one thread.
 */
final class Comparisons {

    private final Exprs exprs;

    Comparisons(Exprs exprs) {
        this.exprs = exprs;
    }

    Expr same(Expr a, Expr b) {
        if (a == b) {
            return exprs.truth;
        }
        if (Exprs.isNothing(a) && Exprs.isNothing(b)) {
            return exprs.truth;
        }
        if (Exprs.isNothing(a)) {
            return exprs.isNull(b);
        }
        if (Exprs.isNothing(b)) {
            return exprs.isNull(a);
        }
        if (a instanceof Call quotient && isQuotient(quotient) && b instanceof Constant) {
            return crossed(
                    quotient,
                    (left, right) -> compared(Op.SAME, left, right),
                    (left, right) -> compared(Op.SAME, left, right),
                    exprs.falsity,
                    b);
        }
        if (b instanceof Call quotient && isQuotient(quotient) && a instanceof Constant) {
            return same(b, a);
        }
        return compared(Op.SAME, a, b);
    }

    Expr ordered(Op op, Expr a, Expr b) {
        if (Exprs.isNothing(a) || Exprs.isNothing(b)) {
            return exprs.nothing(Type.TRUTH);
        }
        if (a instanceof Call quotient && isQuotient(quotient) && b instanceof Constant) {
            return crossed(
                    quotient,
                    (left, right) -> compared(op, left, right),
                    (left, right) -> compared(op, right, left),
                    exprs.nothing(Type.TRUTH),
                    b);
        }
        if (b instanceof Call quotient && isQuotient(quotient) && a instanceof Constant) {
            return crossed(
                    quotient,
                    (left, right) -> compared(op, right, left),
                    (left, right) -> compared(op, left, right),
                    exprs.nothing(Type.TRUTH),
                    a);
        }
        return compared(op, a, b);
    }

    /**
     * An engine compares two decimals in a type that holds both. Where that would need more digits than a decimal has, a
     * constant is cut to the places of the other side, so that nothing has to be widened.
     */
    private Expr compared(Op op, Expr a, Expr b) {
        Type one = a.type();
        Type other = b.type();
        boolean narrow = !one.kind().decimal()
                || one.real()
                || other.real()
                || Math.max(one.whole(), other.whole()) + Math.max(one.scale(), other.scale()) <= Type.MOST_DIGITS;
        if (narrow || a instanceof Constant && b instanceof Constant) {
            return exprs.call(op, Type.TRUTH, a, b);
        }
        if (b instanceof Constant bound && bound.value() instanceof BigDecimal value) {
            return op == Op.SAME ? sameAsCut(a, value) : withinCut(a, value, true);
        }
        if (a instanceof Constant bound && bound.value() instanceof BigDecimal value) {
            return op == Op.SAME ? sameAsCut(b, value) : withinCut(b, value, false);
        }
        Type both = exprs.common(one, other);
        return exprs.call(op, Type.TRUTH, exprs.widened(a, both), exprs.widened(b, both));
    }

    /** Below (or above) a bound that is finer than the number, so that it never equals it, or beyond all its values. */
    private Expr withinCut(Expr number, BigDecimal bound, boolean below) {
        BigDecimal cut = bound.setScale(number.type().scale(), below ? RoundingMode.FLOOR : RoundingMode.CEILING);
        if (Type.of(Kind.NUMBER, cut).whole() > number.type().whole()) {
            return exprs.ifThen(
                    exprs.isNull(number), exprs.nothing(Type.TRUTH), exprs.truth(below == bound.signum() > 0));
        }
        Expr constant = exprs.decimal(number.type().kind(), cut);
        return below
                ? exprs.call(Op.AT_MOST, Type.TRUTH, number, constant)
                : exprs.call(Op.AT_MOST, Type.TRUTH, constant, number);
    }

    private Expr sameAsCut(Expr number, BigDecimal value) {
        BigDecimal cut = value.setScale(number.type().scale(), RoundingMode.HALF_EVEN);
        boolean never = number.type().exact()
                || Type.of(Kind.NUMBER, cut).whole() > number.type().whole();
        return never
                ? exprs.falsity
                : exprs.call(
                        Op.SAME, Type.TRUTH, number, exprs.decimal(number.type().kind(), cut));
    }

    private static boolean isQuotient(Call call) {
        return call.op() == Op.DIVIDE && !call.type().real();
    }

    private interface Comparison {
        Expr of(Expr left, Expr right);
    }

    /** A quotient is compared without dividing: a ÷ b against t is a against t × b, turned round where b is negative. */
    private Expr crossed(Call quotient, Comparison positive, Comparison negative, Expr otherwise, Expr bound) {
        Expr dividend = quotient.arg(0);
        Expr divisor = quotient.arg(1);
        Expr product = exprs.multiply(
                divisor,
                bound.type().is(quotient.type().kind())
                        ? exprs.retyped(bound, dividend.type().kind())
                        : bound);
        Expr zero = exprs.number(0);
        Expr sign = exprs.retyped(divisor, Kind.NUMBER);
        Expr left = exprs.retyped(dividend, Kind.NUMBER);
        Expr right = exprs.retyped(product, Kind.NUMBER);
        return exprs.ifThen(
                exprs.call(Op.LESS, Type.TRUTH, zero, sign),
                positive.of(left, right),
                exprs.ifThen(exprs.call(Op.LESS, Type.TRUTH, sign, zero), negative.of(left, right), otherwise));
    }
}
