package org.diaodu.server.access;

/**
 * A member unit of the task force (成员单位): a department, or a company such as the grid's, of a province, city or county.
 *
 * @param region code of the government it belongs to, e.g. 230000
 * @param closed abolished: nothing new is given to it
 * @param line the line (条线) appeals are routed by, such as 交通; "" for none
 */
public record MemberUnit(String code, String name, String region, boolean closed, String line) {

    public MemberUnit(String code, String name, String region, boolean closed) {
        this(code, name, region, closed, "");
    }

    public Unit.Level level() {
        return region.endsWith("0000")
                ? Unit.Level.PROVINCE
                : region.endsWith("00") ? Unit.Level.PREFECTURE : Unit.Level.COUNTY;
    }
}
