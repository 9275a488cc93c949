package org.diaodu.server.database;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database the platform runs on: its own server, to be stopped with it, or somebody else's. */
record DatabaseHome(Database database, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    /** Starts or reaches the database and brings its tables up to date. */
    static DatabaseHome open(DatabaseProperties properties) {
        DatabaseHome home = reach(properties);
        try {
            RoleCheck.refuseExemptRole(home.database);
            if (properties.migrate()) home.migrate();
            return home;
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static DatabaseHome reach(DatabaseProperties properties) {
        if (properties.url() != null && !properties.url().isBlank()) {
            return new DatabaseHome(properties.external(), null);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(Path.of(properties.data()));
        return new DatabaseHome(embedded.database(), embedded);
    }

    private void migrate() {
        var owner = new PGSimpleDataSource();
        owner.setURL(database.url());
        owner.setUser(database.ownerUser());
        owner.setPassword(database.ownerPassword());
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(owner)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
