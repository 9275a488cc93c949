package org.diaodu.server.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A database that is being opened while the rest of the platform starts. Thread-safe. */
final class DatabaseOpening implements AutoCloseable {

    private final CompletableFuture<DatabaseHome> home;

    private DatabaseOpening(CompletableFuture<DatabaseHome> home) {
        this.home = home;
    }

    static DatabaseOpening begin(DatabaseProperties properties) {
        return new DatabaseOpening(CompletableFuture.supplyAsync(
                () -> DatabaseHome.open(properties),
                work -> Thread.ofPlatform()
                        .daemon()
                        .name("opening the database")
                        .start(work)));
    }

    /** Waits until the database is open; throws what kept it from opening. */
    Database database() {
        try {
            return home.join().database();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) throw why;
            throw e;
        }
    }

    /** Stops what was opened, also when nobody asked for it yet. */
    @Override
    public void close() {
        if (home.handle((opened, failure) -> failure == null).join())
            home.join().close();
    }
}
