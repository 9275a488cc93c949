package org.diaodu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {

    private static final List<Column> COLUMNS = List.of(Column.whole("version"), Column.text("text"));
    private static final String PERIOD = "2022-03";
    private static final int ROWS = 20_000;

    @TempDir
    Path root;

    /** The child: writes version after version until it is killed, and says each number once it is in the lake. */
    public static final class Writer {
        public static void main(String[] args) {
            try (Lake lake = Lake.open(Path.of(args[0]), EngineLimits.DEFAULT, Duration.ofSeconds(20))) {
                Table table = lake.table("observation", 1, COLUMNS);
                while (true) {
                    System.out.println(write(table).version());
                }
            }
        }
    }

    /** The child: takes the lock and holds it until it is killed. */
    public static final class Holder {
        public static void main(String[] args) {
            try (Lake lake = Lake.open(Path.of(args[0]))) {
                lake.table("observation", 1, COLUMNS).write(PERIOD, "", sink -> {
                    System.out.println("holding");
                    LockSupport.park();
                });
            }
        }
    }

    private static Manifest.Version write(Table table) {
        long next = table.versions(PERIOD).size() + 1L;
        return table.write(PERIOD, "", sink -> {
            for (int i = 0; i < ROWS; i++) {
                sink.add(next, "row " + i);
            }
        });
    }

    private Process start(Class<?> child, ProcessBuilder.Redirect output) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        child.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output)
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {".parquet.writing", "PUBLISHED", ".manifest.json.writing", "manifest.json"})
    void aWriterKilledInTheMiddleLeavesWholeVersionsAndTheNextOneWrites(String moment) throws Exception {
        Path said = root.resolve("said");
        int versions = 0;
        for (int round = 0; round < 3; round++) {
            Process child = start(Writer.class, ProcessBuilder.Redirect.to(said.toFile()));
            int target = versions + 1 + round % 3;
            while (child.isAlive() && !reached(moment, target)) {
                Thread.onSpinWait();
            }
            child.destroyForcibly().waitFor();
            assertThat(child.exitValue()).isEqualTo(137);
            versions = checkAndWrite(Files.readAllLines(said));
        }
    }

    /** Whether the writer has come to this moment of writing the target version, or is past it. */
    private boolean reached(String moment, int target) {
        Path partition = root.resolve("observation/period=" + PERIOD);
        return switch (moment) {
            case ".parquet.writing" ->
                Files.exists(partition.resolve(".v" + target + ".parquet.writing"))
                        || Files.exists(partition.resolve("v" + target + ".parquet"));
            case "PUBLISHED" -> Files.exists(partition.resolve("v" + target + ".parquet"));
            default ->
                Files.exists(partition.resolve("v" + target + ".parquet")) && Files.exists(partition.resolve(moment));
        };
    }

    /** All that was said to be written is there and whole, and one more version can be written. */
    private int checkAndWrite(List<String> said) {
        try (Lake lake = Lake.open(root)) {
            Table table = lake.table("observation", 1, COLUMNS);
            List<Manifest.Version> versions = table.versions(PERIOD);
            assertThat(lake.verify()).allMatch(damage -> damage.kind() == Damage.Kind.ORPHAN);
            assertThat(versions)
                    .extracting(version -> String.valueOf(version.version()))
                    .containsAll(said);
            assertThat(lake.sql()
                            .query(
                                    "SELECT version, count(*) AS rows FROM " + table.relation(versions)
                                            + " GROUP BY version ORDER BY version",
                                    List.of(),
                                    row -> row.whole("rows")))
                    .hasSize(versions.size())
                    .allMatch(rows -> rows == ROWS);
            int next = write(table).version();
            assertThat(lake.verify()).isEmpty();
            return next;
        }
    }

    @Test
    void aLockHeldByAnotherProcessIsToldWithItsNumberAndFreedByItsDeath() throws Exception {
        Process holder = start(Holder.class, ProcessBuilder.Redirect.PIPE);
        try (BufferedReader out = holder.inputReader();
                Lake lake = Lake.open(root, EngineLimits.DEFAULT, Duration.ofMillis(100))) {
            Table table = lake.table("observation", 1, COLUMNS);
            assertThat(out.readLine()).isEqualTo("holding");
            assertThatThrownBy(() -> write(table))
                    .hasMessageStartingWith("lake.busy")
                    .hasMessageContaining("process " + holder.pid())
                    .hasMessageContaining("Maybe try again");
            holder.destroyForcibly().waitFor();
            assertThat(write(table).version()).isEqualTo(1);
        }
    }

    @Test
    void manyRowsAreWrittenAndReadInColumns() {
        try (Lake lake = Lake.open(root)) {
            Table table = lake.table("observation", 1, COLUMNS);
            List<Integer> sizes = new ArrayList<>();
            Manifest.Version version = write(table);
            lake.sql().batches("SELECT * FROM " + table.relation(List.of(version)), List.of(), batch -> {
                sizes.add(batch.rows());
                assertThat(batch.texts(1)[0]).startsWith("row ");
                assertThat(batch.wholes(0, -1)).containsOnly(1);
            });
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
        }
    }
}
