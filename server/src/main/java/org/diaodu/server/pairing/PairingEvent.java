package org.diaodu.server.pairing;

import java.time.Instant;

/**
 * One step in what happened between leaders and an enterprise.
 *
 * @param kind PAIR, END, HANDOVER, VISIT, FOLLOW_UP, EXPLAIN, FILE_ADD or FILE_REMOVE
 */
public record PairingEvent(
        long id, Instant at, String kind, String actor, String actorName, String actorUnit, String words) {}
