package org.diaodu.server.briefs;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** A brief in the list. */
public record IssueLine(
        long id,
        String region,
        Audience audience,
        Period period,
        String title,
        Issue.State state,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        String changedBy,
        Instant changedAt) {}
