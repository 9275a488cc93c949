package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.reasons.PreparedRule;
import org.jspecify.annotations.Nullable;

/** The checks of the form as they hold in one period, applied to returns. Immutable, and safe for many threads. */
final class Validation {

    private static final Comparator<Finding> BY_CODE = Comparator.comparing(Finding::code);

    private final List<Item> items;
    private final List<PreparedRule> aboutItems;
    private final List<PreparedRule> aboutReturns;
    private final Comparator<Finding> order;

    /**
     * @param aboutItems rules whose case is one item of a return
     * @param aboutReturns rules whose case is a return, and which say of which item they speak
     */
    Validation(List<Item> items, List<CaseRule> aboutItems, List<CaseRule> aboutReturns) {
        this.items = items;
        this.aboutItems = prepared(aboutItems, ItemFacts.NAMED);
        this.aboutReturns = prepared(aboutReturns, ReturnFacts.NAMED);
        Map<String, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(item.code(), item.position()));
        this.order = BY_CODE.thenComparing(finding -> places.getOrDefault(finding.item(), 0));
    }

    private static List<PreparedRule> prepared(List<CaseRule> rules, Facts<?> facts) {
        return rules.stream().map(rule -> PreparedRule.of(rule, facts.names())).toList();
    }

    /** Findings in the order of codes and items; explanations are looked up by {@link Finding#key()}. */
    List<Finding> judge(ReturnFacts facts, Map<String, String> explanations) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Item item : items) {
            @Nullable Object[] values = ItemFacts.NAMED.of(ItemFacts.of(facts, item));
            for (PreparedRule rule : aboutItems) {
                add(rule.answer(values), item.code(), explanations, findings);
            }
        }
        @Nullable Object[] values = ReturnFacts.NAMED.of(facts);
        for (PreparedRule rule : aboutReturns) {
            add(rule.answer(values), "", explanations, findings);
        }
        List<Finding> ordered = new ArrayList<>(findings.values());
        ordered.sort(order);
        return ordered;
    }

    private static void add(
            Answer answer, String item, Map<String, String> explanations, Map<String, Finding> findings) {
        if (answer.failed()) {
            throw new IllegalStateException("a check of the return failed: " + answer.faults());
        }
        if (answer.value() instanceof List<?> results) {
            for (Object result : results) {
                if (result instanceof Map<?, ?> told) {
                    Finding finding = CheckResult.finding(told, item);
                    findings.putIfAbsent(
                            finding.key(),
                            finding.explained(
                                    explanations.getOrDefault(finding.key(), explanations.get(ReturnRow.FOR_ALL))));
                }
            }
        }
    }

    static boolean blocksFiling(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.severity() == Severity.MUST_HOLD || finding.stillNeedsExplanation());
    }
}
