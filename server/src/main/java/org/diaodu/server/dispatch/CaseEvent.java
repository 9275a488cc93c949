package org.diaodu.server.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in a case's timeline.
 *
 * @param kind what was done: OPEN, a {@link Verb}, or CAUSES, MEASURE_ADD, MEASURE_EDIT, MEASURE_PROGRESS, MEASURE_DONE,
 *     MEASURE_DROP, MEASURE_SHARE, FILE_ADD, FILE_REMOVE
 * @param state the state of the case after it
 * @param actor sign-in name, {@code actorName} as others read it, {@code actorUnit} for whom
 */
public record CaseEvent(
        long id,
        @Nullable Long measureId,
        Instant at,
        String kind,
        String state,
        String actor,
        String actorName,
        String actorUnit,
        String words,
        @Nullable Integer progressPct) {}
