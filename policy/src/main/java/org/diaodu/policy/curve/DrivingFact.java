package org.diaodu.policy.curve;

import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.DeclaredFacts;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.typed.Kind;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A figure that drives a clause: a number it asks for.
 *
 * @param unit what it counts, empty where the model does not say
 * @param places after the point that it can have
 * @param whole digits before the point at most
 * @param parameter the figure of the book it is taken from; null where the subject has it
 */
public record DrivingFact(String name, String unit, int places, int whole, @Nullable String parameter) {

    /** The figures of a clause, in the order in which its answer asks for them. */
    public static List<DrivingFact> of(PolicyClause clause) {
        Map<String, DeclaredFacts.Declared> declared = DeclaredFacts.inputs(clause.model());
        return new ModelCompiler(clause.model(), Columns.declared())
                .inputs(clause.text().decision()).stream()
                        .filter(input -> input.table().isEmpty() && input.type().is(Kind.NUMBER))
                        .map(input -> new DrivingFact(
                                input.name(),
                                declared.containsKey(input.name())
                                        ? declared.get(input.name()).unit()
                                        : "",
                                input.type().scale(),
                                input.type().whole(),
                                clause.terms().facts().get(input.name()) instanceof Fact.Dated(String parameter, String ignored)
                                        ? parameter
                                        : null))
                        .toList();
    }

    /** Throws {@code policy.no-figure} where no number of this name drives any of the clauses. */
    public static DrivingFact find(String name, List<PolicyClause> clauses) {
        List<DrivingFact> all =
                clauses.stream().flatMap(clause -> of(clause).stream()).toList();
        return all.stream()
                .filter(fact -> fact.name().equals(name))
                .reduce((a, b) -> new DrivingFact(
                        name, a.unit, Math.max(a.places, b.places), Math.max(a.whole, b.whole), a.parameter))
                .orElseThrow(() -> {
                    List<String> known =
                            all.stream().map(DrivingFact::name).distinct().toList();
                    String nearest = Nearest.to(name, known);
                    return new PolicyFault(
                            "policy.no-figure",
                            Place.of("--over " + name),
                            "条款不由这个数值决定。建议："
                                    + (nearest == null ? "可用 " + String.join("、", known) : "也许是“" + nearest + "”") + "。",
                            "no such number drives the clause. Maybe "
                                    + (nearest == null ? "one of " + String.join(", ", known) : nearest) + ".");
                });
    }
}
