package org.diaodu.server.targets;

import java.time.Instant;

/**
 * One step in the history of a target.
 *
 * @param kind PROPOSE, or a {@link Verb}
 * @param state a name of {@link TargetState}, after it
 */
public record TargetEvent(
        long id,
        Instant at,
        String kind,
        String state,
        String actor,
        String actorName,
        String actorUnit,
        String words) {}
