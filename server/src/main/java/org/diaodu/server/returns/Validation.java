package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.server.returns.Verdict.Violated;

/** All rules of the form, applied to one return. */
final class Validation {

    static final List<Rule> RULES = Stream.of(
                    ArithmeticRules.ALL, ContinuityRules.ALL, HistoryRules.ALL, PlausibilityRules.ALL)
            .flatMap(List::stream)
            .toList();

    private final List<Item> items;

    Validation(List<Item> items) {
        this.items = items;
    }

    /** Findings in the order of rules and items; explanations are looked up by {@link Finding#key()}. */
    List<Finding> judge(ReturnFacts facts, Map<String, String> explanations) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            for (Item item : items) {
                if (rule.about().test(item)
                        && rule.check().of(facts, item) instanceof Violated(var zh, var en, var value, var expected)) {
                    Finding finding =
                            new Finding(rule.code(), item.code(), rule.severity(), zh, en, value, expected, null);
                    findings.add(finding.explained(
                            explanations.getOrDefault(finding.key(), explanations.get(ReturnRow.FOR_ALL))));
                }
            }
        }
        return findings;
    }

    static boolean blocksFiling(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.severity() == Severity.MUST_HOLD || finding.stillNeedsExplanation());
    }
}
