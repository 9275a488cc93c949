package org.diaodu.server.policies.clauses;

import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.server.rulebook.DraftCheck;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a draft before it is saved.
 *
 * @param clause the clause it would be; null where something in it cannot be read
 * @param rule what is said of its tables and cases
 * @param faults what is wrong in its texts, and between it and the other clauses
 * @param fields those of them that belong to a field of the form
 * @param inputs the inputs of its model, each of which needs a holder
 */
public record ClauseCheck(
        @Nullable PolicyClause clause,
        DraftCheck rule,
        List<PolicyFault> faults,
        List<FieldFault> fields,
        List<String> inputs) {

    public ClauseCheck {
        faults = List.copyOf(faults);
        fields = List.copyOf(fields);
        inputs = List.copyOf(inputs);
    }

    public long errors() {
        return faults.size() + rule.errors();
    }
}
