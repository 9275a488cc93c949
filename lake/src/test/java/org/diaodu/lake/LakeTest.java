package org.diaodu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeTest {

    private static final List<Column> COLUMNS = List.of(Column.text("credit_code"), Column.real("output"));

    @TempDir
    Path root;

    private Lake lake;
    private Table table;

    @BeforeEach
    void open() {
        lake = Lake.open(root);
        table = lake.table("observation", 1, COLUMNS);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private Manifest.Version write(String period, double output) {
        return table.write(period, "closed", sink -> sink.add("A", output));
    }

    private List<Double> outputs(String relation) {
        return lake.sql()
                .query("SELECT output FROM " + relation + " ORDER BY output", List.of(), row -> row.real("output"));
    }

    private Path file(Manifest.Version version) {
        return root.resolve("observation/period=" + version.period() + "/" + version.file());
    }

    @Test
    void everyTypeIsWrittenAndReadBack() {
        Table all = lake.table(
                "all_types",
                3,
                List.of(
                        Column.text("t"),
                        Column.real("r"),
                        Column.decimal("d"),
                        Column.whole("w"),
                        Column.flag("f"),
                        Column.date("day")));
        Manifest.Version version = all.write("2022-01..2022-03", "note", sink -> {
            sink.add("示例", 1.5, new BigDecimal("12.345678"), 7, true, LocalDate.of(2022, 3, 31));
            sink.add(null, null, null, null, null, null);
        });

        assertThat(version.rows()).isEqualTo(2);
        assertThat(version.schemaVersion()).isEqualTo(3);
        assertThat(version.columns()).isEqualTo(all.columns());
        assertThat(lake.sql()
                        .query(
                                "SELECT * FROM " + all.relation(List.of(version)) + " WHERE t = ?",
                                List.of("示例"),
                                row -> row.text("t")
                                        + row.real("r")
                                        + row.decimal("d")
                                        + row.whole("w")
                                        + row.flag("f")
                                        + row.date("day")
                                        + row.text("period")))
                .containsExactly("示例1.512.3456787true2022-03-312022-01..2022-03");
        assertThat(lake.tables()).containsExactly("all_types");
        assertThat(lake.verify()).isEmpty();
    }

    @Test
    void aNewVersionStandsBesideTheOldOne() {
        Manifest.Version first = write("2022-03", 1);
        Manifest.Version second = write("2022-03", 2);

        assertThat(table.versions("2022-03")).containsExactly(first, second);
        assertThat(table.current("2022-03")).contains(second);
        assertThat(outputs(table.relation(List.of(first)))).containsExactly(1.0);
        assertThat(outputs(table.currentRelation(List.of("2022-03", "2022-02"))))
                .containsExactly(2.0);
        assertThat(table.periods()).containsExactly("2022-03");
        assertThat(table.current("2022-02")).isEmpty();
        assertThat(outputs(table.currentRelation(List.of("2022-02")))).isEmpty();
    }

    @Test
    void anotherOpeningOfTheLakeSeesTheSame() {
        Manifest.Version version = write("2022-03", 1);
        try (Lake other = Lake.open(root)) {
            assertThat(other.table("observation", 1, COLUMNS).current("2022-03"))
                    .contains(version);
        }
    }

    @Test
    void aQueryOverTheLakeCanBeWrittenAsAVersion() {
        write("2022-02", 1);
        write("2022-03", 2);
        Manifest.Version sum = table.writeSelect(
                "2022-Q1",
                "sum",
                "SELECT credit_code, sum(output) * ? AS output FROM "
                        + table.currentRelation(List.of("2022-02", "2022-03")) + " GROUP BY ALL",
                List.of(10));

        assertThat(outputs(table.relation(List.of(sum)))).containsExactly(30.0);
        assertThat(sum.rows()).isEqualTo(1);
    }

    @Test
    void anOlderSchemaReadsTheNewColumnAsNull() {
        Manifest.Version old = write("2022-02", 1);
        Table wider = lake.table("observation", 2, List.of(COLUMNS.get(0), COLUMNS.get(1), Column.whole("staff")));
        Manifest.Version now = wider.write("2022-03", "", sink -> sink.add("A", 2.0, 5L));

        assertThat(lake.sql()
                        .query(
                                "SELECT staff FROM " + wider.relation(List.of(old, now)) + " ORDER BY period",
                                List.of(),
                                row -> row.isNull(0) ? -1 : row.whole(0)))
                .containsExactly(-1L, 5L);
    }

    @Test
    void discardedVersionsAreGoneAndTheirNumbersNotUsedAgain() {
        Manifest.Version first = write("2022-03", 1);
        Manifest.Version orphan = write("2022-03", 2);
        table.discardAfter("2022-03", first.version());
        table.discardAfter("2022-02", 0);

        assertThat(table.versions("2022-03")).containsExactly(first);
        assertThat(file(orphan)).doesNotExist();
        assertThat(write("2022-03", 3).version()).isEqualTo(3);
        assertThatThrownBy(() -> table.path("2022-03", 2)).hasMessageContaining("no version 2; it has [1, 3]");
    }

    @Test
    void aSourceThatFailsLeavesNothing() {
        write("2022-03", 1);
        assertThatThrownBy(() -> table.write("2022-03", "", sink -> {
                    sink.add("A", 2.0);
                    throw new IllegalStateException("lost the database");
                }))
                .hasMessage("lost the database");
        assertThatThrownBy(() -> table.write("2022-03", "", sink -> sink.add("A", "twelve")))
                .hasMessageContaining("row 1, column \"output\" (REAL) cannot hold the value twelve (String)");
        assertThatThrownBy(() -> table.write("2022-03", "", sink -> sink.add("A")))
                .hasMessageContaining("row 1 has 1 values, the table has 2 columns");

        assertThat(table.versions("2022-03")).hasSize(1);
        assertThat(lake.verify()).isEmpty();
        assertThat(write("2022-03", 2).version()).isEqualTo(2);
    }

    @Test
    void aMissingOrChangedFileIsFoundAndTold() throws Exception {
        Manifest.Version gone = write("2022-01", 1);
        Manifest.Version shorter = write("2022-02", 1);
        Manifest.Version flipped = write("2022-03", 1);
        Files.delete(file(gone));
        byte[] bytes = Files.readAllBytes(file(flipped));
        Files.write(file(shorter), new byte[] {1, 2, 3});
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(flipped), bytes);

        assertThat(lake.verify())
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.FILE_MISSING, Damage.Kind.FILE_CHANGED, Damage.Kind.FILE_CHANGED);
        assertThatThrownBy(() -> table.relation(List.of(gone)))
                .hasMessageStartingWith("lake.file-missing")
                .hasMessageContaining("v1.parquet")
                .hasMessageContaining("Maybe restore it from the backup");
        assertThatThrownBy(() -> table.path(shorter))
                .hasMessageStartingWith("lake.file-changed")
                .hasMessageContaining("found 3 bytes");
    }

    @Test
    void whatACrashLeftIsFoundDoesNoHarmAndIsSweptAway() throws Exception {
        Manifest.Version first = write("2022-03", 1);
        Path directory = root.resolve("observation/period=2022-03");
        Files.writeString(directory.resolve("v2.parquet"), "half");
        Files.writeString(directory.resolve(".v2.parquet.writing"), "half");
        Files.writeString(directory.resolve(".manifest.json.writing"), "{");

        assertThat(lake.verify()).extracting(Damage::kind).containsOnly(Damage.Kind.ORPHAN);
        assertThat(outputs(table.currentRelation(List.of("2022-03")))).containsExactly(1.0);
        assertThat(write("2022-03", 2).version()).isEqualTo(2);
        assertThat(lake.verify()).isEmpty();
    }

    @Test
    void anUnreadableOrNewerManifestIsToldWithItsPath() throws Exception {
        Path manifest = file(write("2022-03", 1)).resolveSibling("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"format\" : 1", "\"format\" : 9"));
        assertThatThrownBy(() -> table.current("2022-03"))
                .hasMessageStartingWith("lake.newer-format")
                .hasMessageContaining("manifest.json");

        Files.writeString(manifest, "{");
        assertThatThrownBy(() -> table.current("2022-03")).hasMessageStartingWith("lake.manifest");
        assertThat(lake.verify()).extracting(Damage::kind).containsExactly(Damage.Kind.MANIFEST_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-13", "../2022", "2022-3", "", "2022-03/x", "'2022", "2022-Q5"})
    void whatIsNoPeriodIsRefused(String period) {
        assertThatThrownBy(() -> write(period, 1)).isInstanceOf(LakeFault.class).hasMessageContaining("Maybe 2022-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "Return", "", "a b", "x;y"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> lake.table(name, 1, COLUMNS)).hasMessageContaining("cannot be the name");
        assertThatThrownBy(() -> Column.text(name)).hasMessageContaining("cannot be the name");
    }

    @Test
    void writersTakeTurns() throws Exception {
        try (Lake other = Lake.open(root);
                var threads = Executors.newFixedThreadPool(8)) {
            Table same = other.table("observation", 1, COLUMNS);
            List<Callable<Manifest.Version>> writers = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Table one = i % 2 == 0 ? table : same;
                writers.add(() -> one.write("2022-03", "", sink -> sink.add("A", 1.0)));
            }
            for (var written : threads.invokeAll(writers)) {
                written.get();
            }
        }
        assertThat(table.versions("2022-03"))
                .extracting(Manifest.Version::version)
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(lake.verify()).isEmpty();
    }
}
