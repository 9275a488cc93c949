package org.diaodu.server.cockpit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Keeps the results asked for most recently, up to a weight; the same thing asked by many at once is worked out once.
 * Safe for several threads.
 */
final class Recent<K, V> {
    private final int most;
    private final Map<K, CompletableFuture<V>> kept = new LinkedHashMap<>(64, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    V get(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = claim(key, mine);
        if (first != null) return first.join();
        try {
            V result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            synchronized (kept) {
                kept.remove(key, mine);
            }
            throw e;
        }
    }

    private @org.jspecify.annotations.Nullable CompletableFuture<V> claim(K key, CompletableFuture<V> mine) {
        synchronized (kept) {
            CompletableFuture<V> there = kept.get(key);
            if (there != null) return there;
            kept.put(key, mine);
            if (kept.size() > most) {
                var oldest = kept.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            return null;
        }
    }
}
