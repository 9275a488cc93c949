package org.diaodu.server.policies.delivery.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.diaodu.server.pages.Numbers;
import org.jspecify.annotations.Nullable;

/** Amounts in fen as pages show them, in yuan. */
public final class Yuan {

    private Yuan() {}

    /** With thousands, and decimals only where there are any. */
    public static String of(@Nullable Long fen) {
        if (fen == null) return Numbers.NONE;
        String pattern = fen % 100 == 0 ? "#,##0" : "#,##0.00";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(fen, 2));
    }

    /** For sheets. */
    public static @Nullable BigDecimal decimal(@Nullable Long fen) {
        return fen == null ? null : BigDecimal.valueOf(fen, 2);
    }

    /** What somebody typed, in yuan; null where it is no number. */
    static @Nullable BigDecimal typed(String text) {
        try {
            return new BigDecimal(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
