package org.diaodu.server.returns;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The checks of the monthly return: rules of the rule book, as they hold on the last day of the period. */
@Component
class Checks {

    /** A case is one item of a return. */
    static final List<String> ABOUT_ITEMS = List.of("return-arithmetic", "return-continuity", "return-history");

    /** A case is a return. */
    static final List<String> ABOUT_RETURNS = List.of("return-relations", "return-plausibility");

    private final Rules rules;
    private final Items items;
    private final Map<List<CaseRule>, Validation> known = new ConcurrentHashMap<>();

    Checks(RuleShelf rules, Items items) {
        this.rules = rules;
        this.items = items;
    }

    /** The checks of a period. Refuses a period that a rule has no version for. */
    Validation of(Period period) {
        LocalDate day = period.last().atEndOfMonth();
        try {
            List<CaseRule> aboutItems = asOf(rules, ABOUT_ITEMS, day);
            List<CaseRule> aboutReturns = asOf(rules, ABOUT_RETURNS, day);
            return known.computeIfAbsent(
                    Stream.concat(aboutItems.stream(), aboutReturns.stream()).toList(),
                    all -> new Validation(items.all(), aboutItems, aboutReturns));
        } catch (RuleFault fault) {
            throw new StepRefused(
                    "RT34", "不能审核：" + fault.chinese(), "The return cannot be checked: " + fault.english());
        }
    }

    /** Reads the rules once the platform answers, so that the first return need not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Thread.ofPlatform()
                .daemon()
                .name("reading rules")
                .start(() -> AsSystem.run(
                        "reading rules",
                        () -> Stream.concat(ABOUT_ITEMS.stream(), ABOUT_RETURNS.stream())
                                .forEach(id -> rules.rule(id).asOf(today))));
    }

    static List<CaseRule> asOf(Rules rules, List<String> ids, LocalDate day) {
        return ids.stream().map(id -> rules.rule(id).asOf(day)).toList();
    }
}
