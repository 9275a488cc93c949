package org.diaodu.server.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
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
    private final Map<RuleVersion, Map<String, CaseRule>> compiled =
            Collections.synchronizedMap(new IdentityHashMap<>());

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
        return compiled.computeIfAbsent(version, one -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        decision == null ? version.clause().decision() : decision,
                        name -> CaseRule.of(version.model(), name));
    }
}
