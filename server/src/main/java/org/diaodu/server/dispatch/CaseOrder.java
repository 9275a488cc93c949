package org.diaodu.server.dispatch;

/** How a list of cases is sorted. */
public enum CaseOrder {
    NUMBER("c.number"),
    NAME("c.enterprise_name"),
    REGION("c.region"),
    POINTS("coalesce(c.contribution_pp, 0)"),
    UNIT("c.lead_unit"),
    STATE(
            "array_position(array['OPENED','SENT_BACK','REOPENED','CHANGING','PROPOSED','AGREED','UNDER_WAY','REPORTED','CHECKED','SIGNED_OFF'], c.state)"),
    SINCE("c.state_since");

    private final String expression;

    CaseOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        String direction = descending ? " desc" : "";
        return expression + direction + ", c.id" + direction;
    }
}
