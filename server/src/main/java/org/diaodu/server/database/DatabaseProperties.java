package org.diaodu.server.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param data folder of the platform's files when the database is embedded
 * @param url JDBC address of a PostgreSQL of one's own; empty for the embedded one
 * @param migrate whether the start brings the tables up to date
 * @param ownerUser role that owns the tables; the same as {@code user} when left out
 */
@ConfigurationProperties("diaodu.database")
record DatabaseProperties(
        @DefaultValue("data") String data,
        @Nullable String url,
        @DefaultValue("true") boolean migrate,
        @DefaultValue("diaodu") String user,
        @DefaultValue("") String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword) {

    Database external() {
        return new Database(
                url == null ? "" : url,
                user,
                password,
                ownerUser == null || ownerUser.isEmpty() ? user : ownerUser,
                ownerPassword == null || ownerPassword.isEmpty() ? password : ownerPassword);
    }
}
