package org.diaodu.server.whitelist;

import java.time.Instant;

/**
 * One step in an entry's timeline.
 *
 * @param kind APPLY, LIST (entered by rule), a {@link Verb}, PASS or PASS_REVOKE
 * @param state the state of the entry after it
 */
public record ListEvent(
        long id,
        Instant at,
        String kind,
        String state,
        String actor,
        String actorName,
        String actorUnit,
        String words) {}
