package org.diaodu.server.cockpit.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.growth.Group;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.Intake;
import org.diaodu.server.cockpit.Waterfall;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.ChartData;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * The cockpit page: the figures, the charts made of them, and where one can go from here.
 *
 * @param by what the waterfall is split by: industry or region
 * @param path the units from the caller's own down to this one
 * @param ids rows of the register by credit code, of the enterprises named on the page
 * @param map null where no outlines are known
 * @param tiles those of other modules; {@code counted} what they count by region
 */
public record CockpitView(
        Cockpit figures,
        Intake intake,
        String by,
        List<Unit> path,
        List<Unit> below,
        List<Period> periods,
        Map<String, Long> ids,
        String lead,
        @Nullable ChartData waterfall,
        @Nullable ChartData map,
        ChartData trend,
        List<CockpitTile> tiles,
        List<Counted> counted) {

    /** A map of what a module counts, with the same as a list. */
    public record Counted(ChartData map, List<Line> lines) {}

    /** So many in a region, and the list of them. */
    public record Line(String name, long count, String href) {}

    public Unit unit() {
        return figures.unit();
    }

    public Period period() {
        return figures.period();
    }

    public boolean isYearToDate() {
        return period().equals(period().toYearToDate());
    }

    /** This page's address. */
    public Address address() {
        Address address = Address.of("/cockpit").with("unit", unit().code()).with("period", period().iso());
        return by.equals("industry") ? address : address.with("by", by);
    }

    /** The explore view of this unit and period. */
    public Address growth() {
        return Address.of("/growth").with("unit", unit().code()).with("period", period().iso());
    }

    public Address of(Unit other) {
        return address().with("unit", other.code());
    }

    public Address of(Period other) {
        return address().with("period", other.iso());
    }

    /** The page of an enterprise; the explore view of it where the register shows none. */
    public String enterprise(String creditCode) {
        Long id = ids.get(creditCode);
        return id == null
                ? growth().with("by", "enterprise").with("q", creditCode).toString()
                : "/enterprises/" + id;
    }

    /** The groups from the strongest pull up to the strongest pull down. */
    public static List<Group> ranked(List<Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(
                        group -> group.contributionPp() instanceof Double points ? -points : Double.MAX_VALUE))
                .toList();
    }

    /** What the parts of the waterfall add up to, before rounding. */
    public @Nullable Double sumPp() {
        Waterfall waterfall = Waterfall.of(
                by.equals("region") ? figures.regions() : figures.industries(),
                figures.main().growthPct(),
                CockpitCharts.STEPS);
        return waterfall == null ? null : (Double) waterfall.sumPp();
    }

    /** The regions with most returns still out, named with their number; empty if all are in. */
    public String missing() {
        return intake.parts().stream()
                .filter(part -> part.filed() < part.expected())
                .sorted(Comparator.comparingInt(part -> part.filed() - part.expected()))
                .limit(3)
                .map(part -> part.name() + " " + (part.expected() - part.filed()))
                .collect(Collectors.joining(" · "));
    }

    /** Where the name of a group leads: a region to its own cockpit, an industry to its groups. */
    public String into(String axis, Group group) {
        boolean unit = axis.equals("region") && !group.code().endsWith("-");
        return unit ? address().with("unit", group.code()).without("by").toString() : growthOf(axis, group);
    }

    /** What the contribution of a group is made of. */
    public String growthOf(String axis, Group group) {
        boolean unit = axis.equals("region") && !group.code().endsWith("-");
        if (unit)
            return growth().with("unit", group.code()).with("by", "industry").toString();
        return growth().with("by", axis.equals("industry") ? "industry" : "enterprise")
                .with(axis, group.code())
                .toString();
    }

    /** The largest contribution among lines, for bars of one scale. */
    public static double most(List<? extends @Nullable Double> contributions) {
        double most = 0;
        for (Double contribution : contributions) {
            if (contribution != null) most = Math.max(most, Math.abs(contribution));
        }
        return most;
    }
}
