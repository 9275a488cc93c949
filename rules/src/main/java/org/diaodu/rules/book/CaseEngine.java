package org.diaodu.rules.book;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.model.Trace;
import org.diaodu.rules.reasons.CaseRule;
import org.jspecify.annotations.Nullable;

/** What can judge a worked case: every engine the platform runs rules on must give the cases' answers. */
public interface CaseEngine {

    /** Apache KIE, row by row: what the others are measured against. */
    CaseEngine REFERENCE = RuleModel::trace;

    /**
     * What the platform answers: Apache KIE; where it gives a decision up at an error, such as a division by zero, the
     * compiled form, which goes on with null as the standard has it.
     */
    CaseEngine PLATFORM = (model, inputs) -> {
        Trace trace = REFERENCE.evaluate(model, inputs);
        Map<String, Answer> answers = new LinkedHashMap<>();
        trace.answers().forEach((decision, answer) -> {
            CaseRule rule = answer.failed() ? CaseRule.of(model, decision) : null;
            answers.put(
                    decision, rule != null && rule.outcome() instanceof Outcome.Carried ? rule.answer(inputs) : answer);
        });
        return new Trace(answers, trace.hits(), trace.faults());
    };

    /** Every decision for one case; an engine that does not know which rows matched leaves the hits empty. */
    Trace evaluate(RuleModel model, Map<String, @Nullable Object> inputs);
}
