package org.diaodu.server.policies;

import java.time.Instant;

/**
 * A line of an entitlement's timeline.
 *
 * @param kind such as CONSENT; the message key is {@code delivery.event.} and its name
 * @param state the state after it
 * @param wordsEn the same in English where the platform wrote them, else ""
 */
public record EntitlementEvent(
        Instant at,
        String kind,
        String state,
        String actor,
        String actorName,
        String actorUnit,
        String words,
        String wordsEn) {}
