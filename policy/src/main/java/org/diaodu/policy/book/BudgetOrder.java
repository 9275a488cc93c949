package org.diaodu.policy.book;

/** Who is paid where a budget does not reach: 分配. */
public enum BudgetOrder implements Named {
    FIRST_COME("先到先得", "first come"),
    PRIORITY("优先顺序", "by priority"),
    PRO_RATA("按比例", "pro rata");

    private final String zh;
    private final String en;

    BudgetOrder(String zh, String en) {
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
