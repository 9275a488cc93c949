package org.diaodu.server.returns;

import java.math.BigDecimal;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Everything a rule may look at: the return itself, the previous return of the same year, what was filed for the same period
 * last year, and the enterprise's own history.
 */
record ReturnFacts(
        Period period,
        Figures figures,
        @Nullable Figures previous,
        @Nullable Figures lastYear,
        History history,
        boolean newPlant,
        ValidationSettings settings) {

    @Nullable
    BigDecimal month(String item) {
        return figures.of(item).month();
    }

    @Nullable
    BigDecimal yearToDate(String item) {
        return figures.of(item).yearToDate();
    }

    boolean isJanFeb() {
        return period.kind() == Period.Kind.JAN_FEB;
    }
}
