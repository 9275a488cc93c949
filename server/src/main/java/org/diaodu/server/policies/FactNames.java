package org.diaodu.server.policies;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts that clauses ask for, by the kind of subject, with their types and who holds them. Thread-safe. */
@Component
class FactNames {

    private volatile @Nullable Known known;

    /** A fact that somebody holds. */
    record Asked(String name, Kind type, String holder, String source) {}

    private record Known(PolicyBook book, Map<SubjectKind, Map<String, Asked>> facts) {}

    /** The facts of a kind of subject in a book, by name. */
    Map<String, Asked> of(PolicyBook book, SubjectKind kind) {
        Known last = known;
        if (last == null || last.book() != book) {
            last = new Known(book, read(book));
            known = last;
        }
        return last.facts().getOrDefault(kind, Map.of());
    }

    private static Map<SubjectKind, Map<String, Asked>> read(PolicyBook book) {
        Map<SubjectKind, Map<String, Asked>> facts = new LinkedHashMap<>();
        for (PolicyClause clause : book.clauses()) {
            Map<String, Asked> ofKind = facts.computeIfAbsent(clause.terms().subject(), kind -> new LinkedHashMap<>());
            Map<String, Kind> types = types(clause);
            clause.terms().facts().forEach((name, fact) -> {
                if (fact instanceof Fact.Held(String holder, String source)) {
                    ofKind.putIfAbsent(name, new Asked(name, types.getOrDefault(name, Kind.TEXT), holder, source));
                }
            });
        }
        return facts;
    }

    private static Map<String, Kind> types(PolicyClause clause) {
        Map<String, Kind> types = new LinkedHashMap<>();
        var compiler = new ModelCompiler(clause.model(), Columns.declared());
        for (String decision : decisions(clause)) {
            for (Input input : compiler.inputs(decision)) {
                types.putIfAbsent(input.name(), input.type().kind());
            }
        }
        return types;
    }

    /** The decision the clause names, and the one by which it is asked back. */
    private static Collection<String> decisions(PolicyClause clause) {
        boolean back = clause.model().definitions().getDrgElement().stream()
                .anyMatch(element -> PolicyClause.CLAWBACK.equals(element.getName()));
        return back
                ? java.util.List.of(clause.text().decision(), PolicyClause.CLAWBACK)
                : java.util.List.of(clause.text().decision());
    }
}
