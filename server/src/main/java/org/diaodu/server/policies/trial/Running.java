package org.diaodu.server.policies.trial;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A trial under way, or its result. Thread-safe. */
public final class Running {

    private final CompletableFuture<Trial> result = new CompletableFuture<>();
    private volatile int all;
    private volatile int done;

    Running() {}

    CompletableFuture<Trial> result() {
        return result;
    }

    void begin(int enterprises) {
        all = enterprises;
    }

    /** Counts on; false where a newer trial took its place. */
    synchronized boolean went(int enterprises) {
        done += enterprises;
        return !result.isCancelled();
    }

    void end() {
        result.cancel(false);
    }

    /** The result; null while it runs or where it failed. */
    public @Nullable Trial trial() {
        return result.isDone() && !result.isCompletedExceptionally() ? result.join() : null;
    }

    public boolean hasFailed() {
        return result.isCompletedExceptionally();
    }

    /** Enterprises there are; 0 until they are counted. */
    public int all() {
        return all;
    }

    public int done() {
        return done;
    }

    /** How far it is, in percent. */
    public int percent() {
        return all == 0 ? 0 : (int) (100L * done / all);
    }
}
