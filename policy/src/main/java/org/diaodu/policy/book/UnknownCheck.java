package org.diaodu.policy.book;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.rules.model.Requirements;
import org.kie.dmn.api.core.ast.InputDataNode;

/**
 * Finds formulas that would take unknown for no: FEEL goes to the {@code else} where a condition is null, so that a fact which
 * only an {@code if} asks for would be paid on without being known.
 */
final class UnknownCheck {

    private static final Pattern CONDITION = Pattern.compile("\\bif\\b(.*?)\\bthen\\b", Pattern.DOTALL);

    private UnknownCheck() {}

    static void formulas(PolicyClause clause, FaultList faults) {
        Set<String> known =
                Requirements.inputs(clause.model().compiled().getDecisionByName(PolicyClause.ELIGIBILITY), "").stream()
                        .map(InputDataNode::getName)
                        .collect(Collectors.toSet());
        Set<String> open = DeclaredFacts.inputs(clause.model()).keySet().stream()
                .filter(name -> !known.contains(name))
                .collect(Collectors.toSet());
        DeclaredFacts.formulas(clause.model())
                .forEach((decision, text) -> open.forEach(fact -> formula(decision, text, fact, faults)));
    }

    private static void formula(String decision, String text, String fact, FaultList faults) {
        Pattern name = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(fact) + "(?![\\p{L}\\p{N}])");
        boolean guarded = Pattern.compile(name.pattern() + "\\s*!?=\\s*null")
                .matcher(text)
                .find();
        Matcher condition = CONDITION.matcher(text);
        while (!guarded && condition.find()) {
            if (name.matcher(condition.group(1)).find()) {
                faults.add(
                        "policy.unknown",
                        0,
                        "“" + decision + "”里 if 问“" + fact
                                + "”，它未知时会按“否”计算并支付。建议：在“资格”表里给它一列，按取值分行并给每行一个档名，公式再按档名计算；或先写 if " + fact
                                + " = null then null else …。",
                        "an if in " + decision + " asks for \"" + fact
                                + "\", and where it is not known the else would be paid. Maybe give it a column in 资格, with a row and a grade for each value, and let the formula ask for the grade; or begin with if "
                                + fact + " = null then null else …");
                return;
            }
        }
    }
}
