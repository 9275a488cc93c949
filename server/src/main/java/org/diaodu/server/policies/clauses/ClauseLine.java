package org.diaodu.server.policies.clauses;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clause in the list.
 *
 * @param state of the version shown, one of {@link ClauseFilter#STATES}
 * @param open DRAFT or PROPOSED where another version is under way; else ""
 */
public record ClauseLine(
        long version,
        String clause,
        String title,
        String titleEn,
        String reference,
        Facets facets,
        String state,
        String open,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
