package org.diaodu.server.rulebook.web;

import java.util.List;
import org.diaodu.server.rulebook.CaseGrid;
import org.diaodu.server.rulebook.DraftCheck;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.RuleSuggestions;
import org.diaodu.server.rulebook.Rulebook.Facts;
import org.diaodu.server.rulebook.TableGrid;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule as its page shows it.
 *
 * @param editions all versions of the rule
 * @param holds whether it is the one that holds on the business day
 * @param open the draft or proposal under way
 * @param check what the checks find, with the worked cases
 * @param mayEdit whether the reader may begin or continue a draft
 * @param mayApprove whether the reader may approve what is asked for here
 * @param suggestions what its use suggests to change
 * @param reasons what stood against what was just tried
 */
public record RuleView(
        Edition edition,
        List<Edition> editions,
        boolean holds,
        @Nullable Edition open,
        Facts facts,
        List<TableGrid> tables,
        CaseGrid cases,
        DraftCheck check,
        boolean mayEdit,
        boolean mayApprove,
        List<RuleSuggestions.Suggestion> suggestions,
        List<String> reasons) {

    public String address() {
        return "/rules/" + edition.rule() + "/versions/" + edition.id();
    }

    /** How a case came out; null where it could not be judged. */
    public DraftCheck.@Nullable CaseLine line(int row) {
        return check.cases().stream()
                .filter(line -> line.row() == row)
                .findFirst()
                .orElse(null);
    }

    /** The state of a version in words: what is published may hold, be over, or not yet hold. */
    public static String state(Edition edition, java.time.LocalDate today) {
        if (edition.isWithdrawalAsked()) return "withdrawing";
        return switch (edition.state()) {
            case DRAFT -> "draft";
            case PROPOSED -> "proposed";
            case WITHDRAWN -> "withdrawn";
            case PUBLISHED ->
                edition.holds(today)
                        ? "holds"
                        : edition.validFrom() != null && edition.validFrom().isAfter(today) ? "future" : "past";
        };
    }
}
