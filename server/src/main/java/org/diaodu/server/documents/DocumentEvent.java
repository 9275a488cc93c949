package org.diaodu.server.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a document.
 *
 * @param kind READ, a {@link StatementVerb} or LEDGER
 * @param statement the one it happened to; null for the whole
 */
public record DocumentEvent(
        long id, Instant at, String kind, @Nullable Long statement, String actorName, String actorUnit, String words) {}
