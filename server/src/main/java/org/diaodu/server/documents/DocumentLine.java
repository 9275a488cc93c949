package org.diaodu.server.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list.
 *
 * @param statements how many were found
 * @param open how many of them nobody has looked at
 */
public record DocumentLine(
        String number,
        String title,
        String source,
        @Nullable LocalDate published,
        String region,
        String readByName,
        Instant readAt,
        int statements,
        int open) {}
