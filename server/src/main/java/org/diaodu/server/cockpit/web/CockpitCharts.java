package org.diaodu.server.cockpit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.growth.Group;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.CockpitCounts;
import org.diaodu.server.cockpit.Trend;
import org.diaodu.server.cockpit.Waterfall;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.PageContext;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** The charts of the cockpit: each says its finding in its title. */
final class CockpitCharts {
    static final int STEPS = 11;
    private final PageContext page;
    private final Cockpit figures;

    CockpitCharts(PageContext page, Cockpit figures) {
        this.page = page;
        this.figures = figures;
    }

    @Nullable
    ChartData waterfall(String by) {
        List<Group> groups = by.equals("region") ? figures.regions() : figures.industries();
        Waterfall waterfall = Waterfall.of(groups, figures.main().growthPct(), STEPS);
        if (waterfall == null) return null;
        List<Map<String, Object>> items = new ArrayList<>();
        for (Waterfall.Step step : waterfall.steps()) {
            items.add(Map.of("name", step.name(), "value", step.contributionPp(), "href", into(by, step.code())));
        }
        if (waterfall.others() != null) {
            items.add(Map.of(
                    "name", page.text("cockpit.others", waterfall.otherGroups()),
                    "value", waterfall.others(),
                    "isRest", true,
                    "href", growth().with("by", by).toString()));
        }
        Waterfall.Step leading = waterfall.leading();
        String direction = waterfall.growthPct() >= 0 ? "up" : "down";
        String title = leading == null
                ? page.text("cockpit.waterfall")
                : page.text(
                        "cockpit.waterfall.finding." + direction,
                        leading.name(),
                        page.numbers().decimal(Math.abs(leading.contributionPp()), 2));
        return new ChartData(
                "waterfall",
                "waterfall",
                title,
                page.text("cockpit.unit.points"),
                Map.of(
                        "unit", page.text("cockpit.unit.points"),
                        "items", items,
                        "total",
                                Map.of(
                                        "name", page.text("cockpit.total"),
                                        "value", waterfall.growthPct(),
                                        "href", growth().with("by", by).toString())));
    }

    @Nullable
    ChartData map(boolean known) {
        if (!known || figures.regions().isEmpty()) return null;
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        int growing = 0;
        for (Group group : figures.regions()) {
            Region region = Regions.bundled().find(group.code());
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("code", group.code());
            item.put("name", group.name());
            item.put("stem", region == null ? group.name() : region.stem());
            item.put("value", group.growthPct());
            item.put(
                    "note",
                    page.text(
                            "cockpit.map.note",
                            page.numbers().percent(group.growthPct()),
                            page.numbers().points(group.contributionPp())));
            item.put(
                    "href",
                    Address.of("/cockpit")
                            .with("unit", group.code())
                            .with("period", figures.period().iso())
                            .toString());
            items.add(item);
            if (group.growthPct() instanceof Double growth && growth > 0) growing++;
        }
        return new ChartData(
                "map",
                "map",
                page.text("cockpit.map.finding", figures.regions().size(), growing),
                page.text("cockpit.map.unit"),
                Map.of("outline", "/outlines/" + figures.unit().code(), "items", items, "steps", steps()));
    }

