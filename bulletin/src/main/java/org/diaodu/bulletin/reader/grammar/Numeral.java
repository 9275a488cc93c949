package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as written at a place of a text: 1,234.5, 两千三百, 三点五. Scales behind Arabic digits (万, 亿) are not part.
 *
 * @param end where it ends
 * @param decimals how many decimals are written
 * @param chinese whether it is written in characters
 */
record Numeral(int end, BigDecimal value, int decimals, boolean chinese) {
    private static final String DIGITS = "零一二三四五六七八九";

    static @Nullable Numeral at(CharSequence text, int at) {
        char c = text.charAt(at);
        return c >= '0' && c <= '9'
                ? arabic(text, at)
                : digit(c) >= 0 || "十百千".indexOf(c) >= 0 ? chinese(text, at) : null;
    }

    private static Numeral arabic(CharSequence text, int at) {
        var digits = new StringBuilder();
        int i = at;
        int decimals = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                decimals += point ? 1 : 0;
            } else if (c == '.' && !point && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
                digits.append(c);
                point = true;
            } else if (!(c == ',' && !point)) {
                break;
            }
        }
        return new Numeral(i, new BigDecimal(digits.toString()), decimals, false);
    }

    private static Numeral chinese(CharSequence text, int at) {
        long total = 0;
        long section = 0;
        long digit = -1;
        int i = at;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = digit(c);
            if (value >= 0) {
                if (digit > 0) {
                    break;
                }
                digit = value;
                continue;
            }
            long power = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (power == 0) {
                break;
            }
            section += (digit < 0 ? 1 : digit) * power;
            digit = -1;
        }
        total += section + Math.max(digit, 0);
        if (i + 1 < text.length() && text.charAt(i) == '点' && digit(text.charAt(i + 1)) >= 0) {
            var decimals = new StringBuilder();
            int j = i + 1;
            while (j < text.length() && digit(text.charAt(j)) >= 0) {
                decimals.append(digit(text.charAt(j++)));
            }
            return new Numeral(j, new BigDecimal(total + "." + decimals), decimals.length(), true);
        }
        return new Numeral(i, BigDecimal.valueOf(total), 0, true);
    }

    /** The value of one character; -1 if it is no digit. */
    static int digit(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
    }
}
