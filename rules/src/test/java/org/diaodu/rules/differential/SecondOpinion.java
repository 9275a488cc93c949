package org.diaodu.rules.differential;

import com.gs.dmn.DMNModelRepository;
import com.gs.dmn.ast.TDefinitions;
import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.runtime.Context;
import com.gs.dmn.runtime.interpreter.DMNInterpreter;
import com.gs.dmn.runtime.interpreter.EvaluationContext;
import com.gs.dmn.runtime.interpreter.Result;
import com.gs.dmn.transformation.InputParameters;
import java.io.StringReader;
import java.time.Period;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/**
 * jDMN, case by case, with its own reader of models. It has ways of its own with null ({@code null >= null} is true there,
 * a negated range of null is null), so it is heard only where every input is given, no decision on the way is null, and
 * it has a value.
 */
final class SecondOpinion implements Engine {

    /** Where jDMN 9.0.0 departs from the standard, by what the model must speak of. */
    private static final List<String> DEPARTS = List.of(
            // What a type does not allow is taken all the same.
            "<allowedValues>",
            // A start beyond the end gives "" and not null.
            "substring(",
            // A backslash in a literal is not read.
            "\\\\",
            // Equal numbers of another scale are not found in a list.
            "list contains(",
            // A power is a binary number.
            "**",
            // A negated range of a null that is computed on the way is null.
            "not([",
            "not((",
            "not(]",
            // No row matched counts as null and not as 0 or as an empty list; a list of one is its element.
            "hitPolicy=\"COLLECT\"",
            "hitPolicy=\"RULE ORDER\"",
            "hitPolicy=\"OUTPUT ORDER\"");

    private int refused;
    private int departing;

    @Override
    public String name() {
        return "jDMN";
    }

    /** Models not put to it. */
    int departing() {
        return departing;
    }

    int refused() {
        return refused;
    }

    @Override
    public @Nullable List<Given> answers(Subject subject) {
        if (DEPARTS.stream().anyMatch(subject.xml()::contains)) {
            departing++;
            return null;
        }
        InputParameters parameters = new InputParameters();
        JavaTimeDMNDialectDefinition dialect = new JavaTimeDMNDialectDefinition();
        try {
            TDefinitions definitions = dialect.createDMNSerializer(new NopBuildLogger(), parameters)
                    .readModel(new StringReader(subject.xml()));
            DMNModelRepository repository = new DMNModelRepository(definitions);
            DMNInterpreter<Number, java.time.LocalDate, TemporalAccessor, TemporalAccessor, TemporalAmount>
                    interpreter = dialect.createDMNInterpreter(repository, parameters);
            List<Given> answers = new ArrayList<>();
            for (Map<String, @Nullable Object> one : subject.cases()) {
                Map<String, Object> inputs = new LinkedHashMap<>();
                ReferenceEngine.complete(subject.draft(), one).forEach((name, value) -> inputs.put(name, own(value)));
                Result result = interpreter.evaluateDecision(
                        definitions.getNamespace(),
                        subject.decision(),
                        EvaluationContext.makeDecisionEvaluationContext(
                                repository.findDRGElementByName(definitions, subject.decision()), inputs));
                answers.add(Given.of(result.hasErrors() ? null : feel(Result.value(result))));
            }
            return answers;
        } catch (RuntimeException e) {
            refused++;
            lastRefusal = String.valueOf(e);
            return null;
        }
    }

    String lastRefusal = "";

    private static @Nullable Object feel(@Nullable Object value) {
        if (!(value instanceof Context context)) {
            return value;
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        context.getBindings().forEach((key, entry) -> entries.put(String.valueOf(key), feel(entry)));
        return entries;
    }

    @SuppressWarnings("NullAway")
    private static Object own(@Nullable Object value) {
        return value instanceof ChronoPeriod period
                ? Period.of(
                        (int) (ComparablePeriod.toTotalMonths(period) / 12),
                        (int) (ComparablePeriod.toTotalMonths(period) % 12),
                        0)
                : value;
    }
}
