package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class FirstStartTest {

    @TempDir
    private Path data;

    @Test
    void anEmptyPlatformMakesItsFirstAdministratorsOnce() throws IOException {
        Files.createSymbolicLink(
                data.resolve(".cache"),
                Files.createDirectories(Path.of("target/postgres-cache")).toAbsolutePath());
        Path file = data.resolve("first-administrators.txt");
        try (var platform = start()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(5);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String[] security = lines.get(2).split(" ");
            String base = "http://localhost:" + platform.getEnvironment().getProperty("local.server.port");
            Visit visit = Visit.signedIn(base, security[0], security[1]);
            assertThat(visit.get("/").headers().firstValue("Location").orElse(""))
                    .endsWith("/account?first");
        }
        Files.delete(file);
        try (var again = start()) {
            assertThat(again.isActive()).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    private ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext)
                SpringApplication.run(DiaoduServer.class, "--server.port=0", "--diaodu.data=" + data);
    }
}
