package org.diaodu.sample;

/** The items of the monthly form GY01 in its order; amounts in 千元, electricity in 万千瓦时, staff in persons. */
public enum FormItem {
    GROSS_OUTPUT("gross_output"),
    SALES_OUTPUT("sales_output"),
    EXPORT_VALUE("export_value"),
    REVENUE("revenue"),
    COST("cost"),
    PROFIT("profit"),
    TAX("tax"),
    ORDERS("orders"),
    ELECTRICITY("electricity"),
    RECEIVABLES("receivables"),
    INVENTORY("inventory"),
    STAFF("staff");

    private final String code;

    FormItem(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** A level at the period's end (staff: over the period), not a flow that adds up. */
    public boolean isStock() {
        return this == RECEIVABLES || this == INVENTORY || this == STAFF;
    }
}
