package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.diaodu.lake.Column;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.lake.Lake;
import org.diaodu.lake.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark in this process beside DuckDB, on the same files. */
class SparkEngineTest {

    private static final List<String> WHAT_RULES_SAY = List.of(
            "CASE WHEN staff >= 300 AND output >= 200.00 THEN 'large' WHEN staff >= 20 THEN 'medium' END",
            "staff IN (1, 2, NULL)",
            "NOT (grade IN ('A', 'B'))",
            "output BETWEEN 100.00 AND 500.00",
            "output * CAST(0.05 AS DECIMAL(18,2))",
            "CAST(output AS DECIMAL(38,6)) * CAST(staff AS DECIMAL(18,0))",
            "ROUND(output, 1)",
            "output + staff",
            "grade || ':' || CAST(staff AS VARCHAR(20))",
            "COALESCE(output, 0)",
            "output / NULLIF(staff, 0) > 1",
            "founded >= DATE '2022-06-30'",
            "CAST(founded AS TIMESTAMP) >= TIMESTAMP '2022-06-30 00:00:00'",
            "(output IS NULL) AND (staff IS NOT NULL OR founded IS NULL)");

    @TempDir
    static Path folder;

    static SparkEngine spark;
    static DuckDb duck;

    @BeforeAll
    static void filesWrittenByDuckDb() {
        duck = DuckDb.inDirectory(folder, EngineLimits.DEFAULT);
        spark = SparkEngine.on("local[2]");
        duck.execute("""
                COPY (
                  SELECT * FROM (VALUES
                    (1::BIGINT, 1::INTEGER, 1.5::DOUBLE, 12.34::DECIMAL(18,2), 99999999999999999999999999999999.123456::DECIMAL(38,6),
                       -0.01::DECIMAL(38,2), DATE '2022-03-31', TIMESTAMP '2022-03-31 23:59:59.123456', true, '汽车制造业'),
                    (9223372036854775807, -2147483648, 1e-300, -0.01, -99999999999999999999999999999999.999999,
                       999999999999999999999999999999999999.99, DATE '1582-10-14', TIMESTAMP '1900-01-01 00:00:00', false, ''),
                    (-9223372036854775808, 2147483647, -1.7976931348623157e308, 9999999999999999.99, 0,
                       0, DATE '9999-12-31', TIMESTAMP '2022-03-27 02:30:00', false, '''引号" \\ 换行' || chr(10) || 'x'),
                    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                  ) t(whole, small, real, amount, large, grand, day, moment, flag, name)
                ) TO %s (FORMAT parquet, COMPRESSION zstd)
                """.formatted(target("types.parquet")), List.of());
        duck.execute("""
                COPY (
                  SELECT i AS id, CASE WHEN i %% 20 <> 0 THEN i %% 1000 END AS staff,
                    CASE WHEN i %% 17 <> 0 THEN (i * 37 %% 100000 / 100.0)::DECIMAL(18,2) END AS output,
                    CASE WHEN i %% 13 <> 0 THEN ['A','B','C','D'][1 + i %% 4] END AS grade,
                    CASE WHEN i %% 7 <> 0 THEN DATE '2022-01-01' + (i %% 400)::INTEGER END AS founded
                  FROM range(10000) r(i)
                ) TO %s (FORMAT parquet, COMPRESSION zstd)
                """.formatted(target("enterprise.parquet")), List.of());
        spark.view("types", List.of(folder.resolve("types.parquet").toString()));
        spark.view("enterprise", List.of(folder.resolve("enterprise.parquet").toString()));
    }

    @AfterAll
    static void close() {
        spark.close();
        duck.close();
    }

    @Test
    void everyTypeAndItsNullsReadAsDuckDbReadsThem() {
        String columns = "whole, small, real, amount, large, grand, day, moment, flag, name";
        assertThat(onSpark("SELECT " + columns + " FROM types ORDER BY whole NULLS LAST", 10))
                .hasSize(4)
                .isEqualTo(onDuck(
                        "SELECT " + columns + " FROM " + target("types.parquet") + " ORDER BY whole NULLS LAST", 10));
    }

