package org.diaodu.rules.reasons;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Program;
import org.jspecify.annotations.Nullable;

/**
 * A decision made ready for many cases whose facts stand in arrays, always in the same order: the answers of
 * {@link CaseRule} without looking names up. What lies outside the bulk profile is put to the reference engine.
 * Immutable, and safe for many threads at once.
 */
public final class PreparedRule {

    private final CaseRule rule;
    private final List<String> facts;
    private final @Nullable Staged value;
    private final @Nullable Program program;

    private PreparedRule(CaseRule rule, List<String> facts, @Nullable Staged value, @Nullable Program program) {
        this.rule = rule;
        this.facts = facts;
        this.value = value;
        this.program = program;
    }

    /**
     * The decision for cases that give these facts.
     *
     * @param facts names of inputs, or {@code input.component}, in the order in which a case gives their values; more than
     *     the decision asks for is welcome
     * @throws RuleFault {@code rules.no-fact} where the decision asks for an input that is not among them
     */
    public static PreparedRule of(CaseRule rule, List<String> facts) {
        if (!(rule.outcome() instanceof Outcome.Carried(Compiled compiled))
                || !compiled.tablesOfRows().isEmpty()) {
            return new PreparedRule(rule, List.copyOf(facts), null, null);
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            positions.put(facts.get(i), i);
        }
        for (Input input : compiled.inputs()) {
            if (!positions.containsKey(input.name())) {
                throw new RuleFault(
                        "rules.no-fact",
                        Place.of(compiled.model().source()).at(compiled.decision()),
                        "规则要用“" + input.name() + "”，这里没有这一项。建议：改用 " + String.join("、", facts) + " 之一。",
                        "the rule asks for '" + input.name() + "', which is not given here. Maybe one of "
                                + String.join(", ", facts) + ".");
            }
        }
        return new PreparedRule(
                rule,
                List.copyOf(facts),
                compiled.value(),
                Program.of(Values.parts("value", compiled.value()).values(), positions));
    }

    /**
     * The decision's FEEL value.
     *
     * @param values as the typed form keeps them (see {@link org.diaodu.rules.typed.Kind}): numbers as
     *     {@code BigDecimal}, texts, booleans, dates; null where missing
     */
    public Answer answer(@Nullable Object[] values) {
        if (program == null || value == null) {
            return rule.answer(named(values));
        }
        Program.Run run = program.run(values);
        return new Answer(Values.feel(value, run::value), List.of());
    }

    private Map<String, @Nullable Object> named(@Nullable Object[] values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            named.put(facts.get(i), values[i]);
        }
        return named;
    }
}
