package org.diaodu.policy.book;

import java.math.BigDecimal;
import org.diaodu.standards.Amount;
import org.diaodu.standards.AmountUnit;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/** Figures as the files write them; null where the text is none. */
final class Written {

    static final String MONEY_FORM = "800 万元";
    static final String PERCENT_FORM = "60%";
    static final String NUMBER_FORM = "15";

    private Written() {}

    /** 800 万元 in yuan. */
    static @Nullable BigDecimal yuan(String text) {
        try {
            BigDecimal yuan = Amount.parse(text.replace(" ", ""), null).in(AmountUnit.YUAN);
            return yuan.signum() < 0 ? null : yuan;
        } catch (StandardsException e) {
            return null;
        }
    }

    /** 60% as 0.60. */
    static @Nullable BigDecimal fraction(String text) {
        String bare = text.replace(" ", "").replace('％', '%');
        return bare.matches("\\d{1,4}(\\.\\d{1,6})?%")
                ? new BigDecimal(bare.substring(0, bare.length() - 1)).movePointLeft(2)
                : null;
    }

    static @Nullable Integer whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }
}
