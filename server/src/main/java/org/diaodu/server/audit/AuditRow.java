package org.diaodu.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the log as it is shown; before and after are JSON texts. */
public record AuditRow(
        long seq,
        Instant at,
        String actorName,
        String unit,
        String origin,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        String digest) {}
