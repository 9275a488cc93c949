package org.diaodu.server.cockpit;

import java.util.List;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a leader asks first about a unit's month, worked out from the observations.
 *
 * @param period the month or year-to-date everything but the two headline figures is about
 * @param yearToDate growth from January on
 * @param month growth of the last month; January and February are one
 * @param main the account of {@code period}, split by industry divisions and by the regions below
 * @param regions the regions below; empty for a county
 * @param key enterprises on the key list and how many of them have less output than a year ago
 * @param diffusion industries that grow, of those counted
 */
public record Cockpit(
        Unit unit,
        Period period,
        boolean provisional,
        String version,
        GrowthAccount yearToDate,
        GrowthAccount month,
        GrowthAccount main,
        List<Comparison> comparisons,
        List<Group> industries,
        List<Group> regions,
        List<EnterpriseContribution> pullingUp,
        List<EnterpriseContribution> pullingDown,
        Count key,
        Count diffusion,
        Trend trend) {

    /** The same cockpit beside these figures. */
    Cockpit beside(List<Comparison> others) {
        return new Cockpit(
                unit,
                period,
                provisional,
                version,
                yearToDate,
                month,
                main,
                others,
                industries,
                regions,
                pullingUp,
                pullingDown,
                key,
                diffusion,
                trend);
    }

    /** So many of so many. */
    public record Count(int some, int all) {
        public double sharePct() {
            return all == 0 ? Double.NaN : 100.0 * some / all;
        }
    }

    /** The level of the region tree below the unit; null for a county. */
    public static @Nullable String levelBelow(Unit unit) {
        return switch (unit.level()) {
            case PROVINCE -> "prefecture";
            case PREFECTURE -> "county";
            case COUNTY -> null;
        };
    }
}