    /** What a module counts in the regions below; null where no outlines are known or there is none. */
    CockpitView.@Nullable Counted counted(CockpitCounts counts, boolean known) {
        if (!known || figures.regions().isEmpty()) return null;
        Map<String, CockpitCounts.InRegion> found = counts.regions(figures.unit()).stream()
                .collect(Collectors.toMap(CockpitCounts.InRegion::code, Function.identity()));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        List<CockpitView.Line> lines = new ArrayList<>();
        long most = 0;
        String where = "";
        for (Group group : figures.regions()) {
            Region region = Regions.bundled().find(group.code());
            CockpitCounts.InRegion here = found.get(group.code());
            long count = here == null ? 0 : here.count();
            if (count > most) where = group.name();
            most = Math.max(most, count);
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("code", group.code());
            item.put("name", group.name());
            item.put("stem", region == null ? group.name() : region.stem());
            item.put("value", (double) count);
            item.put("label", page.numbers().count(count));
            item.put(
                    "note",
                    page.text(
                            "cockpit.map." + counts.key() + ".note",
                            page.numbers().count(count)));
            item.put("href", here == null ? null : here.href());
            items.add(item);
            if (here != null) lines.add(new CockpitView.Line(group.name(), count, here.href()));
        }
        if (most == 0) return null;
        lines.sort(Comparator.comparingLong(CockpitView.Line::count).reversed());
        String title =
                page.text("cockpit.map." + counts.key(), where, page.numbers().count(most));
        var chart = new ChartData(
                "map-" + counts.key(),
                "map",
                title,
                page.text("cockpit.map." + counts.key() + ".unit"),
                Map.of("outline", "/outlines/" + figures.unit().code(), "items", items, "steps", countSteps(most)));
        return new CockpitView.Counted(chart, lines);
    }

    /** Four steps up to the largest count, and none apart. */
    private static List<Map<String, @Nullable Object>> countSteps(long most) {
        long width = Math.max(1, (most + 3) / 4);
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (int i = 3; i >= 0; i--) {
            long from = i * width + 1;
            if (from > Math.max(1, most)) continue;
            steps.add(step(
                    (double) from, (double) (from + width), from + " – " + (from + width - 1), "--step-" + (i + 1)));
        }
        steps.add(step(null, 1.0, "0", "--sunk"));
        return steps;
    }

    ChartData trend() {
        List<Trend.Point> points = figures.trend().points();
        List<@Nullable Double> month =
                points.stream().map(Trend.Point::monthPct).toList();
        List<@Nullable Double> yearToDate =
                points.stream().map(Trend.Point::yearToDatePct).toList();
        return new ChartData(
                "trend",
                "trend",
                page.text(
                        "cockpit.trend.finding",
                        page.period(figures.month().period()),
                        page.numbers().percent(figures.month().growthPct()),
                        page.numbers().percent(figures.yearToDate().growthPct())),
                page.text("cockpit.trend.unit"),
                Map.of(
                        "unit", "%",
                        "labels",
                                points.stream()
                                        .map(point -> label(point.period()))
                                        .toList(),
                        "series",
                                List.of(
                                        Map.of(
                                                "name",
                                                page.text("cockpit.ytd"),
                                                "values",
                                                yearToDate,
                                                "style",
                                                "strong"),
                                        Map.of(
                                                "name",
                                                page.text("cockpit.month"),
                                                "values",
                                                month,
                                                "style",
                                                "plain"))));
    }

    private static String label(Period period) {
        return period.kind() == Period.Kind.JAN_FEB ? period.year() + "-02" : period.iso();
    }

    private Address growth() {
        return Address.of("/growth")
                .with("unit", figures.unit().code())
                .with("period", figures.period().iso());
    }

    private String into(String by, String code) {
        if (!by.equals("region"))
            return growth().with("by", "industry").with("industry", code).toString();
        boolean unit = figures.unit().level() != Unit.Level.COUNTY && !code.endsWith("-");
        return unit
                ? growth().with("unit", code).with("by", "industry").toString()
                : growth().with("by", "enterprise").with("region", code).toString();
    }

    /** Steps of colour around zero, so that the map prints and can be read without colour names. */
    private List<Map<String, @Nullable Object>> steps() {
        return List.of(
                step(15.0, null, "≥ 15", "--up-4"),
                step(10.0, 15.0, "10 – 15", "--up-3"),
                step(5.0, 10.0, "5 – 10", "--up-2"),
                step(0.0, 5.0, "0 – 5", "--up-1"),
                step(-10.0, 0.0, "−10 – 0", "--down-2"),
                step(null, -10.0, "< −10", "--down-3"));
    }

    private static Map<String, @Nullable Object> step(
            @Nullable Double min, @Nullable Double max, String label, String token) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("min", min);
        step.put("max", max);
        step.put("label", label);
        step.put("token", token);
        return step;
    }
}
