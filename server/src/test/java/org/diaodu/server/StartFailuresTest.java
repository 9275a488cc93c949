package org.diaodu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailuresTest {

    @TempDir
    private Path data;

    @Test
    void aDataFolderInUseIsToldInOneLineAndTheStatusIsTwo() throws Exception {
        Path lock = Files.createDirectories(data.resolve("postgres")).resolve("lock");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(held.lock().isValid()).isTrue();
            Process start = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dstdout.encoding=UTF-8",
                            "-Dstderr.encoding=UTF-8",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            DiaoduServer.class.getName(),
                            "--server.port=0",
                            "--diaodu.data=" + data)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines().toList())
                    .singleElement()
                    .asString()
                    .startsWith("diaodu: DB01 ")
                    .contains("in use by another platform", "--data");
            assertThat(start.waitFor()).isEqualTo(2);
        }
    }
}
