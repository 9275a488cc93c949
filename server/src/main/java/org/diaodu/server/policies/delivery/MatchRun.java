package org.diaodu.server.policies.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run of all clauses in force over all enterprises.
 *
 * @param cause CLOSE of a month, or BUTTON
 * @param words why: the month, or what the officer wrote
 * @param done enterprises done so far, of {@code enterprises}
 * @param upto enterprises up to this number are done
 */
public record MatchRun(
        long id,
        LocalDate day,
        String cause,
        String words,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable Instant begunAt,
        @Nullable Instant doneAt,
        int clauses,
        int enterprises,
        int subjects,
        int done,
        long upto,
        @Nullable String fault) {

    /** Where a run stands; one that was interrupted is RUNNING until somebody goes on with it. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
