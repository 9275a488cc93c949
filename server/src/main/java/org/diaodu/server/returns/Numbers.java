package org.diaodu.server.returns;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures as text, without exponent and trailing zeros. */
final class Numbers {

    private Numbers() {}

    static String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String rounded(double value) {
        if (Math.abs(value) >= 100) {
            return Long.toString(Math.round(value));
        }
        return plain(BigDecimal.valueOf(Math.round(value * 100), 2));
    }
}