    @Test
    void timestampsAndDecimalsKeepTheirTypesInFilesThatSparkWrites() {
        spark.write("SELECT * FROM types", folder.resolve("types-again").toString(), false);
        assertThat(onDuck(
                        "SELECT * FROM '" + folder.resolve("types-again") + "/*.parquet' ORDER BY whole NULLS LAST",
                        10))
                .isEqualTo(onDuck("SELECT * FROM " + target("types.parquet") + " ORDER BY whole NULLS LAST", 10));
        assertThat(duck.query(
                        "SELECT column_type FROM (DESCRIBE SELECT * FROM '" + folder.resolve("types-again")
                                + "/*.parquet')",
                        List.of(),
                        row -> String.valueOf(row.text(0))))
                .isEqualTo(duck.query(
                        "SELECT column_type FROM (DESCRIBE SELECT * FROM " + target("types.parquet") + ")",
                        List.of(),
                        row -> String.valueOf(row.text(0))));
    }

    @Test
    void whatTheRulesSayComesOutTheSame() {
        String select = "SELECT id, " + String.join(", ", WHAT_RULES_SAY) + " FROM %s ORDER BY id";
        int columns = WHAT_RULES_SAY.size() + 1;
        assertThat(normal(onSpark(select.formatted("enterprise"), columns)))
                .isEqualTo(normal(onDuck(select.formatted(target("enterprise.parquet")), columns)));
    }

    @Test
    void theLakesPartitionsAreReadWithTheirPeriodAndWithColumnsThatOlderOnesLack() {
        try (Lake lake = Lake.open(folder.resolve("lake"))) {
            var older = lake.table("observations", 1, List.of(Column.text("code"), Column.decimal("output")))
                    .write("2022-02", "", rows -> rows.add("a", 1.5));
            var table = lake.table(
                    "observations", 2, List.of(Column.text("code"), Column.decimal("output"), Column.date("founded")));
            var newer = table.write("2022-03", "", rows -> rows.add("b", 2.5, java.time.LocalDate.of(2020, 1, 31)));
            String select = "SELECT code, output, founded, period FROM %s ORDER BY code";

            spark.view(
                    "observations",
                    List.of(table.path(older).toString(), table.path(newer).toString()));

            assertThat(onSpark(select.formatted("observations"), 4))
                    .isEqualTo(lake.sql()
                            .query(
                                    select.formatted(table.relation(List.of(older, newer))),
                                    List.of(),
                                    row -> texts(row, 4)))
                    .containsExactly(
                            java.util.Arrays.asList("a", "1.500000", null, "2022-02"),
                            List.of("b", "2.500000", "2020-01-31", "2022-03"));
        }
    }

    @Test
    void aResultIsWholeOrNotThere() throws Exception {
        Path target = folder.resolve("results/tiers");
        assertThatThrownBy(() -> spark.write(
                        "SELECT id, CAST(grade || 'x' AS INTEGER) AS v FROM enterprise", target.toString(), false))
                .isInstanceOf(ClusterFault.class)
                .hasMessageContaining("cluster.sql")
                .hasMessageContaining("CAST_INVALID_INPUT");
        assertThat(target).doesNotExist();

        Written written = spark.write("SELECT id, grade FROM enterprise WHERE staff > 500", target.toString(), false);

        assertThat(written.rows())
                .isEqualTo(duck.query(
                                "SELECT count(*) FROM " + target("enterprise.parquet") + " WHERE staff > 500",
                                List.of(),
                                row -> row.whole(0))
                        .getFirst());
        assertThat(target.resolve("_SUCCESS")).exists();
        assertThat(names(folder.resolve("results"))).containsExactly("tiers");
    }

