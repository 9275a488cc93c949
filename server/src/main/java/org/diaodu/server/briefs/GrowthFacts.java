package org.diaodu.server.briefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Fact.Figure;
import org.diaodu.bulletin.brief.Wording;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Selection;
import org.diaodu.growth.Suppression;
import org.diaodu.server.access.Scope;
import org.diaodu.server.cockpit.Axes;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.Comparison;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.server.cockpit.Trend;
import org.diaodu.server.pages.Address;
import org.diaodu.standards.Period;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Growth and what made it, as facts of a brief. For everybody small cells are withheld and no enterprise is named. */
@Component
class GrowthFacts {

    private static final int NAMED = 3;
    private static final int BARS = 14;
    private static final int TREND = 18;
    private static final String PERCENT = "%";
    private static final String POINTS = "个百分点";

    private final GrowthFigures figures;

    GrowthFacts(GrowthFigures figures) {
        this.figures = figures;
    }

    void add(Map<String, Fact> facts, Cockpit cockpit, Audience audience) {
        Double growth = cockpit.main().growthPct();
        if (growth == null) return;
        Figure headline = percent(growth, address(cockpit));
        facts.put("增速", headline);
        month(facts, cockpit);
        comparisons(facts, cockpit, headline);
        boolean open = audience == Audience.PUBLIC;
        GrowthAccount told = open ? Suppression.of(cockpit.main()) : cockpit.main();
        List<Group> industries = told.groups(Dimension.INDUSTRY, "division");
        String below = Cockpit.levelBelow(cockpit.unit());
        List<Group> regions = below == null ? List.of() : told.groups(Dimension.REGION, below);
        diffusion(facts, cockpit);
        groups(facts, "行业", industries, cockpit, "industry");
        groups(facts, "地区", regions, cockpit, "region");
        facts.put("分行业", table("行业", industries, headline, cockpit, "industry"));
        if (!regions.isEmpty()) facts.put("分地区", table("地区", regions, headline, cockpit, "region"));
        sizes(facts, cockpit, open);
        trend(facts, cockpit.trend());
        if (!open) enterprises(facts, cockpit);
    }

    private void month(Map<String, Fact> facts, Cockpit cockpit) {
        Period month = cockpit.period().reporting();
        Double growth = cockpit.month().growthPct();
        if (growth == null || month.equals(cockpit.period())) return;
        Figure now = percent(growth, address(cockpit).with("period", month.iso()));
        facts.put("月份", new Fact.Text(month.last().getMonthValue() + "月份"));
        facts.put("当月增速", now);
        Period before = month.previousReporting();
        GrowthFigures.Snapshot known = figures.of(new Scope(cockpit.unit().prefix(), null));
        Double earlier = known.periods().contains(before)
                ? known.total(before, Selection.ALL).growthPct()
                : null;
        if (earlier == null) return;
        String name =
                before.kind() == Period.Kind.JAN_FEB ? "1—2月份" : before.last().getMonthValue() + "月份";
        facts.put("上月", new Fact.Text("比" + name));
        facts.put(
                "当月增速与上月", new Fact.Pair(now, percent(earlier, address(cockpit).with("period", before.iso()))));
    }

    private static void comparisons(Map<String, Fact> facts, Cockpit cockpit, Figure headline) {
        List<String> names = new ArrayList<>(List.of("工业增加值"));
        List<@Nullable Double> values = new ArrayList<>();
        values.add(headline.exact().doubleValue());
        for (Comparison comparison : cockpit.comparisons()) {
            Figure other = Figure.of(comparison.value(), 1, PERCENT, comparison.href());
            String name = switch (comparison.key()) {
                case "nation" -> "全国";
                case "gdp" -> "生产总值";
                case "nationGdp" -> "全国生产总值";
                case "target" -> "目标";
                case "lastYear" -> "上年同期";
                default -> "";
            };
            if (name.isEmpty()) continue;
            facts.put("增速与" + name, new Fact.Pair(headline, other));
            if (name.equals("目标")) facts.put("目标", other);
            names.add(
                    switch (name) {
                        case "全国" -> "全国工业增加值";
                        case "生产总值" -> "地区生产总值";
                        default -> name;
                    });
            values.add(comparison.value());
        }
        if (names.size() > 1) facts.put("对照", chart(Chart.Kind.COLUMNS, PERCENT, names, "增速", values));
    }

