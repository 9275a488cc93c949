package org.diaodu.server.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was found when somebody looked last. It serves until one of the tables it comes from was written to ({@link Writes}),
 * and no longer than some minutes. A transaction that may write looks for itself, so that
 * nobody is shown what is not committed. Many who ask at once wait for one look, but whoever holds a connection never waits
 * for somebody who has yet to get one. Rights are the caller's matter: whoever is shown other rows needs another key.
 * Thread-safe.
 */
public final class LastLook<K, V extends @Nullable Object> {
    private static final int MOST = 2_000;
    private final List<String> tables;
    private final long longest;
    private final LongSupplier nanoTime;
    private final Map<K, Look<V>> looks = new ConcurrentHashMap<>();
    private final Map<K, Look<V>> looksWithoutConnection = new ConcurrentHashMap<>();

    private record Look<V extends @Nullable Object>(V found, long writes, long at) {}

    /**
     * @param tables from which what is found comes, rights included; none for any
     */
    public LastLook(String... tables) {
        this(Duration.ofMinutes(10), System::nanoTime, tables);
    }

    LastLook(Duration longest, LongSupplier nanoTime, String... tables) {
        this.tables = List.of(tables);
        this.longest = longest.toNanos();
        this.nanoTime = nanoTime;
    }

    public V get(K key, Supplier<V> look) {
        if (mayWrite()) return look.get();
        Look<V> last = looks.get(key);
        if (last == null || !serves(last)) last = looksWithoutConnection.get(key);
        if (last == null || !serves(last)) last = look(key, look);
        return last.found();
    }

    private Look<V> look(K key, Supplier<V> look) {
        Map<K, Look<V>> own =
                TransactionSynchronizationManager.isActualTransactionActive() ? looks : looksWithoutConnection;
        if (own.size() >= MOST) own.clear();
        return own.compute(key, (_, other) -> other != null && serves(other) ? other : now(look));
    }

    private static boolean mayWrite() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private boolean serves(Look<V> look) {
        return look.writes() == Writes.count(tables) && nanoTime.getAsLong() - look.at() < longest;
    }

    private Look<V> now(Supplier<V> look) {
        long writes = Writes.count(tables);
        long at = nanoTime.getAsLong();
        return new Look<>(look.get(), writes, at);
    }
}
