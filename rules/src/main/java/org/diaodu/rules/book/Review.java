package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a rule before it holds: what the engine refuses, cells of another type than their column, gaps and overlaps
 * of its tables, rows that never answer, and its worked cases.
 *
 * @param cases the worked cases as they came out; null where a model alone was reviewed
 */
public record Review(List<Finding> findings, @Nullable CaseReport cases) {

    public Review {
        findings = List.copyOf(findings);
    }

    /** Reviews a version with its cases. */
    public static Review of(RuleVersion version) {
        List<Finding> findings = new ArrayList<>(of(version.model()).findings());
        CaseReport report = Cases.run(version);
        findings.addAll(CaseReview.of(version, report));
        return new Review(findings, report);
    }

    /** Reviews a model that has no clause and no cases. */
    public static Review of(RuleModel model) {
        return new Review(ModelReview.of(model), null);
    }

    /** Whether nothing keeps the rule from being published: no error, and every case holds. */
    public boolean publishable() {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.ERROR);
    }

    /** The findings with this code. */
    public List<Finding> withCode(String code) {
        return findings.stream().filter(finding -> finding.code().equals(code)).toList();
    }
}
