package org.diaodu.server.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** The checks of the monthly return: rules of the rule book, as they hold on the last day of the period. */
@Component
class Checks {

    /** A case is one item of a return. */
    static final List<String> ABOUT_ITEMS = List.of("return-arithmetic", "return-continuity", "return-history");

    /** A case is a return. */
    static final List<String> ABOUT_RETURNS = List.of("return-relations", "return-plausibility");

    private final RuleShelf rules;
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
            List<CaseRule> aboutItems = asOf(id -> rules.rule(id).asOf(day), ABOUT_ITEMS);
            List<CaseRule> aboutReturns = asOf(id -> rules.rule(id).asOf(day), ABOUT_RETURNS);
            return known.computeIfAbsent(
                    Stream.concat(aboutItems.stream(), aboutReturns.stream()).toList(),
                    all -> new Validation(items.all(), aboutItems, aboutReturns));
        } catch (RuleFault fault) {
            throw new Refusal("RT34", "不能审核：" + fault.chinese(), "The return cannot be checked: " + fault.english());
        }
    }

    static List<CaseRule> asOf(Function<String, CaseRule> ofDay, List<String> ids) {
        return ids.stream().map(ofDay).toList();
    }
}
