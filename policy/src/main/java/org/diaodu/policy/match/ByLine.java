package org.diaodu.policy.match;

import org.jspecify.annotations.Nullable;

/** What one clause says to subjects in its scope, one after another. Safe for many threads. */
interface ByLine {

    /** @param line as {@link ReadySubjects#lines} gives it */
    VerdictLine verdict(@Nullable Object[] line);
}
