package org.diaodu.policy.book;

import java.util.Map;
import org.diaodu.rules.book.CaseEngine;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.model.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The worked cases as the reference engine answers them. Where it gives a decision up, at a division by zero or a null that a
 * type does not list, the platform's answer is taken, and the case is counted: the reference engine does not vouch for it.
 */
public final class ReferenceCases implements CaseEngine {

    private long givenUp;

    @Override
    public Trace evaluate(RuleModel model, Map<String, @Nullable Object> inputs) {
        Trace trace = CaseEngine.REFERENCE.evaluate(model, inputs);
        if (trace.answers().values().stream().noneMatch(Answer::failed)) {
            return trace;
        }
        givenUp++;
        return CaseEngine.PLATFORM.evaluate(model, inputs);
    }

    /** Cases of which the reference engine gave a decision up. */
    public long givenUp() {
        return givenUp;
    }
}
