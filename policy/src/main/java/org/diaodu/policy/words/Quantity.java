package org.diaodu.policy.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.diaodu.rules.files.Language;
import org.diaodu.standards.AmountUnit;

/** Amounts of money and counted things as people say them: 370 万元, 1.2 亿元, 30 人; 3.7 million yuan, 30 people. */
public final class Quantity {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int PLACES = 6;

    private final Language language;

    public Quantity(Language language) {
        this.language = language;
    }

    /** An amount in yuan, to the fen. */
    public String yuan(BigDecimal yuan) {
        return yuan(yuan, PLACES);
    }

    /** A total in fen, to two places of what it is counted in. */
    public String total(long fen) {
        return yuan(BigDecimal.valueOf(fen, 2), 2);
    }

    private String yuan(BigDecimal yuan, int places) {
        BigDecimal size = yuan.abs();
        if (language == Language.EN) {
            return size.compareTo(MILLION) >= 0
                    ? number(yuan.movePointLeft(6), places) + " million yuan"
                    : number(yuan.setScale(2, RoundingMode.HALF_UP), 2) + " yuan";
        }
        return size.compareTo(YI) >= 0
                ? number(yuan.movePointLeft(8), places) + " 亿元"
                : size.compareTo(WAN) >= 0
                        ? number(yuan.movePointLeft(4), places) + " 万元"
                        : number(yuan.setScale(2, RoundingMode.HALF_UP), 2) + " 元";
    }

    /** An amount in fen. */
    public String fen(long fen) {
        return yuan(BigDecimal.valueOf(fen, 2));
    }

    /**
     * A number with what it counts.
     *
     * @param unit 万元, 人, … or empty; a fraction of 1 without a unit is said in percent
     */
    public String of(BigDecimal number, String unit) {
        AmountUnit money = unit.isEmpty() ? null : AmountUnit.find(unit);
        if (money != null) {
            return yuan(number.multiply(money.inYuan()));
        }
        if (unit.isEmpty()) {
            return isFraction(number) ? number(number.movePointRight(2)) + "%" : number(number);
        }
        return number(number) + " " + (language == Language.ZH ? unit : english(unit));
    }

    private static boolean isFraction(BigDecimal number) {
        return number.signum() != 0 && number.abs().compareTo(BigDecimal.ONE) < 0;
    }

    private static String english(String unit) {
        return switch (unit) {
            case "人" -> "people";
            case "个月" -> "months";
            case "年" -> "years";
            case "吨" -> "tonnes";
            case "吨标准煤" -> "tonnes of coal equivalent";
            case "千瓦时" -> "kWh";
            case "分" -> "points";
            case "个" -> "";
            default -> unit;
        };
    }

    private static String number(BigDecimal number) {
        return number(number, PLACES);
    }

    private static String number(BigDecimal number, int places) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(places);
        return format.format(number).replace('-', '−');
    }
}
