package org.diaodu.server.pairing;

import java.util.Arrays;

/** How a list of pairings is sorted. */
public enum PairingOrder {
    NAME("name", "name"),
    REGION("region", "region"),
    SIZE("size", "array_position(array['LARGE','MEDIUM','SMALL','MICRO'], size)"),
    LEADER("leader", "leader_unit, leader_id"),
    SINCE("since", "since"),
    VISIT("visit", "coalesce(last_visit, since, date '0001-01-01')");

    private final String parameter;
    private final String expression;

    PairingOrder(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", id";
    }

    /** The order named in an address; by the last visit for anything else, the longest ago first. */
    public static PairingOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(VISIT);
    }
}
