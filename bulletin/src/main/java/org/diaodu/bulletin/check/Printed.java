package org.diaodu.bulletin.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;

/**
 * A figure as printed, and between what the true one lies: half of the last decimal to both sides, and what a word such as
 * 约, 近 or 超 leaves open.
 *
 * @param text as it stands in an expression
 */
record Printed(String text, double value, double low, double high) {

    static Printed rounded(BigDecimal value, int decimals) {
        double half = 0.5 * Math.pow(10, -decimals);
        return new Printed(
                value.toPlainString(), value.doubleValue(), value.doubleValue() - half, value.doubleValue() + half);
    }

    /** A number of things, which is not rounded. */
    static Printed exact(BigDecimal value) {
        return new Printed(value.toPlainString(), value.doubleValue(), value.doubleValue(), value.doubleValue());
    }

    Printed bounded(@Nullable Bound bound, int decimals) {
        double last = Math.pow(10, -decimals);
        double room = Math.max(last, Math.abs(value) / 20);
        return switch (bound) {
            case null -> this;
            case APPROX -> new Printed(text, value, Math.min(low, value - last), Math.max(high, value + last));
            case GT, GE -> new Printed(text, value, value, value + room * 2);
            case LT, LE -> new Printed(text, value, value - room * 2, value);
        };
    }

    Printed times(double factor) {
        double a = low * factor;
        double b = high * factor;
        return new Printed(
                new BigDecimal(text)
                        .multiply(BigDecimal.valueOf(factor))
                        .stripTrailingZeros()
                        .toPlainString(),
                value * factor,
                Math.min(a, b),
                Math.max(a, b));
    }

    /** The figure without its sign. */
    Printed size() {
        return value >= 0 ? this : new Printed(text.replace("-", ""), -value, -high, -low);
    }

    Printed negated() {
        return new Printed(text.startsWith("-") ? text.substring(1) : "-" + text, -value, -high, -low);
    }

    boolean holds(double least, double most) {
        double slack = 1e-9 * Math.max(1, Math.abs(value));
        return least <= high + slack && most >= low - slack;
    }

    /** The text with a negative number in brackets. */
    String operand() {
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    static Printed known(double value, double low, double high, int decimals) {
        return new Printed(
                BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString(),
                value,
                low,
                high);
    }
}
