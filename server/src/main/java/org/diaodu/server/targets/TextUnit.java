package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A unit as texts write it: 亿元 is the base unit 元 a hundred million times.
 *
 * @param scale what one of it is in base units; one where no word says it
 * @param base the base unit, such as 元, 户, 亩 or %
 */
public record TextUnit(BigDecimal scale, String base) {

    private static final Map<String, BigDecimal> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("万亿", BigDecimal.valueOf(1_000_000_000_000L));
        WORDS.put("亿", BigDecimal.valueOf(100_000_000));
        WORDS.put("万", BigDecimal.valueOf(10_000));
    }

    public TextUnit {
        if (word(scale).isEmpty()) scale = BigDecimal.ONE;
    }

    /** Reads 亿元, 万亩, 户; a word that stands alone is a base unit. */
    public static TextUnit parse(String text) {
        String unit = text.strip();
        for (Map.Entry<String, BigDecimal> word : WORDS.entrySet()) {
            String said = word.getKey();
            if (unit.startsWith(said) && unit.length() > said.length()) {
                return new TextUnit(word.getValue(), unit.substring(said.length()));
            }
        }
        return new TextUnit(BigDecimal.ONE, unit);
    }

    private static String word(BigDecimal scale) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getValue().compareTo(scale) == 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The unit as it is written: 亿元. */
    public String text() {
        return word(scale) + base;
    }

    /** So many of this unit in base units. */
    public BigDecimal toBase(BigDecimal value) {
        return value.multiply(scale);
    }

    /** A value in base units as a number of this unit. */
    public BigDecimal of(BigDecimal value) {
        return value.divide(scale, MathContext.DECIMAL64);
    }

    /** A value in base units as it is written: 20,000亿元, with so many decimals at most. */
    public String text(BigDecimal value, int decimals) {
        return number(value, decimals) + text();
    }

    /** The number alone, a real minus before it. */
    public String number(BigDecimal value, int decimals) {
        BigDecimal rounded = of(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        String digits = String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
        return digits.replace('-', '−');
    }
}
