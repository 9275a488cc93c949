package org.diaodu.server.documents;

/** What somebody makes of a statement. */
public enum StatementVerb {
    ACCEPT(StatementState.ACCEPTED),
    CORRECT(StatementState.CORRECTED),
    REJECT(StatementState.REJECTED),
    REOPEN(StatementState.READ);

    private final StatementState after;

    StatementVerb(StatementState after) {
        this.after = after;
    }

    StatementState after() {
        return after;
    }
}
