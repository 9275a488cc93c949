package org.diaodu.server.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.book.Clause;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.reasons.CaseRule;
import org.jspecify.annotations.Nullable;

/** A published rule through time, each version compiled when it is first asked for. Thread-safe. */
public final class ShelvedRule {

    private final Rule rule;
    private final Map<Part, CaseRule> compiled = new ConcurrentHashMap<>();

    /** A decision of a version. */
    private record Part(RuleVersion version, String decision) {}

    ShelvedRule(Rule rule) {
        this.rule = rule;
    }

    /**
     * The rule as it holds on that day by all that is known now.
     *
     * @throws org.diaodu.rules.model.RuleFault {@code rules.no-version} where no version covers the day
     */
    public CaseRule asOf(LocalDate day) {
        return compiled(rule.asOf(day), null);
    }

    /** Another decision of the rule's model: what its answer is made of, or says beside it. Throws as {@link #asOf(LocalDate)}. */
    public CaseRule asOf(LocalDate day, String decision) {
        return compiled(rule.asOf(day), decision);
    }

    /** The rule as it held on that day, as it was known at that instant. Throws as {@link #asOf(LocalDate)}. */
    public CaseRule asOf(LocalDate day, Instant known) {
        return compiled(rule.asOf(day, known), null);
    }

    /** The version that holds on that day, with its clause and cases. Throws as {@link #asOf(LocalDate)}. */
    public RuleVersion version(LocalDate day) {
        return rule.asOf(day);
    }

    /** The text the rule comes from, as it holds on that day. Throws as {@link #asOf(LocalDate)}. */
    public Clause clause(LocalDate day) {
        return rule.asOf(day).clause();
    }

    private CaseRule compiled(RuleVersion version, @Nullable String decision) {
        return compiled.computeIfAbsent(
                new Part(version, decision == null ? version.clause().decision() : decision),
                part -> CaseRule.of(part.version.model(), part.decision));
    }
}
