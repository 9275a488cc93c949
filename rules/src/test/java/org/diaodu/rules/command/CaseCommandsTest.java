package org.diaodu.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.lake.DuckDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseCommandsTest {

    private static final Path BOOK = Path.of("../server/src/main/resources/rulebook");
    private static final String SIZE = BOOK.resolve("size-class").toString();

    private static String data(Path folder, String csv) throws IOException {
        return Files.writeString(folder.resolve("企业.csv"), csv).toString();
    }

    private static final String THREE = """
            企业,从业人员,营业收入
            甲,1000,400000
            乙,299,40000.5
            丙,,900000
            """;

    @Test
    void everyCaseOfACsvIsAnswered(@TempDir Path folder) throws IOException {
        Ran ran = Ran.rules("run", SIZE, "--data", data(folder, THREE), "--key", "企业", "--format", "csv");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().toList())
                .startsWith("企业,企业规模,rows,missing")
                .anyMatch(line -> line.startsWith("甲,大型,"))
                .anyMatch(line -> line.startsWith("乙,小型,"))
                .anyMatch(line -> line.startsWith("丙,,") && line.endsWith("从业人员"));
    }

    @Test
    void aKeyThatStandsTwiceIsSaidAndBothRowsAreAnswered(@TempDir Path folder) throws IOException {
        Ran ran = Ran.rules("run", SIZE, "--data", data(folder, THREE + "甲,10,10\n"), "--key", "企业", "--lang", "zh");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("企业 有重复的值，例如 甲（2 行）");
        assertThat(ran.out()).contains("成立的行", "缺数据");
        assertThat(ran.out().lines().filter(line -> line.contains("甲"))).hasSize(2);
    }

    @Test
    void aDateThatIsNoneIsToldHowToBeWritten() {
        Ran ran = Ran.rules("run", SIZE, "--as-of", "2022-13-01");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("--as-of")
                .contains("2022-13-01")
                .contains("2022-03-16")
                .doesNotContain("java.");
    }

    @Test
    void aRunThatFailsLeavesNoEmptyFile(@TempDir Path folder) throws IOException {
        Path parquet = folder.resolve("out.parquet");
        String wrong = data(folder, "企业,从业人员,营业收入\n甲,很多,400000\n");
        Ran ran = Ran.rules("run", SIZE, "--data", wrong, "--key", "企业", "--out", parquet.toString());

        assertThat(ran.exit()).isNotZero();
        assertThat(parquet).doesNotExist();
    }

    private static final String BONUS_CASES = """
            企业,研发费用,营业收入
            甲,6000000,200000000
            乙,6000000,
            丙,6000000,0
            """;

    private static String bonus(Path folder) {
        Path rule = folder.resolve("bonus");
        assertThat(Ran.rules(
                                "new",
                                rule.toString(),
                                "--title",
                                "补助",
                                "--reference",
                                "办法第 1 条",
                                "--from",
                                "2026-01-01",
                                "--hit-policy",
                                "FIRST",
                                "--input",
                                "研发费用: number(16,2)",
                                "--input",
                                "营业收入: number(16,2)",
                                "--column",
                                "研发费用",
                                "--column",
                                "研发费用 / 营业收入",
                                "--output",
                                "是否补助: boolean",
                                "--output",
                                "金额: number(14,2)",
                                "--row",
                                ">= 5000000 | >= 0.03 | true | round half up(研发费用 * 0.05, 2)",
                                "--row",
                                "- | < 0.03 | false | 0",
                                "--row",
                                "< 5000000 | - | false | 0")
                        .exit())
                .isZero();
        return rule.toString();
    }

    /** The file is added up by people: a row without an answer must not carry an amount. */
    @Test
    void whereThereIsNoAnswerEveryOutputOfTheFileIsEmpty(@TempDir Path folder) throws IOException {
        Path parquet = folder.resolve("out.parquet");
        String rule = bonus(folder);
        assertThat(Ran.rules(
                                "run",
                                rule,
                                "--data",
                                data(folder, BONUS_CASES),
                                "--key",
                                "企业",
                                "--out",
                                parquet.toString())
                        .exit())
                .isZero();
        try (DuckDb engine = DuckDb.over(List.of(parquet))) {
            assertThat(engine.query(
                            "SELECT \"value?\" || ' ' || coalesce(CAST(\"value.是否补助\" AS VARCHAR), '-') || ' '"
                                    + " || coalesce(CAST(\"value.金额\" AS VARCHAR), '-') FROM read_parquet("
                                    + DuckDb.literal(parquet) + ") ORDER BY \"企业\"",
                            List.of(),
                            row -> String.valueOf(row.text(0))))
                    .containsExactlyInAnyOrder("true true 300000.00", "false - -", "false - -");
        }
    }

    /** The reference engine gives the decision up there; the platform goes on with null, in every command alike. */
    @Test
    void aDivisionByZeroIsNoAnswerAndNoFault(@TempDir Path folder) throws IOException {
        String rule = bonus(folder);
        Files.writeString(Path.of(rule, "2026-01-01", "cases.csv"), """
                case,研发费用,营业收入,expect:补助.是否补助,expect:补助.金额
                收入为零,6000000,0,,
                """);
        Ran tested = Ran.rules("test", rule);
        assertThat(tested.exit()).as(tested.out() + tested.err()).isZero();
        String data = data(folder, BONUS_CASES);
        assertThat(Ran.rules("run", rule, "--data", data, "--key", "企业", "--format", "csv")
                        .out()
                        .lines())
                .anyMatch(line -> line.startsWith("丙,") && !line.contains("true"));
    }

    @Test
    void aFileThatIsNoParquetIsNotWritten(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("out.csv");
        Ran ran = Ran.rules(
                "run", bonus(folder), "--data", data(folder, BONUS_CASES), "--key", "企业", "--out", csv.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--format csv > FILE");
        assertThat(csv).doesNotExist();
    }

    /** A tenth of a fen below the border is below it, whatever the input declares. */
    @Test
    void aFigureIsNeverRoundedBeforeItIsJudged(@TempDir Path folder) throws IOException {
        String rule = bonus(folder);
        String data = data(folder, "企业,研发费用,营业收入\n甲,4999999.995,10000000\n");
        assertThat(Ran.rules("run", rule, "--data", data, "--key", "企业", "--format", "csv")
                        .out())
                .contains("甲,false,0");
        assertThat(Ran.rules("explain", rule, "--data", data, "--key", "企业=甲").out())
                .contains("是否补助 : false");
    }

    @Test
    void answersAreJsonAndMayBeWrittenAsParquetAndReadAgain(@TempDir Path folder) throws IOException {
        String data = data(folder, THREE);
        JsonNode json = JsonMapper.shared()
                .readTree(Ran.rules("run", SIZE, "--data", data, "--key", "企业", "--format", "json")
                        .out());
        assertThat(json.get("cases").get(0).get("企业规模").asString()).isEqualTo("大型");
        Path parquet = folder.resolve("out.parquet");

        Ran ran = Ran.rules("run", SIZE, "--data", data, "--key", "企业", "--out", parquet.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("3 cases are written to ");

        try (DuckDb engine = DuckDb.over(List.of(parquet))) {
            assertThat(engine.query(
                            "SELECT value FROM read_parquet(" + DuckDb.literal(parquet) + ")",
                            List.of(),
                            row -> String.valueOf(row.text(0))))
                    .containsExactly("大型", "小型", "null");
        }
    }

    @Test
    void parquetIsReadWithTheTypesItHas(@TempDir Path folder) throws IOException {
        Path parquet = Files.createFile(folder.resolve("in.parquet"));
        try (DuckDb engine = DuckDb.over(List.of(parquet))) {
            engine.execute(
                    "COPY (SELECT '甲' AS 企业, 1000 AS 从业人员, CAST(400000 AS DOUBLE) AS 营业收入) TO "
                            + DuckDb.literal(parquet) + " (FORMAT parquet, USE_TMP_FILE false)",
                    List.of());
        }

        Ran ran = Ran.rules("run", SIZE, "--data", parquet.toString(), "--key", "企业", "--format", "csv");

        assertThat(ran.out()).contains("甲,大型,");
        assertThat(Ran.rules("run", SIZE, "--data", parquet.toString(), "--map", "营业收入=企业")
                        .err())
                .contains("in.parquet", "企业", "VARCHAR", "NUMBER");
        assertThat(Ran.rules("run", SIZE, "--data", parquet.toString(), "--map", "营业收入=营业收")
                        .err())
                .contains("营业收", "--map 营业收=营业收入");
    }

    @Test
    void aMissingColumnAndAWrongCellAreSaidWithTheirPlaceAndWhatToTry(@TempDir Path folder) throws IOException {
        Ran missing = Ran.rules("run", SIZE, "--data", data(folder, "企业,从业人数,营业收入\n甲,1,2\n"));
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("企业.csv", "从业人员", "从业人数");

        Ran wrong = Ran.rules("run", SIZE, "--data", data(folder, "企业,从业人员,营业收入\n甲,三人,2\n"));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("企业.csv", "从业人员", "三人");

        Ran mapped = Ran.rules(
                "run",
                SIZE,
                "--data",
                data(folder, "企业,人数,营业收入\n甲,1000,400000\n"),
                "--map",
                "从业人员=人数",
                "--format",
                "csv");
        assertThat(mapped.out()).contains("2,大型,");
    }

    @Test
    void oneCaseIsExplainedFromTheDataOrFromWhatIsWritten(@TempDir Path folder) throws IOException {
        Ran read = Ran.rules("explain", SIZE, "--data", data(folder, THREE), "--key", "企业=乙", "--lang", "zh");
        assertThat(read.exit()).isZero();
        assertThat(read.out()).contains("企业规模：\"小型\"", "从业人员 为 299，须 >= 300：差 1");

        Ran written = Ran.rules("explain", SIZE, "--input", "营业收入=900000", "--lang", "en", "--format", "json");
        JsonNode json = JsonMapper.shared().readTree(written.out());
        assertThat(json.get("compiled").asBoolean()).isTrue();
        assertThat(json.get("tables")
                        .get(0)
                        .get("nearMisses")
                        .get(0)
                        .get("missing")
                        .get(0)
                        .asString())
                .isEqualTo("从业人员");

        assertThat(Ran.rules("explain", SIZE, "--data", data(folder, THREE), "--key", "企业=丁")
                        .exit())
                .isOne();
        Ran slip = Ran.rules("explain", SIZE, "--input", "营业收=1");
        assertThat(slip.exit()).isEqualTo(2);
        assertThat(slip.err()).contains("营业收入");
    }

    @Test
    void twoVersionsAreCompared(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("size-class");
        Path old = BOOK.resolve("size-class/2017-12-28");
        copy(old, rule.resolve("2017-12-28"), "valid-to:", "valid-to: 2022-07-01", "1000", "1000");
        copy(
                old,
                rule.resolve("2022-07-01"),
                "valid-from: 2017-12-28",
                "valid-from: 2022-07-01",
                "&gt;= 300<",
                "&gt;= 200<");

        Ran ran = Ran.rules(
                "compare",
                rule.toString(),
                "--from",
                "2017-12-28",
                "--to",
                "2022-07-01",
                "--data",
                data(folder, THREE),
                "--key",
                "企业",
                "--lang",
                "en");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).contains("1 of 3 cases change", "\"小型\"", "→ \"中型\"", "乙");
    }

    private static void copy(Path from, Path to, String clause, String clauseNow, String cell, String cellNow)
            throws IOException {
        Files.createDirectories(to);
        Files.writeString(
                to.resolve("clause.md"),
                Files.readString(from.resolve("clause.md")).replaceFirst(clause, clauseNow));
        Files.writeString(
                to.resolve("model.dmn"),
                Files.readString(from.resolve("model.dmn")).replace(cell, cellNow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duckdb", "spark"})
    void theSqlIsPrintedForEitherEngine(String dialect) {
        Ran ran = Ran.rules("sql", SIZE, "--dialect", dialect, "--table", "企业");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("SELECT", "'大型'", dialect.equals("spark") ? "`企业`" : "\"企业\"");
    }

    @Test
    void whatIsNotCompiledRunsOneByOneAndSaysSo(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("m.dmn"), """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="x" name="m" namespace="urn:m">
                  <inputData id="a" name="名称"><variable name="名称" typeRef="string"/></inputData>
                  <decision id="d" name="合规"><variable name="合规" typeRef="boolean"/>
                    <informationRequirement><requiredInput href="#a"/></informationRequirement>
                    <literalExpression><text>matches(名称, "[甲乙]+")</text></literalExpression></decision>
                </definitions>""");

        Ran run = Ran.rules("run", model.toString(), "--data", data(folder, "名称\n甲乙\n丙\n"), "--format", "csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().toList()).containsExactly("row,合规", "2,true", "3,false");
        assertThat(run.err()).contains("合规", "matches");
        Ran sql = Ran.rules("sql", model.toString());
        assertThat(sql.exit()).isOne();
        assertThat(sql.err()).contains("matches");
        assertThat(Ran.rules("check", model.toString(), "--lang", "en").out()).contains("is not compiled", "matches");
        assertThat(Ran.rules("check", SIZE, "--lang", "en").out()).contains("\"企业规模\" is compiled to SQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "explain", "compare", "sql", "check"})
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.rules(command, "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Usage: rules " + command);
    }
}
