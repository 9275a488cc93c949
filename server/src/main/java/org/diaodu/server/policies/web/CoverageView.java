package org.diaodu.server.policies.web;

import java.util.List;
import org.diaodu.policy.words.Quantity;
import org.diaodu.server.access.Unit;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.policies.coverage.PolicyCoverage;
import org.diaodu.server.policies.coverage.Reached;
import org.diaodu.server.policies.coverage.Unreached;
import org.jspecify.annotations.Nullable;

/**
 * How far policies reach in a unit, as the page shows it.
 *
 * @param below units the caller may go down to
 * @param outside whether small cells are withheld
 * @param left null where no budget was given
 */
public record CoverageView(
        Unit unit,
        List<Unit> below,
        Address address,
        boolean outside,
        Reached total,
        PolicyCoverage.@Nullable Left left,
        List<Reached> byClause,
        List<Reached> byCity,
        List<Reached> bySize,
        List<Unreached.Line> unreached) {

    public String money(PageContext page, long fen) {
        return fen == 0 ? "–" : new Quantity(OfferReading.language(page)).total(fen);
    }
}
