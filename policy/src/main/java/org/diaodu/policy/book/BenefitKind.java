package org.diaodu.policy.book;

/** What a clause gives: 类别. */
public enum BenefitKind implements Named {
    RELIEF("减免", "relief"),
    GRANT("奖补", "grant"),
    RIGHTS("权益", "rights"),
    QUALIFICATION("资格", "qualification");

    private final String zh;
    private final String en;

    BenefitKind(String zh, String en) {
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
}
