package org.diaodu.server.registry;

import java.util.Arrays;

/** How a list of enterprises is sorted. */
public enum RegisterOrder {
    CODE("code", "e.credit_code"),
    NAME("name", "a.name"),
    REGION("region", "a.region"),
    INDUSTRY("industry", "a.industry"),
    SIZE("size", "array_position(array['LARGE','MEDIUM','SMALL','MICRO'], a.size)"),
    SINCE("since", "a.valid_from");

    private final String parameter;
    private final String column;

    RegisterOrder(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    public String parameter() {
        return parameter;
    }

    String sql(boolean descending) {
        return column + (descending ? " desc" : "") + ", e.credit_code";
    }

    /** The order named in an address; by credit code for anything else. */
    public static RegisterOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(CODE);
    }
}
