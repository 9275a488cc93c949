package org.diaodu.server.policies.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.ClauseTexts;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.Terms;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.clauses.ClauseCheck;
import org.diaodu.server.policies.clauses.ClauseChecks;
import org.diaodu.server.policies.clauses.ClauseRights;
import org.diaodu.server.policies.clauses.ClauseShelf;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.policies.clauses.FormulaWords;
import org.diaodu.server.policies.web.ClauseView.Exclusion;
import org.diaodu.server.rulebook.CaseGrid;
import org.diaodu.server.rulebook.ModelDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a clause shows. */
@Component
class ClauseShowing {

    private final Clauses clauses;
    private final ClauseChecks checks;
    private final ClauseShelf shelf;
    private final BusinessClock clock;

    ClauseShowing(Clauses clauses, ClauseChecks checks, ClauseShelf shelf, BusinessClock clock) {
        this.clauses = clauses;
        this.checks = checks;
        this.shelf = shelf;
        this.clock = clock;
    }

    ClauseView of(ClauseVersion version, List<String> told, boolean english) {
        Caller caller = Callers.current();
        List<ClauseVersion> versions = clauses.versions(version.clause());
        ModelDocument model = ModelDocument.of(version.clause(), version.model());
        ClauseCheck check = checks.of(version);
        Terms terms = ClauseTexts.terms(version.terms(), new ArrayList<>());
        return new ClauseView(
                version,
                versions,
                version.holds(clock.today()),
                versions.stream().filter(ClauseVersion::isOpen).findFirst().orElse(null),
                terms,
                model.tables(),
                CaseGrid.of(version.cases()),
                formulas(model, check.clause(), english),
                terms == null ? List.of() : exclusions(version.clause(), terms),
                check,
                model.inputDescriptions(),
                ClauseRights.maySeeDrafts(caller, version.home()) ? clauses.timeline(version.clause()) : List.of(),
                ClauseRights.mayWrite(caller, version.home()),
                ClauseRights.mayDecide(caller, version),
                told);
    }

    /** The amount last: the others are what it is computed from. */
    private static Map<String, List<FormulaWords.Case>> formulas(
            ModelDocument model, @Nullable PolicyClause clause, boolean english) {
        Map<String, List<FormulaWords.Case>> formulas = new LinkedHashMap<>();
        String unit = clause == null || clause.unit() == null
                ? ""
                : english ? clause.unit().en() : clause.unit().zh();
        model.formulas()
                .forEach((decision, formula) -> formulas.put(
                        decision, FormulaWords.of(formula, decision.equals(PolicyClause.AMOUNT) ? unit : "", english)));
        return formulas;
    }

    private List<Exclusion> exclusions(String clause, Terms terms) {
        PolicyBook book = shelf.book();
        List<Exclusion> exclusions = new ArrayList<>();
        for (String group : terms.groups()) {
            Map<String, String> others = new LinkedHashMap<>();
            for (PolicyClause other : book.inForce(clock.today())) {
                if (!other.id().equals(clause) && other.terms().groups().contains(group)) {
                    others.put(other.id(), other.text().title());
                }
            }
            exclusions.add(new Exclusion(group, book.stacking().groups().get(group), others));
        }
        return exclusions;
    }
}
