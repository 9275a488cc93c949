package org.diaodu.policy.match;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.model.Requirements;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;

/** What a clause's model says of its conditions and its formula. */
final class ConditionsTable {

    private ConditionsTable() {}

    static HitPolicy policy(PolicyClause clause) {
        return clause.model().definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> PolicyClause.ELIGIBILITY.equals(decision.getName()))
                .map(decision -> decision.getExpression() instanceof DecisionTable table
                        ? table.getHitPolicy()
                        : HitPolicy.UNIQUE)
                .findFirst()
                .orElseThrow();
    }

    /** The inputs the amount is computed from, over other decisions too, but not those only its conditions ask for. */
    static Set<String> formula(PolicyClause clause) {
        return Requirements.inputs(
                        clause.model().compiled().getDecisionByName(PolicyClause.AMOUNT), PolicyClause.ELIGIBILITY)
                .stream()
                .map(InputDataNode::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