    private static void diffusion(Map<String, Fact> facts, Cockpit cockpit) {
        String href = address(cockpit).with("by", "industry").toString();
        facts.put("行业数", Figure.count(cockpit.diffusion().all(), "个", href));
        facts.put("增长行业数", Figure.count(cockpit.diffusion().some(), "个", href));
        if (cockpit.diffusion().all() > 0) {
            facts.put("增长面", Figure.of(cockpit.diffusion().sharePct(), 1, PERCENT, href));
        }
    }

    /** The strongest pulls either way, and charts of growth and pull. */
    private static void groups(Map<String, Fact> facts, String name, List<Group> groups, Cockpit cockpit, String axis) {
        List<Group> told = groups.stream()
                .filter(BriefFacts::isTold)
                .sorted(Comparator.comparingDouble((Group group) -> -points(group)))
                .toList();
        if (told.size() < 2) return;
        facts.put(
                name + "上拉", rows(told.stream().filter(group -> pulls(group, 1)).toList(), cockpit, axis));
        facts.put(
                name + "下拉",
                rows(told.reversed().stream().filter(group -> pulls(group, -1)).toList(), cockpit, axis));
        List<Group> shown = told.stream()
                .sorted(Comparator.comparingDouble((Group group) -> -Math.abs(points(group))))
                .limit(BARS)
                .sorted(Comparator.comparingDouble((Group group) -> -points(group)))
                .toList();
        List<String> names = shown.stream()
                .map(group -> axis.equals("region") ? BriefFacts.shortName(group.code()) : group.name())
                .toList();
        facts.put(name + "贡献", chart(Chart.Kind.BARS, POINTS, names, "拉动", values(shown, Group::contributionPp)));
        facts.put(name + "增速", chart(Chart.Kind.BARS, PERCENT, names, "增速", values(shown, Group::growthPct)));
    }

    private static boolean pulls(Group group, int direction) {
        Figure points = Figure.of(points(group), 1, POINTS, "");
        return points.rounded().signum() == direction;
    }

    private static Fact.Rows rows(List<Group> groups, Cockpit cockpit, String axis) {
        return new Fact.Rows(groups.stream()
                .limit(NAMED)
                .map(group -> row(group.name(), group.growthPct(), points(group), into(cockpit, axis, group.code())))
                .toList());
    }

    private static Map<String, Fact> row(String name, @Nullable Double growth, double points, String href) {
        Map<String, Fact> row = new LinkedHashMap<>();
        row.put("名称", new Fact.Text(name));
        if (growth != null) row.put("增速", Figure.of(growth, 1, PERCENT, href));
        row.put("贡献", Figure.of(points, 1, POINTS, href));
        return row;
    }

    private static Fact.Table table(String head, List<Group> groups, Figure total, Cockpit cockpit, String axis) {
        List<List<Fact>> rows = new ArrayList<>();
        List<Figure> parts = new ArrayList<>();
        boolean whole = true;
        for (Group group : groups) {
            String href = into(cockpit, axis, group.code());
            Double growth = group.growthPct();
            boolean told = !group.suppressed() && group.contributionPp() != null;
            whole &= told;
            Figure points = Figure.of(told ? points(group) : 0, 1, POINTS, href);
            if (told) parts.add(points);
            rows.add(List.of(
                    new Fact.Text(group.name()),
                    growth == null
                            ? new Fact.Text(group.suppressed() ? "…" : "–")
                            : Figure.of(growth, 1, PERCENT, href),
                    told ? points : new Fact.Text("…")));
        }
        rows.add(List.of(new Fact.Text("合计"), total, total));
        String note = whole ? Wording.rounding(parts, total) : "注：“…”为企业数过少或一家占比过高，不予公布。";
        return new Fact.Table(List.of(head, "增速（%）", "拉动（百分点）"), rows, note);
    }

    private void sizes(Map<String, Fact> facts, Cockpit cockpit, boolean open) {
        Dimension size = Axes.dimension("size", Axes.levels("size").getFirst());
        GrowthAccount account = figures.of(new Scope(cockpit.unit().prefix(), null))
                .account(cockpit.period(), Selection.ALL, List.of(size));
        List<Group> told = (open ? Suppression.of(account) : account)
                .groups().stream()
                        .filter(group ->
                                BriefFacts.isTold(group) && !group.code().isEmpty())
                        .sorted(Comparator.comparingInt(GrowthFacts::size))
                        .toList();
        if (told.isEmpty()) return;
        List<String> names = told.stream().map(group -> group.name() + "企业").toList();
        facts.put("规模增速", chart(Chart.Kind.COLUMNS, PERCENT, names, "增速", values(told, Group::growthPct)));
        facts.put(
                "规模",
                new Fact.Rows(told.stream()
                        .map(group -> row(
                                group.name(), group.growthPct(), points(group), into(cockpit, "size", group.code())))
                        .toList()));
    }

