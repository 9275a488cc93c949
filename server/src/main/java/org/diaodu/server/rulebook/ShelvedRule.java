package org.diaodu.server.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.diaodu.rules.book.Clause;
import org.diaodu.rules.book.Rule;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.reasons.CaseRule;

/** A published rule through time, each version compiled when it is first asked for. Thread-safe. */
public final class ShelvedRule {

    private final Rule rule;
    private final Map<RuleVersion, CaseRule> compiled = Collections.synchronizedMap(new IdentityHashMap<>());

    ShelvedRule(Rule rule) {
        this.rule = rule;
    }

    /**
     * The rule as it holds on that day by all that is known now.
     *
     * @throws org.diaodu.rules.model.RuleFault {@code rules.no-version} where no version covers the day
     */
    public CaseRule asOf(LocalDate day) {
        return compiled(rule.asOf(day));
    }

    /** The rule as it held on that day, as it was known at that instant. Throws as {@link #asOf(LocalDate)}. */
    public CaseRule asOf(LocalDate day, Instant known) {
        return compiled(rule.asOf(day, known));
    }

    /** The version that holds on that day, with its clause and cases. Throws as {@link #asOf(LocalDate)}. */
    public RuleVersion version(LocalDate day) {
        return rule.asOf(day);
    }

    /** The text the rule comes from, as it holds on that day. Throws as {@link #asOf(LocalDate)}. */
    public Clause clause(LocalDate day) {
        return rule.asOf(day).clause();
    }

    private CaseRule compiled(RuleVersion version) {
        return compiled.computeIfAbsent(
                version, v -> CaseRule.of(v.model(), v.clause().decision()));
    }
}
