package org.diaodu.server.audit;

import org.jspecify.annotations.Nullable;

/**
 * One change to be written down.
 *
 * @param action what was done, e.g. "return.file"
 * @param subjectType what kind of thing it was done to, e.g. "return"
 * @param subjectId which one
 * @param before the thing before, as a map, record or other value Jackson can write; null when it was made
 * @param after the thing after; null when it is gone
 * @param reason why, where one was given
 */
public record Change(
        String action,
        String subjectType,
        String subjectId,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason) {}
