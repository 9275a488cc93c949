package org.diaodu.server.appeals;

import java.util.Arrays;

/** How a list of appeals is sorted. */
public enum AppealOrder {
    DUE("due", "a.due"),
    NUMBER("number", "a.id"),
    NAME("name", "a.enterprise_name"),
    REGION("region", "a.region"),
    SUBJECT("subject", "a.subject"),
    UNIT("unit", "a.unit"),
    STATE(
            "state",
            "array_position(array['raised','disputed','taken','asked','resolved','closed','withdrawn'], a.state)"),
    SINCE("since", "a.state_since");

    private final String parameter;
    private final String expression;

    AppealOrder(String parameter, String expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc nulls last" : " nulls last") + ", a.id";
    }

    /** The order named in an address; by what is due first for anything else. */
    public static AppealOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(DUE);
    }
}
