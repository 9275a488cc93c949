package org.diaodu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {

    @TempDir
    Path directory;

    private Path inside;
    private Path outside;

    @BeforeEach
    void files() throws Exception {
        inside = Files.createDirectories(directory.resolve("lake's own"));
        outside = Files.writeString(directory.resolve("outside.csv"), "a,b\n1,2\n");
    }

    private DuckDb engine() {
        return DuckDb.inDirectory(inside, new EngineLimits(256, 2, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('OUTSIDE')",
                "SELECT * FROM read_text('INSIDE/../outside.csv')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_parquet('https://example.com/a.parquet')",
                "COPY (SELECT 1) TO 'OUTSIDE.copy'",
                "COPY (SELECT 1) TO 'INSIDE/../copy.csv'",
                "ATTACH 'OUTSIDE.db'",
                "EXPORT DATABASE 'OUTSIDE.dir'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "CREATE SECRET (TYPE s3)",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET threads = 64",
                "RESET lock_configuration"
            })
    void nothingOutsideItsDirectoryCanBeReachedAndNoSettingChanged(String attack) throws Exception {
        String sql = attack.replace("OUTSIDE", outside.toString()).replace("INSIDE", inside.toString());
        try (DuckDb engine = engine();
                var before = Files.list(directory)) {
            long files = before.count();
            assertThatThrownBy(() -> engine.execute(sql, List.of())).isInstanceOf(LakeFault.class);
            try (var after = Files.list(directory)) {
                assertThat(after.count()).isEqualTo(files);
            }
        }
    }

    @Test
    void anEngineOverFilesReadsTheseAndNoOthers() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), outside);
        Path other = Files.writeString(directory.resolve("other.csv"), "a\n1\n");
        try (DuckDb engine = DuckDb.over(List.of(link))) {
            assertThat(engine.query(
                            "SELECT b FROM read_csv(" + DuckDb.literal(link) + ")", List.of(), row -> row.whole("b")))
                    .containsExactly(2L);
            assertThatThrownBy(() -> engine.query("SELECT * FROM '" + other + "'", List.of(), Row::toString))
                    .isInstanceOf(LakeFault.class);
            assertThatThrownBy(() -> engine.execute("COPY (SELECT 1) TO '" + other + "'", List.of()))
                    .isInstanceOf(LakeFault.class);
        }
        assertThatThrownBy(() -> DuckDb.over(List.of(directory.resolve("none.csv"))))
                .hasMessageContaining("none.csv")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aRefusedStatementDoesNotSpoilTheNext() {
        try (DuckDb engine = engine()) {
            assertThatThrownBy(() -> engine.query("SELECT nonsense FROM nowhere", List.of(), row -> 1))
                    .isInstanceOf(LakeFault.class)
                    .hasMessageContaining("nowhere")
                    .hasMessageStartingWith("lake.sql");
            assertThatThrownBy(() -> engine.query("SELECT CAST('x' AS INTEGER)", List.of(), row -> row.whole(0)))
                    .isInstanceOf(LakeFault.class);
            assertThat(engine.query("SELECT 1", List.of(), row -> row.whole(0))).containsExactly(1L);
        }
    }

    @Test
    void valuesAreBoundAndEveryTypeIsRead() {
        try (DuckDb engine = engine()) {
            engine.query(
                    """
                    SELECT ? AS text, ? AS real, ? AS whole, ? AS flag, CAST(? AS DATE) AS day, ? AS exact,
                           sum(x) AS big, CAST(7 AS UTINYINT) AS tiny, CAST(NULL AS DOUBLE) AS nothing
                    FROM range(3) t(x)
                    """,
                    List.of("'; DROP", 1.5, 3L, true, LocalDate.of(2022, 3, 31), new BigDecimal("12.340")),
                    row -> {
                        assertThat(row.text("text")).isEqualTo("'; DROP");
                        assertThat(row.real("real")).isEqualTo(1.5);
                        assertThat(row.whole("whole")).isEqualTo(3);
                        assertThat(row.flag("flag")).isTrue();
                        assertThat(row.date("day")).isEqualTo(LocalDate.of(2022, 3, 31));
                        assertThat(row.decimal("exact")).isEqualByComparingTo("12.34");
                        assertThat(row.whole("big")).isEqualTo(3);
                        assertThat(row.real("big")).isEqualTo(3.0);
                        assertThat(row.text("tiny")).isEqualTo("7");
                        assertThat(row.real("nothing")).isNaN();
                        assertThat(row.text("nothing")).isNull();
                        assertThat(row.isNull(8)).isTrue();
                        return row;
                    });
        }
    }

    @Test
    void aWrongColumnOrTypeIsToldByName() {
        try (DuckDb engine = engine()) {
            assertThatThrownBy(() -> engine.query("SELECT 'x' AS name", List.of(), row -> row.whole("name")))
                    .hasMessageContaining("\"name\" is of type VARCHAR")
                    .hasMessageContaining("Maybe CAST");
            assertThatThrownBy(() -> engine.query("SELECT 'x' AS name", List.of(), row -> row.whole("nam")))
                    .hasMessageContaining("no column \"nam\"");
        }
    }

    @Test
    void aFrameIsTheSameWhetherItsTextsAreCodedOrNot() {
        String sql = """
                SELECT i, i * 0.5 AS half, CASE WHEN i % 7 = 0 THEN NULL ELSE 'it''s ' || (i % 5) END AS word,
                       i % 2 = 0 AS even
                FROM range(?) t(i) ORDER BY i
                """;
        try (DuckDb engine = engine()) {
            Frame plain = engine.frame(sql, List.of(5000));
            Frame coded = engine.frame(sql, List.of(5000), List.of("word"));

            assertThat(coded.rows()).isEqualTo(5000);
            assertThat(coded.columns()).isEqualTo(plain.columns());
            assertThat(coded.dictionary("word")).containsExactlyInAnyOrder(plain.dictionary("word"));
            for (Frame frame : List.of(plain, coded)) {
                assertThat(frame.wholes("i"))
                        .isEqualTo(IntStream.range(0, 5000).asLongStream().toArray());
                assertThat(frame.reals("half")[3]).isEqualTo(1.5);
                assertThat(frame.texts("word")).startsWith(null, "it's 1", "it's 2");
                assertThat(frame.codes("word")[0]).isEqualTo(-1);
                assertThat(frame.dictionary("word")[frame.codes("word")[1]]).isEqualTo("it's 1");
                assertThat(frame.wholes("even")).startsWith(1, 0);
            }
            assertThat(engine.query(
                            "SELECT count(*) FROM duckdb_types() WHERE type_name LIKE 'frame_%'",
                            List.of(), r -> r.whole(0)))
                    .containsExactly(0L);
            assertThatThrownBy(() -> coded.reals("word")).hasMessageContaining("Maybe CAST");
            assertThatThrownBy(() -> coded.reals("none")).hasMessageContaining("no column \"none\"");
        }
    }

    @Test
    void manyThreadsShareOneEngine() throws Exception {
        try (DuckDb engine = engine();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> sum = () -> engine.queryOne(
                            "SELECT sum(i) AS s FROM range(100000) t(i)", List.of(), row -> row.whole("s"))
                    .orElseThrow();
            var answers = threads.invokeAll(java.util.Collections.nCopies(200, sum));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(4999950000L);
            }
        }
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        EngineLimits brief = new EngineLimits(256, 1, Duration.ofSeconds(1));
        try (DuckDb engine = DuckDb.inDirectory(inside, brief)) {
            String endless = "SELECT sum(a.i * b.i % 7) AS s FROM range(1000000) a(i), range(1000000) b(i)";
            assertThatThrownBy(() -> engine.query(endless, List.of(), row -> row.real("s")))
                    .isInstanceOf(LakeFault.class);
            assertThat(engine.query("SELECT 1", List.of(), row -> row.whole(0))).containsExactly(1L);
        }
    }

    @Test
    void moreMemoryThanAllowedIsRefusedAndTheEngineLivesOn() {
        EngineLimits small = new EngineLimits(64, 1, Duration.ofMinutes(1));
        try (DuckDb engine = DuckDb.over(List.of(outside), small)) {
            assertThatThrownBy(() -> engine.execute(
                            "CREATE TABLE big AS SELECT repeat('x', 1000) || i AS t FROM range(1000000) r(i)",
                            List.of()))
                    .isInstanceOf(LakeFault.class);
            assertThat(engine.query("SELECT 1", List.of(), row -> row.whole(0))).containsExactly(1L);
        }
    }

    @Test
    void aNullMayBeBound() {
        try (DuckDb engine = engine()) {
            assertThat(engine.query("SELECT ? IS NULL AS b", Arrays.asList(new Object[] {null}), row -> row.flag("b")))
                    .containsExactly(true);
        }
    }
}
