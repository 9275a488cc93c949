package org.diaodu.policy.book;

/** How the clauses of a group exclude each other: 规则. */
public enum StackingRule implements Named {
    HIGHEST_ONLY("就高不重复", "only the highest"),
    CHOOSE_ONE("择一", "choose one"),
    TOP_UP("补差", "together no more than the highest");

    private final String zh;
    private final String en;

    StackingRule(String zh, String en) {
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
