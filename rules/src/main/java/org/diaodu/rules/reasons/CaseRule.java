package org.diaodu.rules.reasons;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.model.Trace;
import org.diaodu.rules.typed.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * A decision for one case at a time, with the same answers as its SQL. A decision outside the bulk profile is put to the
 * reference engine. Immutable, and safe for many threads at once.
 */
public final class CaseRule {

    static final Evaluator EVALUATOR = new Evaluator();

    private final RuleModel model;
    private final String decision;
    private final Outcome outcome;
    private final Units units;

    private CaseRule(RuleModel model, String decision, Outcome outcome) {
        this.model = model;
        this.decision = decision;
        this.outcome = outcome;
        this.units = new Units(model);
    }

    public static CaseRule of(RuleModel model, String decision) {
        return new CaseRule(model, decision, new ModelCompiler(model, Columns.declared()).compile(decision));
    }

    /** Carried to SQL, or left to the reference engine and why. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The decision's FEEL value.
     *
     * @param inputs FEEL values by input name, contexts and lists as maps and lists; what is absent is missing
     */
    public Answer answer(Map<String, ? extends @Nullable Object> inputs) {
        return switch (outcome) {
            case Outcome.Left left -> model.evaluate(decision, inputs);
            case Outcome.Carried(Compiled compiled) -> {
                Evaluator.Run run = EVALUATOR.run(new Given(inputs));
                yield new Answer(Values.feel(compiled.value(), run::value), List.of());
            }
        };
    }

    /** The answer with its reasons: inputs as for {@link #answer}. */
    public Explanation explain(Map<String, ? extends @Nullable Object> inputs) {
        return switch (outcome) {
            case Outcome.Left left -> {
                Trace trace = model.trace(inputs);
                Answer answer = trace.answers().getOrDefault(decision, new Answer(null, List.of()));
                yield new Explanation(decision, answer, List.of(), left, trace.hits());
            }
            case Outcome.Carried(Compiled compiled) -> {
                Given given = new Given(inputs);
                Evaluator.Run run = EVALUATOR.run(given);
                Answer answer = new Answer(Values.feel(compiled.value(), run::value), List.of());
                Reasons reasons = new Reasons(given, run, units);
                List<Explanation.Table> tables =
                        compiled.tables().stream().map(reasons::of).toList();
                yield new Explanation(decision, answer, tables, null, List.of());
            }
        };
    }

    /** Inputs as the typed form asks for them: by path, lists of contexts as child tables. */
    static final class Given implements Evaluator.Case {

        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

        Given(Map<String, ? extends @Nullable Object> inputs) {
            inputs.forEach(this::put);
        }

        private void put(String path, @Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> put(path + "." + key, inner));
            } else if (value instanceof Collection<?> list) {
                tables.put(path, list.stream().map(Given::row).toList());
            } else {
                values.put(path, Values.kept(value));
            }
        }

        private static Map<String, @Nullable Object> row(@Nullable Object element) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            if (element instanceof Map<?, ?> map) {
                map.forEach((key, value) -> row.put(String.valueOf(key), Values.kept(value)));
            } else {
                row.put("value", Values.kept(element));
            }
            return row;
        }

        @Override
        public @Nullable Object value(String input) {
            return values.get(input);
        }

        @Override
        public List<Map<String, @Nullable Object>> rows(String table) {
            return tables.getOrDefault(table, List.of());
        }
    }
}
