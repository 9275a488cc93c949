package org.diaodu.server.appeals;

/** How a list of appeals is sorted. */
public enum AppealOrder {
    DUE("a.due"),
    NUMBER("a.id"),
    NAME("a.enterprise_name"),
    REGION("a.region"),
    SUBJECT("a.subject"),
    UNIT("a.unit"),
    STATE("array_position(array['raised','disputed','taken','asked','resolved','closed','withdrawn'], a.state)"),
    SINCE("a.state_since");

    private final String expression;

    AppealOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc nulls last" : " nulls last") + ", a.id";
    }
}
