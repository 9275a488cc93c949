package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.Parameter;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;
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
                        .answer(facts(clause, subject, day))
                        .value());
    }

    private Map<String, @Nullable Object> facts(PolicyClause clause, KnownSubject subject, LocalDate day) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, Parameter> parameters = clauses.on(day).parameters();
        clause.terms().facts().forEach((name, fact) -> {
            switch (fact) {
                case Fact.Held _ -> facts.put(name, subject.subject().facts().get(name));
                case Fact.Dated(String parameter, String dateFact) -> {
                    Parameter figures = parameters.get(parameter);
                    facts.put(
                            name,
                            figures != null && subject.subject().facts().get(dateFact) instanceof LocalDate date
                                    ? figures.on(date)
                                    : null);
                }
            }
        });
        return facts;
    }
}
