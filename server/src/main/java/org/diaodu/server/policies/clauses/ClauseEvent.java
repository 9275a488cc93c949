package org.diaodu.server.policies.clauses;

import java.time.Instant;

/**
 * One step in the timeline of a clause.
 *
 * @param kind SHIPPED, DRAFT, IMPORT, DISCARD, PROPOSE, RETURN, PUBLISH, END_ASK, END_KEEP, END, REPLACED or CORRECTED
 */
public record ClauseEvent(
        long version, Instant at, String kind, String actor, String actorName, String actorUnit, String words) {}
