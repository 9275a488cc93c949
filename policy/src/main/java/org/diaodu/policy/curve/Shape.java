package org.diaodu.policy.curve;

import org.diaodu.policy.book.Named;

/** What a stretch of a curve is. */
public enum Shape implements Named {
    OUT_OF_SCOPE("不在范围", "out of scope"),
    NOT_ENTITLED("不符合", "not entitled"),
    BELOW_FLOOR("起付线以下", "below the floor, nothing due"),
    NEEDS_FACTS("需要事实", "needs facts"),
    REFUSED("不受理", "refused"),
    RIGHT("符合", "entitled"),
    FIXED("定额", "fixed"),
    FLOOR("保底", "at the floor"),
    CAP("封顶", "at the cap"),
    RISING("递增", "rising"),
    FALLING("递减", "falling"),
    CURVED("曲线", "curved");

    private final String zh;
    private final String en;

    Shape(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Whether something is due, so that going from this to the next is a cliff where the other is not. */
    boolean due() {
        return compareTo(RIGHT) >= 0;
    }

    /** Whether it is known what is due. */
    boolean known() {
        return this != NEEDS_FACTS && this != REFUSED;
    }
}
