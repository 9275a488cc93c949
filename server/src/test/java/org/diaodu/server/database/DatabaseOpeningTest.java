package org.diaodu.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.diaodu.server.DiaoduServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class DatabaseOpeningTest {

    @TempDir
    private Path data;

    @BeforeEach
    void programsAreUnpackedOnce() throws IOException {
        Path cache = Files.createDirectories(Path.of("target/postgres-cache")).toAbsolutePath();
        Files.createSymbolicLink(data.resolve(".cache"), cache);
    }

    @Test
    void theTablesAreThereOnceItIsOpen() throws Exception {
        try (DatabaseOpening opening = DatabaseOpening.begin(settings())) {
            Database database = opening.database();
            try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                    var row = connection.createStatement().executeQuery("select count(*) from account")) {
                assertThat(row.next()).isTrue();
            }
        }
        assertThat(running()).isFalse();
    }

    @Test
    void itIsStoppedAlsoWhenNobodyAskedForIt() throws IOException {
        DatabaseOpening.begin(settings()).close();
        assertThat(data.resolve("postgres/cluster")).exists();
        assertThat(running()).isFalse();
    }

    @Test
    void whatKeptItFromOpeningIsToldToWhoAsks() {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(data);
                DatabaseOpening opening = DatabaseOpening.begin(settings())) {
            assertThat(other.database().url()).isNotEmpty();
            assertThatThrownBy(opening::database)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aStartThatFailsLeavesNoServerBehind() throws IOException {
        assertThatThrownBy(() -> SpringApplication.run(
                        DiaoduServer.class,
                        "--server.port=0",
                        "--diaodu.data=" + data,
                        "--diaodu.session.absolute=long"))
                .hasStackTraceContaining("long");
        assertThat(data.resolve("postgres/cluster")).exists();
        assertThat(running()).isFalse();
    }

    private boolean running() throws IOException {
        return Postmaster.of(data.toRealPath().resolve("postgres/cluster")).isPresent();
    }

    private DatabaseProperties settings() {
        return new DatabaseProperties(data.toString(), "", true, "diaodu", "", null, null);
    }
}
