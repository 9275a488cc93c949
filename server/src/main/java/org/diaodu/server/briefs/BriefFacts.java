package org.diaodu.server.briefs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Fact.Figure;
import org.diaodu.growth.Group;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.CockpitCounts;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.server.registry.Regional;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the facts of a brief from what the cockpit, the task force and the appeals say, with where each can be looked up. */
@Component
@Transactional(readOnly = true)
public class BriefFacts {

    /** What tiles of the cockpit are called in templates, and what they count. */
    private static final Map<String, List<String>> TILES = Map.of(
            "cases", List.of("在办调度单", "件"),
            "late", List.of("逾期措施", "项"),
            "signedOff", List.of("销号调度单", "件"),
            "settled", List.of("已解决诉求", "件"),
            "onTime", List.of("按时诉求", "件"),
            "overdue", List.of("逾期诉求", "件"));

    private final Cockpits cockpits;
    private final GrowthFacts growth;
    private final List<CockpitTiles> tiles;
    private final List<CockpitCounts> counts;

    BriefFacts(Cockpits cockpits, GrowthFacts growth, List<CockpitTiles> tiles, List<CockpitCounts> counts) {
        this.cockpits = cockpits;
        this.growth = growth;
        this.tiles = tiles;
        this.counts = counts;
    }

    /**
     * The facts of a unit's year so far.
     *
     * @param audience decides whether enterprises are named and small cells told
     */
    public TakenFacts of(Unit unit, Period period, Audience audience) {
        Cockpit cockpit = cockpits.of(unit, period);
        Map<String, Fact> facts = new LinkedHashMap<>();
        words(facts, cockpit);
        growth.add(facts, cockpit, audience);
        for (CockpitTiles source : tiles) for (CockpitTile tile : source.tiles(unit)) add(facts, tile);
        for (CockpitCounts source : counts) if (source.key().equals("cases")) cases(facts, source, cockpit);
        return new TakenFacts(facts, cockpit.version(), cockpit.provisional());
    }

    private static void words(Map<String, Fact> facts, Cockpit cockpit) {
        Period period = cockpit.period();
        Unit unit = cockpit.unit();
        facts.put("期间", new Fact.Text(period.year() + "年" + soFar(period)));
        facts.put("单位", new Fact.Text(unit.name()));
        facts.put(
                "地区",
                new Fact.Text(
                        unit.level() == Unit.Level.PROVINCE
                                ? "全省"
                                : unit.level() == Unit.Level.PREFECTURE ? "全市" : unit.name()));
        facts.put("数据性质", new Fact.Text(cockpit.provisional() ? "初步数" : "月度关账数"));
        facts.put("数据版本", new Fact.Text(cockpit.version()));
    }

    /** 一季度, 上半年, 前三季度, 全年, or 1—N月份. */
    private static String soFar(Period period) {
        return switch (period.last().getMonthValue()) {
            case 3 -> "一季度";
            case 6 -> "上半年";
            case 9 -> "前三季度";
            case 12 -> "全年";
            default -> "1—" + period.last().getMonthValue() + "月份";
        };
    }

    private static void add(Map<String, Fact> facts, CockpitTile tile) {
        List<String> called = TILES.get(tile.key());
        if (called == null) return;
        facts.put(called.getFirst(), Figure.count(tile.figure(), called.getLast(), tile.href()));
        if (tile.key().equals("settled") && tile.note().getFirst() instanceof Long raised) {
            facts.put("诉求", Figure.count(raised, "件", tile.href().replace("state=SETTLED&", "")));
        }
    }

    private static void cases(Map<String, Fact> facts, CockpitCounts source, Cockpit cockpit) {
        List<String> names = new ArrayList<>();
        List<@org.jspecify.annotations.Nullable Double> values = new ArrayList<>();
        for (CockpitCounts.InRegion region : source.regions(cockpit.unit())) {
            names.add(shortName(region.code()));
            values.add((double) region.count());
        }
        if (names.size() < 2) return;
        facts.put("调度分地区", new Chart(Chart.Kind.COLUMNS, "件", names, List.of(new Chart.Series("在办调度单", values))));
    }

    /** A region's name without 市 or 县. */
    static String shortName(String code) {
        var region = org.diaodu.standards.Regions.bundled().find(code);
        return region == null ? Regional.name(code) : region.stem();
    }

    static boolean isTold(Group group) {
        return !group.suppressed() && group.contributionPp() != null && group.growthPct() != null;
    }
}
