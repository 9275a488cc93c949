package org.diaodu.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.diaodu.server.DiaoduServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A platform on a PostgreSQL that is not its own, named by {@code --db-url}. */
class OwnDatabaseTest {

    @TempDir
    private static Path elsewhere;

    @TempDir
    private Path data;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void aDatabaseRunsElsewhere() throws IOException {
        Path cache = Files.createDirectories(Path.of("target/postgres-cache")).toAbsolutePath();
        Files.createSymbolicLink(elsewhere.resolve(".cache"), cache);
        postgres = EmbeddedPostgres.start(elsewhere);
    }

    @AfterAll
    static void itIsStopped() {
        postgres.close();
    }

    @Test
    void thePlatformMigratesAndUsesItStartsNoneOfItsOwnAndLeavesItRunning() throws Exception {
        Database database = postgres.database();
        try (ConfigurableApplicationContext platform =
                        start(database.user(), database.password(), database.ownerUser(), database.ownerPassword());
                HttpClient client = HttpClient.newHttpClient()) {
            int port = Objects.requireNonNull(((WebServerApplicationContext) platform).getWebServer())
                    .getPort();
            var signIn = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"));
            assertThat(client.send(signIn.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(number("select count(*) from flyway_schema_history where success"))
                    .isGreaterThan(10);
            assertThat(number("select count(*) from account")).isPositive();
            assertThat(data.resolve("postgres")).doesNotExist();
        }
        assertThat(number("select 1")).isEqualTo(1);
    }

    @Test
    void aRoleThatRowSecurityDoesNotBindIsRefused() throws IOException {
        String superuser =
                Secrets.in(elsewhere.toRealPath().resolve("postgres")).superuser();
        assertThatThrownBy(() -> start(Roles.SUPERUSER, superuser, Roles.SUPERUSER, superuser))
                .rootCause()
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("exempt from row level security");
    }

    private ConfigurableApplicationContext start(String user, String password, String owner, String ownerPassword) {
        return SpringApplication.run(
                DiaoduServer.class,
                "--server.port=0",
                "--diaodu.data=" + data,
                "--diaodu.db-url=" + postgres.database().url(),
                "--diaodu.database.user=" + user,
                "--diaodu.database.password=" + password,
                "--diaodu.database.owner-user=" + owner,
                "--diaodu.database.owner-password=" + ownerPassword);
    }

    private static int number(String sql) throws SQLException {
        Database database = postgres.database();
        try (var connection = DriverManager.getConnection(
                        database.url(),
                        Roles.SUPERUSER,
                        Secrets.in(elsewhere.toRealPath().resolve("postgres")).superuser());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
