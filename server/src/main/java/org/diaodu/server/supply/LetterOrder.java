package org.diaodu.server.supply;

/** How a list of letters is sorted. */
public enum LetterOrder {
    DATED("l.dated"),
    NUMBER("l.number"),
    DIRECTION("l.direction"),
    PROVINCE("l.province"),
    STATE("array_position(array['SENT','REGISTERED','GIVEN','ANSWERED'], l.state)"),
    BY("l.reply_by");

    private final String expression;

    LetterOrder(String expression) {
        this.expression = expression;
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : "") + ", l.id desc";
    }
}
