package org.diaodu.server.database;

import java.util.concurrent.atomic.AtomicLong;

/** How many transactions that may have written this platform has committed. Thread-safe. */
public final class Writes {
    private static final AtomicLong COMMITTED = new AtomicLong();

    private Writes() {}

    /** Another one was. */
    public static void committed() {
        COMMITTED.incrementAndGet();
    }

    static long count() {
        return COMMITTED.get();
    }
}
