package org.diaodu.policy.match;

import java.util.List;
import java.util.stream.IntStream;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says to a subject in its scope.
 *
 * @param number where the subject is entitled the amount in fen, where facts are needed those facts (bit 0 the region and bit
 *     i + 1 the clause's fact i), else {@value #NONE}
 * @param unmet conditions the nearest row lacks, where the subject is not entitled and they are counted; else {@value #NONE}
 * @param grade the row's answer where the conditions tell grades apart, else null
 */
record VerdictLine(
        Said said, long number, int unmet, @Nullable String grade) {

    static final int NONE = -1;

    /** By far the most lines: one object for each number of conditions. */
    private static final List<VerdictLine> NOT_ENTITLED = IntStream.rangeClosed(NONE, Long.SIZE)
            .mapToObj(unmet -> new VerdictLine(Said.NOT_ENTITLED, NONE, unmet, null))
            .toList();

    /** @param fen the amount, or null where the clause gives a right or a qualification */
    static VerdictLine entitled(@Nullable Long fen, @Nullable String grade) {
        return new VerdictLine(Said.ENTITLED, fen == null ? NONE : fen, NONE, grade);
    }

    static VerdictLine needs(long facts) {
        return new VerdictLine(Said.NEEDS_FACTS, facts, NONE, null);
    }

    static VerdictLine notEntitled(int unmet) {
        return NOT_ENTITLED.get(unmet - NONE);
    }

    static VerdictLine of(Said said) {
        return new VerdictLine(said, NONE, NONE, null);
    }
}
