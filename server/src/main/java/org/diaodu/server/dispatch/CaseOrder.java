package org.diaodu.server.dispatch;

import java.util.Arrays;

/** How a list of cases is sorted. */
public enum CaseOrder {
    NUMBER("number", "c.number"),
    NAME("name", "c.enterprise_name"),
    REGION("region", "c.region"),
    POINTS("points", "coalesce(c.contribution_pp, 0)"),
    UNIT("unit", "c.lead_unit"),
    STATE(
            "state",
            "array_position(array['OPENED','SENT_BACK','REOPENED','CHANGING','PROPOSED','AGREED','UNDER_WAY','REPORTED','CHECKED','SIGNED_OFF'], c.state)"),
    SINCE("since", "c.state_since");

    private final String parameter;
    private final String expression;

    CaseOrder(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    String sql(boolean descending) {
        String direction = descending ? " desc" : "";
        return expression + direction + ", c.id" + direction;
    }

    /** The order named in an address; by points for anything else, the case that costs most first. */
    public static CaseOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(POINTS);
    }
}