    @Test
    void aResultThatIsThereIsReplacedOnlyWhenAsked() throws Exception {
        Path target = folder.resolve("replaced/tiers");
        spark.write("SELECT id FROM enterprise", target.toString(), false);
        assertThatThrownBy(() -> spark.write("SELECT id FROM enterprise", target.toString(), false))
                .hasMessageContaining("cluster.exists")
                .hasMessageContaining("--replace");

        Written written = spark.write("SELECT id FROM enterprise LIMIT 5", target.toString(), true);

        assertThat(written.rows()).isEqualTo(5);
        assertThat(names(folder.resolve("replaced"))).containsExactly("tiers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP VIEW enterprise",
                "INSERT OVERWRITE DIRECTORY '/tmp/x' USING parquet SELECT 1",
                "CREATE TABLE t AS SELECT 1 AS a",
                "SET spark.sql.ansi.enabled = false",
                "SELECT * FROM parquet.`/tmp`",
                "SELECT 1; SELECT 2",
                "SELECT nobody FROM enterprise",
                "SELECT * FROM nowhere",
            })
    void nothingButReadingNamedViewsIsRun(String sql) {
        assertThatThrownBy(() -> spark.check(sql)).isInstanceOf(ClusterFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 / 0", "SELECT 2147483647 + 1", "SELECT CAST('x' AS INTEGER)"})
    void aFigureThatCannotBeComputedEndsTheStatement(String sql) {
        assertThatThrownBy(() -> onSpark(sql, 1)).hasMessageContaining("cluster.sql");
    }

    @Test
    void valuesAreBound() {
        assertThat(spark.query(
                        "SELECT count(*) FROM enterprise WHERE grade = ? AND staff >= ?",
                        List.of("A", 500),
                        row -> row.whole(0)))
                .isEqualTo(duck.query(
                        "SELECT count(*) FROM " + target("enterprise.parquet") + " WHERE grade = ? AND staff >= ?",
                        List.of("A", 500),
                        row -> row.whole(0)));
    }

    @Test
    void oneProcessHasOneEngine() {
        assertThatThrownBy(() -> SparkEngine.on("local[1]")).hasMessageContaining("cluster.one-engine");
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidAtOnce() {
        assertThatThrownBy(() -> SparkEngine.on("spark://127.0.0.1:1"))
                .hasMessageContaining("cluster.unreachable")
                .hasMessageContaining("./diaodu cluster start");
        assertThatThrownBy(() -> SparkEngine.on("yarn")).hasMessageContaining("cluster.engine");
    }

    /** Two are left out: a package that Java no longer has, and an incubating module that only warns. */
    @Test
    void theLaunchersJavaOptionsAreThoseOfSpark() throws Exception {
        assertThat(Files.readAllLines(Path.of("java.options")))
                .isEqualTo(Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                        .filter(option -> !option.contains("sun.security.action") && !option.contains("incubator"))
                        .toList());
    }

    private static List<String> names(Path directory) throws Exception {
        try (var children = Files.list(directory)) {
            return children.map(p -> p.getFileName().toString()).toList();
        }
    }

    private static String target(String file) {
        return "'" + folder.resolve(file) + "'";
    }

    private static List<List<String>> onSpark(String sql, int columns) {
        return spark.query(sql, List.of(), row -> texts(row, columns));
    }

    private static List<List<String>> onDuck(String sql, int columns) {
        return duck.query(sql, List.of(), row -> texts(row, columns));
    }

    private static List<String> texts(Row row, int columns) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            texts.add(row.text(i));
        }
        return texts;
    }

    /** Numbers without the zeros behind the point, which the two engines keep differently. */
    private static List<List<String>> normal(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(text ->
                                text != null && text.matches("-?\\d+\\.\\d+") ? text.replaceAll("\\.?0+$", "") : text)
                        .toList())
                .toList();
    }
}
