package org.diaodu.server.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database the platform runs on: its own server, to be stopped with it, or somebody else's. */
record DatabaseHome(Database database, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static DatabaseHome open(DatabaseProperties properties) {
        if (properties.url() != null && !properties.url().isBlank()) {
            return new DatabaseHome(properties.external(), null);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(Path.of(properties.data()));
        return new DatabaseHome(embedded.database(), embedded);
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
