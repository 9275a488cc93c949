package org.diaodu.server.policies.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.server.pages.Problem;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;

/** Facts as somebody types them. */
public final class GivenFacts {

    private GivenFacts() {}

    /** FEEL values by name. Throws a 400 for a fact none of the clauses asks for, and for a value that is not of its type. */
    public static Map<String, @Nullable Object> of(List<PolicyClause> clauses, Map<String, String> given) {
        Map<String, AskedFact> known = new LinkedHashMap<>();
        clauses.forEach(clause -> AskedFact.of(clause).forEach(fact -> known.put(fact.name(), fact)));
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            AskedFact fact = known.get(name);
            if (fact == null) throw unknown(name, known);
            if (!text.isBlank()) facts.put(name, read(fact, text));
        });
        return facts;
    }

    /** The value; throws a 400 where the text is none of the fact's type. */
    public static Object read(AskedFact fact, String text) {
        Object kept = CaseValues.parse(text.replace("，", ",").strip(), fact.kind());
        boolean listed = fact.choices().isEmpty() || fact.choices().contains(text.strip());
        if (kept == null || !listed) {
            String allowed = listed ? "" : String.join("、", fact.choices());
            throw Problem.badRequest(
                    "PE03",
                    "“" + fact.name() + "”的“" + text + "”不对："
                            + (listed ? CaseValues.advice(fact.kind()).zh() : "应是 " + allowed + " 之一") + "。",
                    "\"" + text + "\" is no value of \"" + fact.name() + "\". Maybe "
                            + (listed ? CaseValues.advice(fact.kind()).en() : "one of " + allowed) + ".");
        }
        return Objects.requireNonNull(Values.feel(kept, fact.kind()));
    }

    private static Problem unknown(String name, Map<String, AskedFact> known) {
        String nearest = Nearest.to(name, known.keySet());
        return Problem.badRequest(
                "PE04",
                "没有条款问“" + name + "”。"
                        + (nearest == null ? "可用 " + String.join("、", known.keySet()) : "也许是“" + nearest + "”") + "。",
                "No clause asks for \"" + name + "\". Maybe "
                        + (nearest == null ? "one of " + String.join(", ", known.keySet()) : nearest) + ".");
    }
}
