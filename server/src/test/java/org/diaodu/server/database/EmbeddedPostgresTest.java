package org.diaodu.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    private Path data;

    @BeforeEach
    void programsAreUnpackedOnce() throws IOException {
        Path cache = Files.createDirectories(Path.of("target/postgres-cache")).toAbsolutePath();
        Files.createSymbolicLink(data.resolve(".cache"), cache);
    }

    @Test
    void whatIsCommittedSurvivesAStop() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            execute(first.database(), "create table kept (n int)", "insert into kept values (42)");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
            assertThat(number(second.database(), "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void itIsDurableAndTakesNobodyWithoutAPassword() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Database database = postgres.database();
            assertThat(text(database, "show fsync")).isEqualTo("on");
            assertThat(text(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(database, "show password_encryption")).isEqualTo("scram-sha-256");
            for (String user : new String[] {"postgres", "diaodu", "diaodu_owner"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "guess"))
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("postgres/secrets.properties"))))
                    .isEqualTo("rw-------");
            assertThat(database.toString()).doesNotContain(database.password());
        }
    }

    @Test
    void aServerLeftBehindByAKilledPlatformIsAdopted() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Orphaning.class.getName(),
                        data.toString())
                .inheritIO()
                .start();
        assertThat(killed.waitFor()).isEqualTo(137);
        Postmaster orphan =
                Postmaster.of(data.toRealPath().resolve("postgres/cluster")).orElseThrow();
        try (EmbeddedPostgres adopted = EmbeddedPostgres.start(data)) {
            assertThat(adopted.database().url()).contains(":" + orphan.port() + "/");
            assertThat(number(adopted.database(), "select n from kept")).isEqualTo(7);
        }
        assertThat(orphan.process().isAlive()).isFalse();
    }

    @Test
    void aFolderServesOnePlatformAtATime() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            assertThat(first.database().url()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void filesHalfMadeByACrashAreMadeAnew() throws Exception {
        Files.createDirectories(data.resolve("postgres/making/base"));
        Files.writeString(data.resolve("postgres/making/base/half"), "x");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(number(postgres.database(), "select 1")).isEqualTo(1);
        }
    }

    /** A platform that dies without a word. */
    static final class Orphaning {

        public static void main(String[] arguments) throws SQLException {
            @SuppressWarnings("resource") // that is the point
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            execute(postgres.database(), "create table kept (n int)", "insert into kept values (7)");
            Runtime.getRuntime().halt(137);
        }
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = owner(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static int number(Database database, String sql) throws SQLException {
        return Integer.parseInt(text(database, sql));
    }

    private static String text(Database database, String sql) throws SQLException {
        try (Connection connection = owner(database);
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
