package org.diaodu.server.policies;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.ShippedBook;
import org.springframework.stereotype.Component;

/** The clauses by which the platform judges: those it ships and those published on it. Thread-safe. */
@Component
public class ClausesInForce {

    private final PolicyBook shipped = PolicyBook.read(ShippedBook.folder());

    ClausesInForce() {}

    /** The book as it is known now; {@link PolicyBook#inForce} of that day are the clauses that hold. */
    public PolicyBook on(LocalDate day) {
        return on(day, Instant.now());
    }

    /** The book as it was known at a moment. */
    public PolicyBook on(LocalDate day, Instant recorded) {
        return shipped;
    }
}
