package org.diaodu.server.returns;

/** The four values a return holds for a flow, two for a stock; the base is the same period last year, restated. */
public enum Column {
    MONTH("month", "本月", "this month"),
    YEAR_TO_DATE("ytd", "本年累计", "year to date"),
    MONTH_BASE("month_base", "上年同月", "same month last year"),
    YEAR_TO_DATE_BASE("ytd_base", "上年同期累计", "same year to date last year");

    private final String code;
    private final String nameZh;
    private final String nameEn;

    Column(String code, String nameZh, String nameEn) {
        this.code = code;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** The suffix in file heads, form fields and lake columns. */
    public String code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public boolean isBase() {
        return this == MONTH_BASE || this == YEAR_TO_DATE_BASE;
    }

    public boolean appliesTo(Item item) {
        return item.isFlow() || this == MONTH || this == MONTH_BASE;
    }
}
