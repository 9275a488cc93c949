package org.diaodu.server.policies.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.Stacking;
import org.diaodu.policy.book.Terms;
import org.diaodu.server.policies.clauses.ClauseCheck;
import org.diaodu.server.policies.clauses.ClauseEvent;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.FormulaWords;
import org.diaodu.server.rulebook.CaseGrid;
import org.diaodu.server.rulebook.DraftCheck;
import org.diaodu.server.rulebook.TableGrid;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause as its page shows it.
 *
 * @param versions all versions the reader sees
 * @param holds whether it is the one that holds on the business day
 * @param open the draft or proposal under way, where the reader sees it
 * @param terms null where a draft's cannot be read yet
 * @param formulas by decision, in cases
 * @param exclusions the groups it belongs to
 * @param check what the checks find, with the worked cases
 * @param descriptions what the model says of each input
 * @param timeline what was done to the clause
 * @param mayWrite whether the reader may write what its unit keeps
 * @param mayDecide whether the reader may publish or end what is asked for here
 * @param told what stood against what was just tried
 */
public record ClauseView(
        ClauseVersion version,
        List<ClauseVersion> versions,
        boolean holds,
        @Nullable ClauseVersion open,
        @Nullable Terms terms,
        List<TableGrid> tables,
        CaseGrid cases,
        Map<String, List<FormulaWords.Case>> formulas,
        List<Exclusion> exclusions,
        ClauseCheck check,
        Map<String, String> descriptions,
        List<ClauseEvent> timeline,
        boolean mayWrite,
        boolean mayDecide,
        List<String> told) {

    /** A group of clauses that exclude each other, with the titles of the others by id. */
    public record Exclusion(String name, Stacking.@Nullable Group group, Map<String, String> others) {}

    public String address() {
        return "/policies/clauses/" + version.clause() + "/versions/" + version.id();
    }

    /** How a case came out; null where it could not be judged. */
    public DraftCheck.@Nullable CaseLine line(int row) {
        return check.rule().cases().stream()
                .filter(line -> line.row() == row)
                .findFirst()
                .orElse(null);
    }

    /** The state of a version in one word: what is published may hold, be over, or not yet hold. */
    public static String state(ClauseVersion version, LocalDate today) {
        if (version.isEndAsked()) return "ending";
        return switch (version.state()) {
            case DRAFT -> "draft";
            case PROPOSED -> "proposed";
            case WITHDRAWN -> "corrected";
            case PUBLISHED ->
                version.holds(today)
                        ? "holds"
                        : version.validFrom() != null && version.validFrom().isAfter(today) ? "future" : "past";
        };
    }
}
