package org.diaodu.server.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written on every page: a real minus sign, thousands separated, one decimal for rates, "–" for none.
 *
 * <p>Rates are in percent, contributions in points, amounts in thousand yuan (千元, the unit of the returns). Rounding is
 * half-up on the shortest decimal form and happens here only, after all adding is done.
 */
public record Numbers(boolean english) {
    public static final String NONE = "–";
    public static final String SUPPRESSED = "…";
    private static final double THOUSAND_YUAN_PER_YI = 1e5;
    private static final double THOUSAND_YUAN_PER_WAN = 10;

    /** A rate with its sign and one decimal, without the unit: +8.1. */
    public String rate(@Nullable Double percent) {
        return signed(percent, 1);
    }

    /** A rate with its sign, one decimal and %: +8.1%. */
    public String percent(@Nullable Double percent) {
        return isNone(percent) ? NONE : rate(percent) + "%";
    }

    /** A share without sign, one decimal and %: 81.3%. */
    public String share(@Nullable Double percent) {
        return isNone(percent) ? NONE : decimal(percent, 1) + "%";
    }

    /** A contribution with its sign and two decimals, in points: +0.52. */
    public String points(@Nullable Double points) {
        return signed(points, 2);
    }

    public String signed(@Nullable Double value, int decimals) {
        if (value == null || isNone(value)) {
            return NONE;
        }
        BigDecimal rounded = rounded(value, decimals);
        return rounded.signum() > 0 ? "+" + written(rounded) : written(rounded);
    }

    public String decimal(@Nullable Double value, int decimals) {
        return value == null || isNone(value) ? NONE : written(rounded(value, decimals));
    }

    public String count(long number) {
        return decimal((double) number, 0);
    }

    /** An amount with the unit people would say: 12.3亿元, 5,678.9万元, or 1.2 bn yuan, 56.8 m yuan. */
    public String amount(@Nullable Double thousandYuan) {
        if (thousandYuan == null || isNone(thousandYuan)) {
            return NONE;
        }
        if (english) {
            return Math.abs(thousandYuan) >= 1e6
                    ? decimal(thousandYuan / 1e6, 1) + " bn yuan"
                    : decimal(thousandYuan / 1e3, 1) + " m yuan";
        }
        return Math.abs(thousandYuan) >= THOUSAND_YUAN_PER_YI
                ? decimal(thousandYuan / THOUSAND_YUAN_PER_YI, 1) + "亿元"
                : decimal(thousandYuan / THOUSAND_YUAN_PER_WAN, 1) + "万元";
    }

    /** An amount in 亿元 (hundred million yuan) for a column whose head names the unit. */
    public String yi(@Nullable Double thousandYuan) {
        return thousandYuan == null ? NONE : decimal(thousandYuan / THOUSAND_YUAN_PER_YI, 2);
    }

    /** An amount in 万元 (ten thousand yuan) for a column whose head names the unit. */
    public String wan(@Nullable Double thousandYuan) {
        return thousandYuan == null ? NONE : decimal(thousandYuan / THOUSAND_YUAN_PER_WAN, 1);
    }

    /** The class that colours a contribution: up, down, or flat where two decimals show zero. */
    public String direction(@Nullable Double value) {
        return value == null || isNone(value) || Math.abs(value) < 0.005 ? "flat" : value > 0 ? "up" : "down";
    }

    private static boolean isNone(@Nullable Double value) {
        return value == null || value.isNaN() || value.isInfinite();
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String written(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + whole / 3 + 1);
        if (number.signum() < 0) text.append('−');
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) text.append(',');
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
