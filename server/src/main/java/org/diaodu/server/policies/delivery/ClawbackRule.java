package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.KnownSubject;
import org.kie.dmn.model.api.Decision;
import org.springframework.stereotype.Component;

/** Whether a clause's own decision {@code 追回} asks back what was paid. Thread-safe. */
@Component
class ClawbackRule {

    private final ClausesInForce clauses;

    ClawbackRule(ClausesInForce clauses) {
        this.clauses = clauses;
    }

    /** False where the clause has no such decision, or it cannot be told. */
    boolean says(PolicyClause clause, KnownSubject subject, LocalDate day) {
        boolean decides = clause.model().definitions().getDrgElement().stream()
                .anyMatch(element ->
                        element instanceof Decision decision && PolicyClause.CLAWBACK.equals(decision.getName()));
        return decides
                && Boolean.TRUE.equals(CaseRule.of(clause.model(), PolicyClause.CLAWBACK)
                        .answer(OneMatch.of(clause, clauses.on(day)).facts(subject.subject()))
                        .value());
    }
}
