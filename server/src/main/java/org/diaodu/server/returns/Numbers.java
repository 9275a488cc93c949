package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures as text, without exponent and trailing zeros. */
final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    static String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Whole from a hundred on, else to two places. */
    static String rounded(@Nullable BigDecimal value) {
        if (value == null) {
            return plain(null);
        }
        return plain(value.setScale(value.abs().compareTo(HUNDRED) >= 0 ? 0 : 2, RoundingMode.HALF_UP));
    }
}
