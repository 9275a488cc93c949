package org.diaodu.server.registry;

/** How a list of enterprises is sorted. */
public enum RegisterOrder {
    CODE("e.credit_code"),
    NAME("a.name"),
    REGION("a.region"),
    INDUSTRY("a.industry"),
    SIZE("array_position(array['LARGE','MEDIUM','SMALL','MICRO'], a.size)"),
    SINCE("a.valid_from");

    private final String column;

    RegisterOrder(String column) {
        this.column = column;
    }

    String sql(boolean descending) {
        return column + (descending ? " desc" : "") + ", e.credit_code";
    }
}
