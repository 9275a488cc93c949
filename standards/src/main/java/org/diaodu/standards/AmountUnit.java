package org.diaodu.standards;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The units in which amounts of money are filed and shown. */
public enum AmountUnit {
    YUAN("元", "yuan", 0),
    THOUSAND_YUAN("千元", "thousand yuan", 3),
    TEN_THOUSAND_YUAN("万元", "10 thousand yuan", 4),
    HUNDRED_MILLION_YUAN("亿元", "100 million yuan", 8);

    private final String zh;
    private final String en;
    private final int powerOfTen;

    AmountUnit(String zh, String en, int powerOfTen) {
        this.zh = zh;
        this.en = en;
        this.powerOfTen = powerOfTen;
    }

    /** One of this unit in yuan. */
    public BigDecimal inYuan() {
        return BigDecimal.ONE.scaleByPowerOfTen(powerOfTen);
    }

    int powerOfTen() {
        return powerOfTen;
    }

    /** The unit written 元, 千元, 万元, 亿元 or just 千, 万, 亿; null if it is none of them. */
    public static @Nullable AmountUnit find(String text) {
        String plain = PlainText.of(text).replace("人民币", "").replace("(", "").replace(")", "");
        for (AmountUnit unit : values()) {
            if (plain.equals(unit.zh) || (unit != YUAN && plain.equals(unit.zh.substring(0, 1)))) return unit;
        }
        return null;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
