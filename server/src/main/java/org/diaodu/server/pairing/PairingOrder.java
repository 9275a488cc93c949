package org.diaodu.server.pairing;

/** How a list of pairings is sorted. */
public enum PairingOrder {
    NAME("name"),
    REGION("region"),
    SIZE("array_position(array['LARGE','MEDIUM','SMALL','MICRO'], size)"),
    LEADER("leader_unit, leader_id"),
    SINCE("since"),
    VISIT("coalesce(last_visit, since, date '0001-01-01')");

    private final String expression;

    PairingOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", id";
    }
}