    /** The largest first. */
    private static int size(Group group) {
        return Arrays.stream(SizeClass.values())
                .filter(size -> size.name().equals(group.code()))
                .mapToInt(SizeClass::ordinal)
                .findFirst()
                .orElse(SizeClass.values().length);
    }

    private static void trend(Map<String, Fact> facts, Trend trend) {
        List<Trend.Point> all = trend.points();
        List<Trend.Point> points = all.subList(Math.max(0, all.size() - TREND), all.size());
        if (points.size() < 2) return;
        List<@Nullable Double> soFar = new ArrayList<>();
        List<@Nullable Double> month = new ArrayList<>();
        for (Trend.Point point : points) {
            soFar.add(point.yearToDatePct());
            month.add(point.monthPct());
        }
        List<String> names =
                points.stream().map(point -> point.period().last().toString()).toList();
        facts.put(
                "走势",
                new Chart(
                        Chart.Kind.LINES,
                        PERCENT,
                        names,
                        List.of(new Chart.Series("累计", soFar), new Chart.Series("当月", month))));
    }

    private static void enterprises(Map<String, Fact> facts, Cockpit cockpit) {
        String key =
                address(cockpit).with("by", "enterprise").with("key", "true").toString();
        facts.put("重点企业数", Figure.count(cockpit.key().all(), "户", key));
        facts.put("重点减产数", Figure.count(cockpit.key().some(), "户", key + "&falling=true"));
        if (cockpit.key().all() > 0) facts.put("重点减产面", Figure.of(cockpit.key().sharePct(), 1, PERCENT, key));
        facts.put("企业上拉", named(cockpit, cockpit.pullingUp(), 1));
        facts.put("企业下拉", named(cockpit, cockpit.pullingDown(), -1));
        List<List<Fact>> rows = new ArrayList<>();
        for (List<EnterpriseContribution> side : List.of(cockpit.pullingUp(), cockpit.pullingDown())) {
            for (EnterpriseContribution one : side) {
                Double points = one.contributionPp();
                Double growth = one.growthPct();
                if (points == null) continue;
                rows.add(List.of(
                        new Fact.Text(one.name()),
                        new Fact.Text(org.diaodu.server.registry.Regional.name(one.region())),
                        growth == null ? new Fact.Text("–") : Figure.of(growth, 1, PERCENT, of(cockpit, one)),
                        Figure.of(points, 2, POINTS, of(cockpit, one))));
            }
        }
        if (rows.isEmpty()) return;
        facts.put("分企业", new Fact.Table(List.of("企业", "地区", "增速（%）", "拉动（百分点）"), rows, ""));
    }

    private static Fact.Rows named(Cockpit cockpit, List<EnterpriseContribution> side, int direction) {
        List<Map<String, Fact>> rows = new ArrayList<>();
        for (EnterpriseContribution one : side) {
            Double points = one.contributionPp();
            if (rows.size() == NAMED || points == null) continue;
            Figure printed = Figure.of(points, 2, POINTS, of(cockpit, one));
            if (printed.rounded().signum() != direction) continue;
            rows.add(Map.of("名称", new Fact.Text(one.name()), "贡献", printed));
        }
        return new Fact.Rows(rows);
    }

    private static String of(Cockpit cockpit, EnterpriseContribution one) {
        return address(cockpit)
                .with("by", "enterprise")
                .with("q", one.creditCode())
                .toString();
    }

    private static Chart chart(
            Chart.Kind kind, String unit, List<String> names, String series, List<@Nullable Double> values) {
        return new Chart(kind, unit, names, List.of(new Chart.Series(series, values)));
    }

    private static List<@Nullable Double> values(
            List<Group> groups, java.util.function.Function<Group, @Nullable Double> of) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Group group : groups) values.add(of.apply(group));
        return values;
    }

    private static double points(Group group) {
        return Objects.requireNonNull(group.contributionPp());
    }

    private static Figure percent(double value, Address address) {
        return Figure.of(value, 1, PERCENT, address.toString());
    }

    private static Address address(Cockpit cockpit) {
        return Address.of("/growth")
                .with("unit", cockpit.unit().code())
                .with("period", cockpit.period().iso());
    }

    private static String into(Cockpit cockpit, String axis, String code) {
        return address(cockpit).with("by", "enterprise").with(axis, code).toString();
    }
}
