package org.diaodu.server.dispatch.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.pages.Address;
import org.diaodu.server.registry.Regional;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * One view of the falling enterprises, as its address says it.
 *
 * @param light red or amber; "" for both
 * @param held "true" for those with an open case, "false" for those without
 */
record FallingQuery(
        Period period,
        String text,
        String region,
        String industry,
        String light,
        String held,
        String sort,
        boolean descending) {

    static FallingQuery of(Address asked, Period period) {
        return new FallingQuery(
                period,
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("industry"),
                asked.get("light"),
                asked.get("case"),
                asked.get("sort"),
                asked.isDescending());
    }

    List<FallingRow> of(List<FallingRow> all) {
        return all.stream().filter(this::isWanted).sorted(order()).toList();
    }

    private boolean isWanted(FallingRow row) {
        Falling one = row.falling();
        return (text.isEmpty()
                        || one.name().contains(text)
                        || one.creditCode().startsWith(text.toUpperCase(Locale.ROOT)))
                && one.region().startsWith(region)
                && one.industry().startsWith(industry)
                && (light.isEmpty() || one.light().colour().equals(light))
                && (held.isEmpty() || held.equals("" + (row.number() != null)));
    }

    private Comparator<FallingRow> order() {
        Comparator<FallingRow> order = switch (sort) {
            case "name" -> Comparator.comparing(row -> row.falling().name(), Collator.getInstance(Locale.CHINA));
            case "region" -> Comparator.comparing(row -> row.falling().region());
            case "industry" -> Comparator.comparing(row -> row.falling().industry());
            case "growth" ->
                Comparator.comparingDouble(row -> last(row.falling().growthPct()));
            case "recoverable" ->
                Comparator.comparingDouble(row -> last(row.falling().recoverablePp()));
            case "case" -> Comparator.comparing(row -> row.number() == null ? "" : row.number());
            default -> Comparator.comparingDouble(row -> last(row.falling().contributionPp()));
        };
        return (descending ? order.reversed() : order)
                .thenComparing(row -> row.falling().creditCode());
    }

    private static double last(@Nullable Double figure) {
        return figure == null ? Double.MAX_VALUE : figure;
    }
}
