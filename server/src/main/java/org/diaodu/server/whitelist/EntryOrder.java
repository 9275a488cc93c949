package org.diaodu.server.whitelist;

import java.util.Arrays;

/** How a list of entries is sorted. */
public enum EntryOrder {
    NUMBER("number", "w.number"),
    NAME("name", "w.enterprise_name"),
    REGION("region", "w.region"),
    KIND("kind", "w.kind"),
    STATE("state", "array_position(array['APPLIED','GRANTED','REFUSED','REVOKED'], w.state)"),
    UNTIL("until", "coalesce(w.valid_until, date '9999-12-31')"),
    SINCE("since", "w.state_since");

    private final String parameter;
    private final String expression;

    EntryOrder(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", w.id";
    }

    /** The order named in an address; by state for anything else, what waits for a decision first. */
    public static EntryOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(STATE);
    }
}
