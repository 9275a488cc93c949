package org.diaodu.server.policies;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.server.policies.clauses.ClauseShelf;
import org.springframework.stereotype.Component;

/** The clauses by which the platform judges: those it ships and those published on it. Thread-safe. */
@Component
public class ClausesInForce {

    private final ClauseShelf shelf;

    ClausesInForce(ClauseShelf shelf) {
        this.shelf = shelf;
    }

    /** The book as it is known now; {@link PolicyBook#inForce} of that day are the clauses that hold. */
    public PolicyBook on(LocalDate day) {
        return shelf.book();
    }

    /** The book as it was known at a moment: for questions such as what was due by what we knew then. */
    public PolicyBook on(LocalDate day, Instant recorded) {
        return shelf.book(recorded);
    }
}
