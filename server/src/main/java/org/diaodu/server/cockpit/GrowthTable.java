package org.diaodu.server.cockpit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What a view of growth shows: the account of what is selected and its lines in the order asked for.
 *
 * @param account growth of what is selected
 * @param before the same in the period compared with; null for none
 * @param unit growth of the whole unit
 * @param rows every line, sorted; those of later pages too
 * @param restPp what the lines left out by a search or filter add; 0 if none are left out
 */
public record GrowthTable(
        GrowthQuery query,
        GrowthAccount account,
        @Nullable GrowthAccount before,
        GrowthAccount unit,
        List<GrowthRow> rows,
        int all,
        double restPp) {

    /** The view of a query; {@code told} decides what of an account is told. */
    static GrowthTable of(GrowthQuery query, GrowthFigures.Snapshot figures, UnaryOperator<GrowthAccount> told) {
        GrowthAccount unit = figures.account(query.period(), Selection.ALL, List.of());
        GrowthAccount account = told.apply(figures.account(query.period(), query.selection(), query.dimensions()));
        GrowthAccount before = query.against() == null
                ? null
                : told.apply(figures.account(query.against(), query.selection(), query.dimensions()));
        Double share = query.selection().equals(Selection.ALL) || unit.base() == 0
                ? null
                : (Double) (account.base() / unit.base());
        List<GrowthRow> all = query.isByEnterprise()
                ? enterprises(account, before, figures.observations(query.period()), share)
                : groups(account, before, share);
        List<GrowthRow> shown = all.stream()
                .filter(row -> isWanted(query, row))
                .sorted(order(query))
                .toList();
        double rest = sum(all) - sum(shown);
        return new GrowthTable(query, account, before, unit, shown, all.size(), shown.size() == all.size() ? 0 : rest);
    }

    private static List<GrowthRow> groups(
            GrowthAccount account, @Nullable GrowthAccount before, @Nullable Double share) {
        Map<String, Group> earlier = before == null
                ? Map.of()
                : before.groups().stream().collect(Collectors.toMap(Group::code, Function.identity()));
        return account.groups().stream()
                .map(group -> GrowthRow.of(group, share, earlier.get(group.code()), before != null))
                .toList();
    }

    private static List<GrowthRow> enterprises(
            GrowthAccount account, @Nullable GrowthAccount before, Observations rows, @Nullable Double share) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) rowOf.put(rows.creditCode(row), row);
        Map<String, EnterpriseContribution> earlier = before == null
                ? Map.of()
                : before.contributions().sorted().stream()
                        .collect(
                                Collectors.toMap(EnterpriseContribution::creditCode, Function.identity(), (a, b) -> a));
        List<GrowthRow> lines = new ArrayList<>();
        for (EnterpriseContribution enterprise : account.contributions().sorted()) {
            Integer row = rowOf.get(enterprise.creditCode());
            if (row == null) continue;
            lines.add(GrowthRow.of(enterprise, rows, row, share, earlier.get(enterprise.creditCode()), before != null));
        }
        return lines;
    }

    private static boolean isWanted(GrowthQuery query, GrowthRow row) {
        boolean named = query.search().isEmpty()
                || row.name().contains(query.search())
                || row.creditCode().equals(query.search().toUpperCase(Locale.ROOT));
        return named && (!query.falling() || !query.isByEnterprise() || row.output() < row.outputBase());
    }

    private static Comparator<GrowthRow> order(GrowthQuery query) {
        if (query.sort().equals("name")) {
            Comparator<GrowthRow> byName =
                    Comparator.comparing(GrowthRow::name, java.text.Collator.getInstance(Locale.CHINA));
            return query.ascending() ? byName : byName.reversed();
        }
        Function<GrowthRow, @Nullable Double> column = column(query.sort());
        Comparator<Double> figures = query.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing((GrowthRow row) -> column.apply(row), Comparator.nullsLast(figures))
                .thenComparing(GrowthRow::name)
                .thenComparing(GrowthRow::creditCode);
    }

    private static Function<GrowthRow, @Nullable Double> column(String sort) {
        return switch (sort) {
            case "enterprises" -> row -> (double) row.enterprises();
            case "base" -> row -> number(row.base());
            case "value" -> row -> number(row.value());
            case "growth" -> GrowthRow::growthPct;
            case "share" -> GrowthRow::sharePct;
            case "price" -> GrowthRow::pricePp;
            case "change" -> GrowthRow::changePp;
            case "output" -> row -> number(row.output());
            default -> GrowthRow::contributionPp;
        };
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static double sum(List<GrowthRow> rows) {
        return rows.stream()
                .mapToDouble(row -> row.contributionPp() == null ? 0 : row.contributionPp())
                .sum();
    }
}
