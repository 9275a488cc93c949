package org.diaodu.server.supply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the timeline of a report or a letter.
 *
 * @param letter the letter it is about; null for none
 * @param kind REPORT, a {@link Verb}, REGISTER, a {@link LetterState.Verb}, HAND_OVER, FILE_ADD or FILE_REMOVE
 * @param state the state of the report, or of a letter from another province, after it
 */
public record SupplyEvent(
        long id,
        @Nullable Long letter,
        Instant at,
        String kind,
        String state,
        String actor,
        String actorName,
        String actorUnit,
        String words) {}
