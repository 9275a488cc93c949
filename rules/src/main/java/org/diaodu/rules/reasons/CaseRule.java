package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Type;
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
                Given given = new Given(inputs);
                CaseRule exact = exactFor(given, compiled);
                if (exact != this) {
                    yield exact.answer(inputs);
                }
                Evaluator.Run run = EVALUATOR.run(given);
                yield new Answer(Values.feel(compiled.value(), run::value), List.of());
            }
        };
    }

    /**
     * This rule, or where the case has figures with more digits than their inputs declare, the rule compiled for these: a
     * figure is never rounded before it is judged.
     */
    private CaseRule exactFor(Given given, Compiled compiled) {
        Map<String, Type> wider = new HashMap<>();
        for (Input input : compiled.inputs()) {
            if (input.type().kind().decimal() && !input.type().real()) {
                given.figures(input).forEach(figure -> {
                    Type type = Type.of(input.type().kind(), figure);
                    Type known = wider.getOrDefault(input.path(), input.type());
                    if (type.scale() > known.scale() || type.whole() > known.whole()) {
                        int scale = Math.max(type.scale(), known.scale());
                        int digits = Math.max(type.whole(), known.whole()) + scale;
                        wider.put(input.path(), Type.decimal(input.type().kind(), digits, scale));
                    }
                });
            }
        }
        return wider.isEmpty()
                ? this
                : new CaseRule(model, decision, new ModelCompiler(model, wider::get).compile(decision));
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
                CaseRule exact = exactFor(given, compiled);
                if (exact != this) {
                    yield exact.explain(inputs);
                }
                List<String> refused = model.refused(decision, inputs);
                if (!refused.isEmpty()) {
                    yield new Explanation(decision, new Answer(null, refused), List.of(), null, List.of());
                }
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

        /** Every number the case has for an input. */
        List<BigDecimal> figures(Input input) {
            List<@Nullable Object> all = new ArrayList<>();
            if (input.table().isEmpty()) {
                all.add(values.get(input.name()));
            } else {
                rows(input.table()).forEach(row -> all.add(row.get(input.name())));
            }
            return all.stream()
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .toList();
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
