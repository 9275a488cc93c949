package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.time.Instant;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.registry.Classification;
import org.jspecify.annotations.Nullable;

/**
 * How the rules class an enterprise by the figures of a closed year.
 *
 * @param staff of the return of December
 * @param revenue of the whole year, in 千元
 */
public record YearClass(
        int year,
        @Nullable BigDecimal staff,
        @Nullable BigDecimal revenue,
        Classification classification,
        Clause sizeClause,
        Clause tierClause,
        Instant computedAt) {

    public String staffText() {
        return Numbers.plain(staff);
    }

    public String revenueText() {
        return Numbers.plain(revenue);
    }
}
