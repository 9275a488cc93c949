package org.diaodu.server.whitelist;

/** How a list of entries is sorted. */
public enum EntryOrder {
    NUMBER("w.number"),
    NAME("w.enterprise_name"),
    REGION("w.region"),
    KIND("w.kind"),
    STATE("array_position(array['APPLIED','GRANTED','REFUSED','REVOKED'], w.state)"),
    UNTIL("coalesce(w.valid_until, date '9999-12-31')"),
    SINCE("w.state_since");

    private final String expression;

    EntryOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", w.id";
    }
}
