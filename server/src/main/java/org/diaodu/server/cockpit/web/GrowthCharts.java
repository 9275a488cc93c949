package org.diaodu.server.cockpit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diaodu.server.cockpit.GrowthRow;
import org.diaodu.server.cockpit.GrowthTable;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.PageContext;
import org.jspecify.annotations.Nullable;

/** The chart beside a view of growth: the largest contributions, and all others in one bar. */
final class GrowthCharts {
    private static final int BARS = 14;

    private GrowthCharts() {}

    /** Null where there is nothing to draw. */
    static @Nullable ChartData bars(PageContext page, GrowthTable table) {
        List<GrowthRow> rows = table.rows().stream()
                .filter(row -> row.contributionPp() != null)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(points(row))))
                .toList();
        if (rows.size() < 2) return null;
        int shown = rows.size() <= BARS + 1 ? rows.size() : BARS;
        List<Map<String, Object>> items = new ArrayList<>();
        rows.subList(0, shown).stream()
                .sorted(Comparator.comparingDouble(row -> -points(row)))
                .forEach(row -> items.add(Map.of(
                        "name", row.name(),
                        "value", points(row),
                        "href",
                                row.codes().isEmpty()
                                        ? ""
                                        : table.query().into(row.codes()).toString())));
        if (shown < rows.size()) {
            double rest = rows.subList(shown, rows.size()).stream()
                    .mapToDouble(GrowthCharts::points)
                    .sum();
            items.add(Map.of("name", page.text("cockpit.others", rows.size() - shown), "value", rest, "isRest", true));
        }
        GrowthRow first = rows.getFirst();
        return new ChartData(
                "bars",
                "bars",
                page.text(
                        points(first) >= 0 ? "growth.finding.up" : "growth.finding.down",
                        first.name(),
                        page.numbers().decimal(Math.abs(points(first)), 2)),
                page.text("cockpit.unit.points"),
                Map.of("unit", page.text("cockpit.unit.points"), "items", items));
    }

    private static double points(GrowthRow row) {
        return row.contributionPp() == null ? 0 : row.contributionPp();
    }
}
