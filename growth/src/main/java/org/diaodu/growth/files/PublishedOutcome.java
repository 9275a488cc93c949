package org.diaodu.growth.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.growth.PriceVolumeSplit;
import org.diaodu.growth.PublishedContributions;
import org.jspecify.annotations.Nullable;

/** What published tables tell: contributions of one or more totals in one or more periods, or one split of a change. */
record PublishedOutcome(
        String method, List<Table> tables, @Nullable PriceVolumeSplit split) {

    /** A total in a period; the period is empty where the table has none. */
    record Table(String aggregate, String period, PublishedContributions contributions) {}

    static PublishedOutcome of(String method, List<Table> tables) {
        return new PublishedOutcome(method, List.copyOf(tables), null);
    }

    /** How far the contributions miss a total's growth over all its periods, points. */
    record Miss(String aggregate, int periods, double largestPp, String largestAt, double meanAbsolutePp) {}

    /** One line for each total. */
    List<Miss> misses() {
        Map<String, List<Table>> byAggregate = tables.stream()
                .collect(Collectors.groupingBy(Table::aggregate, LinkedHashMap::new, Collectors.toList()));
        return byAggregate.entrySet().stream()
                .map(entry -> miss(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Miss miss(String aggregate, List<Table> tables) {
        Table largest = tables.getFirst();
        double sum = 0;
        for (Table table : tables) {
            double residual = Math.abs(table.contributions().residualPp());
            sum += residual;
            if (residual > Math.abs(largest.contributions().residualPp())) largest = table;
        }
        return new Miss(
                aggregate, tables.size(), largest.contributions().residualPp(), largest.period(), sum / tables.size());
    }
}
