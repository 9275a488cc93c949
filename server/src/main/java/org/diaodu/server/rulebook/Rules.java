package org.diaodu.server.rulebook;

/** Where a rule is taken from. Safe for many threads. */
public interface Rules {

    /**
     * The rule with this id, through time.
     *
     * @throws org.diaodu.rules.model.RuleFault {@code rules.no-rule}
     */
    ShelvedRule rule(String id);
}
