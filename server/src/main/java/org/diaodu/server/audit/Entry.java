package org.diaodu.server.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A change as it is stored and digested: texts only, JSON in its canonical form, the time in microseconds. */
record Entry(
        Instant at,
        long actor,
        String actorName,
        String unit,
        String origin,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {

    static Entry of(Change change, Actors.Actor actor) {
        return new Entry(
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                actor.id(),
                CanonicalJson.storable(actor.name()),
                actor.unit(),
                CanonicalJson.storable(actor.origin()),
                change.action(),
                change.subjectType(),
                CanonicalJson.storable(change.subjectId()),
                CanonicalJson.of(change.before()),
                CanonicalJson.of(change.after()),
                change.reason() == null ? null : CanonicalJson.storable(change.reason()));
    }
}
