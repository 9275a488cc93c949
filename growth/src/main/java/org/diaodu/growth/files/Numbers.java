package org.diaodu.growth.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as text: for people rounded half up, for machines with every digit. */
final class Numbers {
    private Numbers() {}

    /** Rounded to some decimals; – where there is none. */
    static String rounded(@Nullable Double number, int decimals) {
        if (number == null || !Double.isFinite(number)) return "–";
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    /** Whole digits without an exponent where it is a whole number. */
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
