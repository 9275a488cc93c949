package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: in Chinese by 万 and 亿, in English by groups of three; an amount keeps its fen. */
final class People {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private People() {}

    static String number(BigDecimal number, boolean chinese) {
        return shown(number, chinese, false);
    }

    /** What is to be added or taken away; rounded up, so that it is enough. */
    static String change(BigDecimal number, boolean chinese) {
        return shown(number, chinese, true);
    }

    private static String shown(BigDecimal number, boolean chinese, boolean enough) {
        BigDecimal size = number.abs();
        if (chinese && size.compareTo(YI) >= 0) {
            return plain(number.movePointLeft(8), 10, enough) + " 亿";
        }
        if (chinese && size.compareTo(WAN) >= 0) {
            return plain(number.movePointLeft(4), 6, enough) + " 万";
        }
        return plain(number, 6, enough);
    }

    static String percent(BigDecimal share, boolean chinese) {
        return plain(share.movePointRight(2), 4, false) + (chinese ? "%" : " %");
    }

    static String plain(BigDecimal number, int places, boolean enough) {
        BigDecimal rounded = number.setScale(places, enough ? RoundingMode.UP : RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(places);
        return format.format(rounded);
    }
}
