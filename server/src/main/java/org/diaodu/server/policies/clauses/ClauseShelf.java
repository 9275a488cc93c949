package org.diaodu.server.policies.clauses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.Parameter;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.ShippedBook;
import org.diaodu.policy.book.Stacking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every published clause read and compiled, as a book: kept until one is published or ended. How clauses stack and the
 * figures by date are those the platform ships. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class ClauseShelf {

    private static final Logger log = LoggerFactory.getLogger(ClauseShelf.class);

    private final VersionRows rows;
    private final Stacking stacking = ShippedBook.stacking();
    private final Map<String, Parameter> parameters = ShippedBook.parameters();
    private final Map<String, PolicyClause> read = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Kept kept;

    ClauseShelf(VersionRows rows) {
        this.rows = rows;
    }

    private record Kept(int changes, PolicyBook book) {}

    /** The book as it is known now. */
    public PolicyBook book() {
        int before = changes.get();
        Kept known = kept;
        if (known != null && known.changes() == before) {
            return known.book();
        }
        BookReading reading = reading(Instant.now());
        reading.faults().forEach(fault -> log.warn("{}", fault.english()));
        kept = new Kept(before, reading.book());
        return reading.book();
    }

    /** The book as it was known at a moment: what was published by then, with the ends known then. */
    public PolicyBook book(Instant recorded) {
        return reading(recorded).book();
    }

    private BookReading reading(Instant recorded) {
        List<PolicyClause> clauses = new ArrayList<>();
        for (ClauseVersion version : rows.published()) {
            if (version.isKnown(recorded)) {
                clauses.add(clause(version, recorded));
            }
        }
        return BookReading.of(clauses, stacking, parameters);
    }

    /** This version as it is known now. Throws {@link PolicyFault} of all that is wrong in a draft. */
    public PolicyClause clause(ClauseVersion version) {
        return version.isOpen() ? version.texts(Instant.MAX).sound() : clause(version, Instant.MAX);
    }

    private PolicyClause clause(ClauseVersion version, Instant recorded) {
        return read.computeIfAbsent(
                version.id() + " " + version.endKnown(recorded),
                key -> version.texts(recorded).sound());
    }

    /** The book with this clause in place of every version of it, and what is wrong between them. */
    BookReading with(PolicyClause clause) {
        List<PolicyClause> clauses = new ArrayList<>(book().clauses().stream()
                .filter(other -> !other.id().equals(clause.id()))
                .toList());
        clauses.add(clause);
        return BookReading.of(clauses, stacking, parameters);
    }

    /** Reads the book anew once the change under way is committed. */
    void changing() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }
        });
    }
}
