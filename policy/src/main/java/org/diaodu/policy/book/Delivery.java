package org.diaodu.policy.book;

/** How a clause reaches who is entitled: 兑现. */
public enum Delivery implements Named {
    NO_APPLICATION("免申即享", "no application"),
    QUICK_APPLICATION("快申快享", "quick application");

    private final String zh;
    private final String en;

    Delivery(String zh, String en) {
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
