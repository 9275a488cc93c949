package org.diaodu.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    @TempDir
    Path directory;

    /** The child: one statement. */
    public static final class Asking {
        public static void main(String[] args) {
            try (DuckDb engine = DuckDb.over(List.of())) {
                System.out.println(engine.query("SELECT 42", List.of(), row -> row.whole(0)));
            }
        }
    }

    @Test
    void theLibraryLaidBesideItsJarIsFoundByTheDriver() throws Exception {
        List<String> path = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        Path driver = path.stream()
                .filter(jar -> jar.contains("duckdb_jdbc"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        Path copy = Files.copy(driver, directory.resolve("duckdb_jdbc-2.jar"));

        assertThat(NativeLibrary.layBeside(directory)).isTrue();
        assertThat(NativeLibrary.layBeside(directory)).isFalse();
        assertThat(Files.size(copy)).isLessThan(1 << 20);

        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                path.stream()
                                        .map(jar -> jar.contains("duckdb_jdbc") ? copy.toString() : jar)
                                        .toList()),
                        Asking.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("[42]");
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.toString().contains("duckdb"))).isEmpty();
        }
    }
}
