package org.diaodu.server.cockpit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.growth.Tree;
import org.diaodu.growth.Trees;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Axes;
import org.diaodu.server.cockpit.GrowthQuery;
import org.diaodu.server.cockpit.GrowthRow;
import org.diaodu.server.cockpit.GrowthTable;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * The page on which growth is explored.
 *
 * @param choices for each flat axis the codes there are, with their names
 */
public record GrowthView(
        GrowthTable table,
        boolean provisional,
        String version,
        List<GrowthQuery.Fault> faults,
        List<Unit> path,
        List<Period> periods,
        Map<String, Map<String, String>> choices,
        Map<String, Long> ids,
        @Nullable ChartData chart) {
    public static final int PAGE = 50;

    /** One step of the way down: what is chosen, and the view without it and all below. */
    public record Crumb(String text, String href) {}

    public GrowthQuery query() {
        return table.query();
    }

    public Address address() {
        return query().address();
    }

    public boolean isCompared() {
        return table.before() != null;
    }

    public boolean hasSelection() {
        return !query().selection().codeByAxis().isEmpty();
    }

    public Pager pager() {
        int most = (int) Math.max(1, Math.ceilDiv(table.rows().size(), PAGE));
        return new Pager(
                Math.min(query().page(), most),
                PAGE,
                table.rows().size(),
                address().without("page"));
    }

    public List<GrowthRow> shown() {
        Pager pager = pager();
        return table.rows().isEmpty() ? List.of() : table.rows().subList((int) pager.from() - 1, (int) pager.to());
    }

    /** The choices made, each axis' tree from the top, each leading back to the view that ends there. */
    public List<Crumb> crumbs() {
        List<Crumb> crumbs = new ArrayList<>();
        Address start = address().without("page", "level", "q", "falling");
        for (String axis : Axes.ALL) start = start.without(axis);
        Address at = start;
        for (String axis : Axes.ALL) {
            String code = query().selection().codeByAxis().get(axis);
            if (code == null) continue;
            for (Tree.Node node : Trees.standard().tree(axis).path(code)) {
                boolean above = axis.equals("region") && query().unit().prefix().startsWith(stem(node.code()));
                if (above) continue;
                at = at.with(axis, node.code().isEmpty() ? GrowthQuery.NO_CODE : node.code())
                        .with("by", axis);
                crumbs.add(new Crumb(node.name(), at.toString()));
                if (node.code().equals(code)) break;
            }
        }
        return crumbs;
    }

    /** The view of the whole unit, split as now. */
    public String top() {
        Address address = address().without("page", "level", "q", "falling");
        for (String axis : Axes.ALL) address = address.without(axis);
        return (query().isByEnterprise() ? address.without("by") : address).toString();
    }

    public String sortHref(String column) {
        boolean same = query().sort().equals(column);
        Address address = address().without("page").with("sort", column.equals("contribution") ? "" : column);
        return address.with("order", same && !query().ascending() ? "asc" : "").toString();
    }

    public @Nullable String sorted(String column) {
        if (!query().sort().equals(column)) return "none";
        return query().ascending() ? "ascending" : "descending";
    }

    public String rowHref(GrowthRow row) {
        if (row.codes().isEmpty()) {
            Long id = ids.get(row.creditCode());
            return id == null ? "/enterprises?q=" + row.creditCode() : "/enterprises/" + id;
        }
        return query().into(row.codes()).toString();
    }

    public boolean isChosen(String axis, String code) {
        String chosen = query().selection().codeByAxis().get(axis);
        return chosen != null && (chosen.isEmpty() ? GrowthQuery.NO_CODE : chosen).equals(code);
    }

    /** A code's name in the visitor's language, where there is one. */
    public String name(PageContext page, String axis, String code, String otherwise) {
        String key = "code." + axis + "." + code;
        String text = page.text(key);
        return text.equals(key) ? otherwise : text;
    }

    /** Periods of the same kind as the one shown. */
    public List<Period> comparable() {
        boolean yearToDate = query().period().equals(query().period().toYearToDate());
        return periods.stream()
                .filter(period -> !period.equals(query().period()))
                .filter(period -> period.equals(period.toYearToDate()) == yearToDate)
                .toList();
    }

    /** What is selected adds this much to the growth of the whole unit. */
    public @Nullable Double unitPp() {
        Double growth = table.account().growthPct();
        return growth == null || table.unit().base() == 0
                ? null
                : (Double) (growth * table.account().base() / table.unit().base());
    }

    /** Growth less growth in the period compared with. */
    public @Nullable Double changePp() {
        Double now = table.account().growthPct();
        Double before = table.before() == null ? null : table.before().growthPct();
        return now == null || before == null ? null : (Double) (now - before);
    }

    /** The ratio of published levels less growth. */
    public @Nullable Double scopePp() {
        Double published = table.account().scope().publishedRatioPct();
        Double growth = table.account().growthPct();
        return published == null || growth == null ? null : (Double) (published - growth);
    }

    /** How many columns the table has. */
    public int columns() {
        return 8 + (hasSelection() ? 1 : 0) + (query().isByEnterprise() ? 3 : 4) + (isCompared() ? 2 : 0) - 1;
    }

    private static String stem(String code) {
        return code.replaceFirst("(00)+$", "");
    }
}
