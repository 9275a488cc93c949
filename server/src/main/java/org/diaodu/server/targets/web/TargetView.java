package org.diaodu.server.targets.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.targets.Need;
import org.diaodu.server.targets.Parts;
import org.diaodu.server.targets.Target;
import org.diaodu.server.targets.TargetEvent;
import org.diaodu.server.targets.TargetReport;
import org.diaodu.server.targets.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a target's page shows.
 *
 * @param whole what it is part of; null for none, or for one the caller does not see
 * @param replaced what it replaced; null for none
 * @param inItsPlace what replaced it, or is proposed to; null for none
 * @param chart null without figures
 * @param key of the form that reports a figure
 */
public record TargetView(
        Target target,
        @Nullable Target whole,
        Parts parts,
        Need need,
        List<TargetReport> reports,
        List<TargetEvent> timeline,
        Set<Verb> verbs,
        @Nullable Target replaced,
        @Nullable Target inItsPlace,
        Clause rule,
        @Nullable ChartData chart,
        List<TargetChart.Row> course,
        String key,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    private static final int DECIMALS = 2;

    public TargetEvent last() {
        return timeline.getLast();
    }

    /** A value of this target in its own unit. */
    public String text(BigDecimal value) {
        return target.aim().unit().text(value, DECIMALS);
    }

    /** What it takes from now on, in words. */
    public String needed(PageContext page) {
        return switch (need) {
            case Need.Reached _ -> page.text("targets.need.reached");
            case Need.PerMonth(BigDecimal value, BigDecimal months) -> {
                String key = target.aim().isCeiling() ? "targets.need.ceiling" : "targets.need.month";
                yield page.text(key, text(value), page.numbers().decimal(months.doubleValue(), 1));
            }
            case Need.RestOfYear(BigDecimal growth, BigDecimal base, boolean known) ->
                page.text(
                        known ? "targets.need.growth" : "targets.need.growth.months",
                        page.numbers().percent(growth.doubleValue()),
                        page.numbers().share(base.doubleValue()));
            case Need.Rate(BigDecimal value) -> page.text("targets.need.rate", text(value));
            case Need.Nothing _ -> "–";
        };
    }

    /** The verbs that take no more than a word. */
    public List<Verb> plainVerbs() {
        return verbs.stream()
                .filter(verb -> switch (verb) {
                    case ACCEPT, MEET, MISS, REOPEN, WITHDRAW, RESTORE -> true;
                    case EDIT, REPORT, BREAK_DOWN, REPLACE -> false;
                })
                .toList();
    }
}
