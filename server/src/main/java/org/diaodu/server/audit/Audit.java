package org.diaodu.server.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes changes down in the caller's own transaction: both commit or neither does. The rows are written just
 * before the commit, so that the head of the chain is held for a moment only. Thread-safe.
 */
@Component
public class Audit {

    private final Chain chain;
    private final Actors actors;

    Audit(Chain chain, Actors actors) {
        this.chain = chain;
        this.actors = actors;
    }

    /** Writes one change down; fails when no transaction is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        recordAll(List.of(new Change(action, subjectType, subjectId, before, after, reason)));
    }

    /** Writes many changes down in the order given, as fast as one batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<Change> changes) {
        Actors.Actor actor = actors.current();
        pending().addAll(changes.stream().map(c -> Entry.of(c, actor)).toList());
    }

    private Pending pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending && pending.chain() == chain) return pending;
        }
        var pending = new Pending(chain, new ArrayList<>(), new boolean[1]);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What this transaction has to write before it commits; later entries than that are written at once. */
    private record Pending(Chain chain, List<Entry> entries, boolean[] written) implements TransactionSynchronization {

        void addAll(List<Entry> more) {
            if (written[0]) chain.append(more);
            else entries.addAll(more);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written[0] = true;
            if (!entries.isEmpty()) chain.append(entries);
        }
    }
}
