package org.diaodu.rules.book;

import java.util.Map;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.model.Trace;
import org.jspecify.annotations.Nullable;

/** What can judge a worked case: every engine the platform runs rules on must give the cases' answers. */
public interface CaseEngine {

    /** Apache KIE, row by row: what the others are measured against. */
    CaseEngine REFERENCE = RuleModel::trace;

    /** Every decision for one case; an engine that does not know which rows matched leaves the hits empty. */
    Trace evaluate(RuleModel model, Map<String, @Nullable Object> inputs);
}
