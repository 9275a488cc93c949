package org.diaodu.bulletin.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Numbers {

    private static final int PLACES = 4;

    private Numbers() {}

    /** With at most four decimals and no zeros behind. */
    static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value, MathContext.DECIMAL64).setScale(PLACES, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
