package org.diaodu.policy.book;

/** The level of government a clause comes from: 层级. */
public enum IssuerLevel implements Named {
    NATION("国家", "nation"),
    PROVINCE("省", "province"),
    CITY("市", "city"),
    COUNTY("县", "county");

    private final String zh;
    private final String en;

    IssuerLevel(String zh, String en) {
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
