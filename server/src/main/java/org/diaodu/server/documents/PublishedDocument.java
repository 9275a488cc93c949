package org.diaodu.server.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published document as it was read.
 *
 * @param region code of the unit whose people read it
 * @param source where it was published, as whoever read it says; may be empty
 * @param published the day it was published, where that is known
 * @param content the text itself, repaired, a paragraph a line
 */
public record PublishedDocument(
        long id,
        String number,
        String region,
        String title,
        String source,
        @Nullable LocalDate published,
        String fileName,
        String content,
        String readBy,
        String readByName,
        Instant readAt) {}
