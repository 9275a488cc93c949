package org.diaodu.server.returns;

/**
 * One line of the monthly form, as data: its code, its place on the form, names, units and whether it is a flow (month and
 * year to date) or a stock (value only).
 */
public record Item(
        String code,
        int position,
        String nameZh,
        String nameEn,
        String unitZh,
        String unitEn,
        Kind kind,
        boolean mayBeNegative,
        boolean required) {

    /** A flow adds up over months, a stock is a level. */
    public enum Kind {
        FLOW,
        STOCK
    }

    public boolean isFlow() {
        return kind == Kind.FLOW;
    }
}
