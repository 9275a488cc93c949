package org.diaodu.rules.typed;

import java.math.BigDecimal;

/**
 * The type of a scalar. Where it is kept as a decimal number, {@code digits} bounds all its digits and {@code scale} those
 * after the point, so that no sum or product can overflow unseen.
 *
 * @param exact false for quotients and approximations, whose last places may be given up to make room
 */
public record Type(Kind kind, int digits, int scale, boolean exact) {

    /** What a decimal of both engines holds. */
    public static final int MOST_DIGITS = 38;

    public static final Type TEXT = new Type(Kind.TEXT, 0, 0, true);
    public static final Type TRUTH = new Type(Kind.TRUTH, 0, 0, true);
    public static final Type DATE = new Type(Kind.DATE, 0, 0, true);
    public static final Type DATE_TIME = new Type(Kind.DATE_TIME, 0, 0, true);
    public static final Type NOTHING = new Type(Kind.NOTHING, 0, 0, true);

    /** A binary floating-point number: what square roots, powers and logarithms give, to 15 places. */
    public static final Type REAL = new Type(Kind.NUMBER, 0, -1, false);

    public static final Type INTEGER = number(10, 0);

    public static Type number(int digits, int scale) {
        return decimal(Kind.NUMBER, digits, scale);
    }

    public static Type decimal(Kind kind, int digits, int scale) {
        return new Type(kind, digits, scale, true);
    }

    /** The narrowest type that holds this number. */
    public static Type of(Kind kind, BigDecimal value) {
        BigDecimal plain = plain(value);
        int scale = plain.scale();
        return decimal(
                kind, Math.max(plain.precision(), scale + (plain.abs().compareTo(BigDecimal.ONE) < 0 ? 0 : 1)), scale);
    }

    /** The same number without trailing zeros and without a negative scale. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public boolean real() {
        return scale < 0;
    }

    /** Digits before the point. */
    public int whole() {
        return digits - scale;
    }

    public Type as(Kind other) {
        return new Type(other, digits, scale, exact);
    }

    public Type inexact() {
        return new Type(kind, digits, scale, false);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
