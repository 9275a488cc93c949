package org.diaodu.server.briefs;

import org.diaodu.bulletin.brief.Template;
import org.diaodu.server.access.Unit;

/**
 * How a unit words its briefs for an audience.
 *
 * @param name of the series
 * @param secondPerson whether somebody who did not write a brief has to issue it
 * @param version 0 where nothing was changed yet
 */
public record House(
        String unit,
        Audience audience,
        String name,
        String issuer,
        String template,
        boolean secondPerson,
        int version) {

    /** The one shipped: the standard template, and a second person for what goes to everybody. */
    static House shipped(Unit unit, Audience audience) {
        String office = unit.level() == Unit.Level.PROVINCE ? "工业和信息化厅" : "工业和信息化局";
        return new House(
                unit.code(),
                audience,
                "工业经济运行简报",
                unit.name() + office,
                Template.standard().text(),
                audience == Audience.PUBLIC,
                0);
    }
}
