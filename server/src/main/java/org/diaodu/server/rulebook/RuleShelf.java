package org.diaodu.server.rulebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where other modules take a rule from: compiled once, kept until a version of it is published or withdrawn. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class RuleShelf implements Rules {

    private final EditionRows rows;
    private final Map<String, ShelvedRule> shelved = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    RuleShelf(EditionRows rows) {
        this.rows = rows;
    }

    /** The rule with every version that was ever published. */
    @Override
    public ShelvedRule rule(String id) {
        ShelvedRule known = shelved.get(id);
        if (known != null) {
            return known;
        }
        int before = changes.get();
        ShelvedRule read = new ShelvedRule(bookOf(rows.of(id)).rule(id));
        if (changes.get() == before) {
            shelved.put(id, read);
        }
        return read;
    }

    /** Every rule of the province as a book: what was published, with what was known when. */
    public RuleBook book() {
        return bookOf(rows.all());
    }

    private static RuleBook bookOf(List<Edition> editions) {
        List<RuleVersion> versions = editions.stream()
                .filter(edition -> edition.recordedAt() != null)
                .map(Edition::version)
                .toList();
        return RuleBook.of(versions);
    }

    /** Forgets what it knows of a rule once the change under way is committed. */
    void changing(String id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
                shelved.remove(id);
            }
        });
    }
}
