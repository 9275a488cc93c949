package org.diaodu.policy.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.typed.Kind;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.InputData;

/**
 * A fact that a clause asks for, as people are asked for it.
 *
 * @param unit what a number counts; empty where the model does not say
 * @param choices the values its type lists; empty where any will do
 * @param description what the model says of it; may be empty
 * @param from who holds it, or the figure of the book it is
 */
public record AskedFact(String name, Kind kind, String unit, List<String> choices, String description, Fact from) {

    public AskedFact {
        choices = List.copyOf(choices);
    }

    /** All that a clause asks for, in the order of its terms. */
    public static List<AskedFact> of(PolicyClause clause) {
        Map<String, InputData> inputs = new LinkedHashMap<>();
        clause.model().definitions().getDrgElement().stream()
                .filter(InputData.class::isInstance)
                .map(InputData.class::cast)
                .forEach(input -> inputs.put(input.getName(), input));
        Map<String, DeclaredFacts.Declared> declared = DeclaredFacts.inputs(clause.model());
        List<AskedFact> asked = new ArrayList<>();
        clause.terms().facts().forEach((name, from) -> {
            InputData input = Objects.requireNonNull(inputs.get(name));
            DeclaredFacts.Declared type = Objects.requireNonNull(declared.get(name));
            asked.add(new AskedFact(
                    name,
                    kind(type.type()),
                    type.unit(),
                    DeclaredFacts.choices(clause.model(), input),
                    input.getDescription() == null ? "" : input.getDescription().strip(),
                    from));
        });
        return asked;
    }

    /** What the numbers of a clause's inputs and decisions count, by their names; those that say nothing are not there. */
    public static Map<String, String> units(PolicyClause clause) {
        Map<String, String> units = new LinkedHashMap<>();
        DeclaredFacts.inputs(clause.model()).forEach((name, type) -> units.put(name, type.unit()));
        clause.model().definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .forEach(decision -> {
                    DeclaredFacts.Declared type = DeclaredFacts.decision(clause.model(), decision.getName());
                    units.put(decision.getName(), type == null ? "" : type.unit());
                });
        units.values().removeIf(String::isEmpty);
        return units;
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.TRUTH;
            case "date" -> Kind.DATE;
            case "date and time" -> Kind.DATE_TIME;
            case "time" -> Kind.TIME;
            case "years and months duration" -> Kind.MONTHS;
            case "days and time duration" -> Kind.SECONDS;
            default -> Kind.TEXT;
        };
    }
}
