package org.diaodu.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.rules.bulk.Engines.every;
import static org.diaodu.rules.bulk.Engines.numbers;
import static org.diaodu.rules.bulk.Engines.of;
import static org.diaodu.rules.bulk.Written.expression;
import static org.diaodu.rules.bulk.Written.model;
import static org.diaodu.rules.bulk.Written.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.reasons.CaseRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference engine, the typed form and the SQL on DuckDB answer alike. */
class OneRuleThreeEnginesTest {

    private static @Nullable Engines engines;

    @BeforeAll
    static void start() {
        engines = new Engines();
    }

    @AfterAll
    static void stop() {
        java.util.Objects.requireNonNull(engines).close();
    }

    private static void agree(org.diaodu.rules.model.RuleModel model, List<Map<String, @Nullable Object>> cases) {
        java.util.Objects.requireNonNull(engines).agree(model, cases);
    }

    private static List<Map<String, @Nullable Object>> pairs(List<@Nullable Object> a, List<@Nullable Object> b) {
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        values.put("a", a);
        values.put("b", b);
        return every(values);
    }

    private static final List<@Nullable Object> NUMBERS =
            numbers(null, "-2", "-1", "0", "0.5", "1", "2", "2.5", "3", "10", "11", "100000.0001");

    private static final String VALUES =
            "<output><outputValues><text>\"C\", \"B\", \"A\"</text></outputValues></output>";

    @ParameterizedTest
    @ValueSource(strings = {"UNIQUE", "ANY", "FIRST", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT"})
    void everyHitPolicyGivesTheSameAlsoWhereRowsOverlapOrNoneMatches(String policy) {
        agree(
                model(
                        List.of("a:number", "b:number"),
                        "",
                        "",
                        table(
                                policy,
                                List.of("a", "b"),
                                VALUES,
                                List.of(
                                        "< 0 | - | \"A\"",
                                        "[0..2] | > 1 | \"B\"",
                                        "[2..10] | <= 2 | \"A\"",
                                        "> 2 | - | \"C\""))),
                pairs(NUMBERS, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIQUE", "ANY", "FIRST", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT"})
    void defaultOutputsAnswerWhereNoRowDoes(String policy) {
        boolean many = policy.contains("ORDER") || policy.equals("COLLECT");
        agree(
                model(
                        List.of("a:number", "b:number"),
                        "",
                        "",
                        table(
                                policy,
                                List.of("a", "b"),
                                "<output><outputValues><text>\"A\", \"B\", \"无\"</text></outputValues>"
                                        + "<defaultOutputEntry><text>" + (many ? "[\"无\"]" : "\"无\"")
                                        + "</text></defaultOutputEntry></output>",
                                List.of("1 | 1 | \"A\"", "[1..2] | - | \"B\"", "not(1, 2, 3) | 0 | \"A\""))),
                pairs(NUMBERS, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "MIN", "MAX", "COUNT"})
    void collectedNumbersAreAggregatedAlike(String aggregator) {
        agree(
                model(
                        List.of("a:number", "b:number"),
                        "",
                        "",
                        table(
                                "COLLECT\" aggregation=\"" + aggregator,
                                List.of("a"),
                                "<output/>",
                                List.of("> 0 | 1.5", "> 1 | -2", "> 2 | 1.5", "[2..3] | 7"))),
                pairs(NUMBERS, numbers("1")));
    }

    /** KIE gives up on such a case; by the standard the least of a list with a null in it is null. */
    @ParameterizedTest
    @ValueSource(strings = {"MIN", "MAX"})
    void anOutputOfNullInAMatchingRowLeavesNoLeastAndNoGreatest(String aggregator) {
        CaseRule rule = CaseRule.of(
                model(
                        List.of("a:number"),
                        "",
                        "",
                        table(
                                "COLLECT\" aggregation=\"" + aggregator,
                                List.of("a"),
                                "<output/>",
                                List.of("< 10 | null", "> 1 | 2.5"))),
                "d");
        assertThat(rule.outcome()).isInstanceOf(Carried.class);
        assertThat(rule.answer(Map.of("a", 0)).value()).isNull();
        assertThat(rule.answer(Map.of("a", 5)).value()).isNull();
        assertThat(rule.answer(Map.of("a", 11)).value()).isEqualTo(new BigDecimal("2.5"));
    }

    @Test
    void severalOutputsComeAsAContext() {
        agree(
                model(
                        List.of("a:number", "b:number"),
                        "",
                        "",
                        table(
                                "FIRST",
                                List.of("a", "b"),
                                "<output name=\"档\"/><output name=\"额\"/>",
                                List.of("> 2 | > 0 | \"甲\" | a * b", "- | null | \"缺\" | null", "- | - | \"乙\" | b"))),
                pairs(NUMBERS, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a <= b",
                "a = b",
                "a != b",
                "a > b or b > 1",
                "a > b and b > 1",
                "not(a > b)",
                "a in [b..10]",
                "a in (b, 1, null)",
                "not(a in (1, 2))",
                "a between b and 10",
                "a in (< b, > 10)",
                "if a > b then \"x\" else \"y\"",
                "a = null",
                "(a > b) = null",
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "a / b > 2",
                "a / b < -1",
                "a / b = 2",
                "a / b >= 0",
                "2 > a / b",
                "a < 1 / 6",
                "1 / 6 <= a",
                "a = 1 / 6",
                "a != 200 / 3",
                "a / 3 + 104 / 3",
                "if a > b then 104 / 3 else a / 7",
                "max(104 / 3, a / 7)",
                "1 / 7 - a / b",
                "a in [1 / 7..20 / 7]",
                "a < 10000000000000000000000000000000000",
                "a + b > -10000000000000000000000000000000000",
                "a = 10000000000000000000000000000000000",
                "modulo(a, b)",
                "modulo(a, -3)",
                "modulo(a, 0.01)",
                "modulo(round up(a, -1), b / 100)",
                "modulo(a, 0.0007)",
                "modulo(a, 3)",
                "min(a, b)",
                "max(a, b, 1)",
                "sum(a, b)",
                "mean(a, b)",
                "count([a, b])",
                "min([a, b, 2])",
                "abs(a - b)",
                "a ** 2",
                "even(a)",
                "odd(a)",
                "string(a)",
                "-a",
                "sum([a, b][item > 1])",
                "count([a, b][item > 1])",
                "some x in [a, b] satisfies x > 1",
                "every x in [a, b] satisfies x > 1",
                "list contains([a, b], 1)",
                "{s: a + b, t: s * 2}.t",
                "(for x in [a, b] return x * 2)[1]",
                "all([a > 1, b > 1])",
                "any([a > 1, b > 1])",
                "(function(x) x + b)(a)",
                "if a then 1 else 2"
            })
    void numbersCompareAndCombineAlikeWithNullsZeroesAndSigns(String feel) {
        agree(expression(List.of("a:number", "b:number"), feel), pairs(NUMBERS, NUMBERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a / b",
                "(a + a + a) / b",
                "a * 1000000 / b",
                "a * 1000000 / 7",
                "1 / b + a",
                "a * 1000 / b > 0.5",
                "a / -3 + (b - 0.12345678901234567890)"
            })
    void quotientsOfTheLargestAmountsAgree(String feel) {
        agree(
                expression(List.of("a:number", "b:number"), feel),
                pairs(
                        numbers("99999999999999.9999", "-99999999999999.9999", "0.0001", "0", null),
                        numbers("3", "-7", "0.0003", "99999999999999.9999", "0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decimal(a, 0)",
                "decimal(a, 1)",
                "decimal(a, -1)",
                "floor(a)",
                "ceiling(a)",
                "floor(a, 1)",
                "ceiling(a, 1)",
                "round up(a, 0)",
                "round down(a, 0)",
                "round half up(a, 0)",
                "round half down(a, 0)",
                "round up(a, 1)",
                "round down(a, 1)",
                "round half up(a, 1)",
                "round half down(a, 1)",
                "round half up(a, -1)",
                "round half down(a, -1)",
                "decimal(a / 3, 2)",
                "round half up(a / 3, 2)"
            })
    void everyRoundingGoesTheSameWayAtTiesAndBelowZero(String feel) {
        List<@Nullable Object> values = numbers(
                null,
                "0",
                "0.5",
                "-0.5",
                "1.5",
                "-1.5",
                "2.5",
                "-2.5",
                "0.05",
                "-0.05",
                "0.15",
                "0.25",
                "-0.25",
                "0.35",
                "15",
                "-15",
                "25",
                "-25",
                "5",
                "-5",
                "2.45",
                "-2.45",
                "2.4999",
                "2.5001",
                "-2.5001",
                "99999.9995",
                "7.3333");
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        values.forEach(value -> cases.add(of("a", value)));
        agree(expression(List.of("a:number"), feel), cases);
    }

    private static final List<@Nullable Object> TEXTS = Arrays.asList(
            null,
            "",
            "a",
            "A",
            "调度",
            "工业经济调度",
            "𠮷野家",
            "é",
            "a'b\"c",
            "line\nbreak",
            "\\",
            "50%",
            "a_b",
            "Straße",
            " x ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string length(a)",
                "upper case(a)",
                "lower case(a)",
                "substring(a, 1)",
                "substring(a, 2)",
                "substring(a, -1)",
                "substring(a, 2, 2)",
                "substring(a, -2, 1)",
                "substring(a, 0)",
                "substring(a, 9)",
                "contains(a, b)",
                "starts with(a, b)",
                "ends with(a, b)",
                "substring before(a, b)",
                "substring after(a, b)",
                "a + b",
                "a = b",
                "a < b",
                "a in (\"调度\", \"a'b\")",
                "a in (\"调度\", b)",
                "not(a in (\"调度\", \"é\"))",
                "string(a)",
                "number(a)",
                "date(a)",
                "a + \"; DROP TABLE x; --\"",
                "if a = \"\\\\\" then \"one\\nline\" else \"quote \\\" and '\""
            })
    void textsOfAnyScriptAreHandledByCodePoints(String feel) {
        agree(expression(List.of("a:string", "b:string"), feel), pairs(TEXTS, TEXTS));
    }

    private static final List<@Nullable Object> DATES = Arrays.asList(
            null,
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2023, 2, 28),
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2021, 1, 3),
            LocalDate.of(1999, 12, 31));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a = b",
                "a - b",
                "a + duration(\"P1M\")",
                "a - duration(\"P1M\")",
                "a + duration(\"P1Y\")",
                "a + duration(\"P1D\")",
                "a - duration(\"P3DT12H\")",
                "years and months duration(a, b)",
                "(years and months duration(a, b)).years",
                "(years and months duration(a, b)).months",
                "a.year",
                "a.month",
                "a.day",
                "a.weekday",
                "day of week(a)",
                "month of year(a)",
                "day of year(a)",
                "week of year(a)",
                "(a - b).days",
                "a in [date(\"2024-01-01\")..date(\"2024-02-29\")]",
                "a in (b, null)",
                "years and months duration(a, b) >= duration(\"P1Y\")",
                "a - b > duration(\"P30D\")",
                "string(a)",
                "date(a.year, a.month, 31)",
                "min(a, b)",
                "max(a, b)",
                "if a >= b then a else b",
                "a > @\"2024-01-31\""
            })
    void datesMoveAndCompareAlikeAtTheEndsOfMonths(String feel) {
        agree(expression(List.of("a:date", "b:date"), feel), pairs(DATES, DATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b",
                "a - b",
                "a < b",
                "a = b",
                "a * 2",
                "a / 2",
                "a / b",
                "-a",
                "abs(a)",
                "a.days",
                "a.hours",
                "a.minutes",
                "a.seconds",
                "a > duration(\"PT36H\")",
                "duration(\"P2D\") - a"
            })
    void durationsAddAndCompareAlike(String feel) {
        List<@Nullable Object> durations = Arrays.asList(
                null,
                Duration.ZERO,
                Duration.ofHours(36),
                Duration.ofSeconds(-90_061),
                Duration.ofDays(3).plusSeconds(1),
                Duration.ofMinutes(59));
        agree(
                expression(List.of("a:days and time duration", "b:days and time duration"), feel),
                pairs(durations, durations));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a - b",
                "a.hour",
                "a.minute",
                "a.second",
                "date(a)",
                "a + duration(\"PT90M\")",
                "a + duration(\"P1M\")",
                "a.weekday"
            })
    void datesWithTimesAgree(String feel) {
        List<@Nullable Object> times = Arrays.asList(
                null,
                LocalDateTime.of(2024, 1, 31, 23, 59, 59),
                LocalDateTime.of(2024, 2, 29, 0, 0),
                LocalDateTime.of(2023, 12, 31, 12, 30, 15));
        agree(expression(List.of("a:date and time", "b:date and time"), feel), pairs(times, times));
    }

    private static final String ITEMS = """
            <itemDefinition name="明细" isCollection="true">
              <itemComponent name="品种"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="产值"><typeRef>number</typeRef></itemComponent>
              <itemComponent name="在产"><typeRef>boolean</typeRef></itemComponent>
            </itemDefinition>
            <itemDefinition name="数列" isCollection="true"><typeRef>number</typeRef></itemDefinition>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(产品)",
                "sum(产品.产值)",
                "min(产品.产值)",
                "max(产品.产值)",
                "mean(产品.产值)",
                "count(产品[产值 > 限])",
                "sum(产品[品种 = \"钢\"].产值)",
                "max(产品[在产].产值)",
                "some x in 产品 satisfies x.产值 > 限",
                "every x in 产品 satisfies x.产值 > 限",
                "sum(产品[产值 > 0].产值) / 限 > 2",
                "count(产品[产值 > 限 and 在产]) >= 1",
                "if count(产品) = 0 then \"无明细\" else \"有\"",
                "all(产品.在产)",
                "any(产品.在产)",
                "min(产品[品种 = \"铜\"].品种)",
                "mean(产品[在产].产值)"
            })
    void rowsOfAChildTableAreSummarisedAlikeAlsoWhereThereAreNone(String feel) {
        List<@Nullable Object> lists = Arrays.asList(
                List.of(),
                List.of(of("品种", "钢", "产值", 3, "在产", true)),
                List.of(of("品种", "钢", "产值", 3, "在产", true), of("品种", "铜", "产值", -1.5, "在产", false)),
                List.of(of("品种", "钢", "产值", null, "在产", true), of("品种", "铜", "产值", 8, "在产", null)),
                List.of(of("品种", null, "产值", 0, "在产", false), of("品种", "铜", "产值", 2, "在产", true)));
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        values.put("产品", lists);
        values.put("限", numbers(null, "0", "2", "-2"));
        agree(model(List.of("产品:明细", "限:number"), ITEMS, "", Written.literal(feel)), every(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count(数)", "sum(数)", "min(数)", "max(数)", "mean(数)", "count(数[item > 1])", "sum(数[item > 1])"})
    void aPlainListIsAChildTableOfOneColumn(String feel) {
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        cases.add(of("数", List.of()));
        cases.add(of("数", numbers("1")));
        cases.add(of("数", numbers("1", "2.5", "-3")));
        cases.add(of("数", numbers("1", null)));
        agree(model(List.of("数:数列"), ITEMS, "", Written.literal(feel)), cases);
    }

    @Test
    void aTableInAKnowledgeModelAnswersAlike() {
        String knowledge = """
                <businessKnowledgeModel id="bkm" name="等级"><variable name="等级"/><encapsulatedLogic>
                  <formalParameter name="比" typeRef="number"/>%s</encapsulatedLogic></businessKnowledgeModel>
                """.formatted(table(
                "UNIQUE", List.of("比"), "<output/>", List.of(">= 0.03 | \"高\"", "[0..0.03) | \"低\"", "< 0 | \"负\"")));
        agree(
                model(List.of("a:number", "b:number"), "", knowledge, Written.literal("等级(a / b)")),
                pairs(NUMBERS, NUMBERS));
    }

    @Test
    void theAllowedValuesOfAColumnAreForItsEditorAndForTheChecks() {
        String table = "<decisionTable hitPolicy=\"UNIQUE\"><input><inputExpression typeRef=\"string\"><text>a</text>"
                + "</inputExpression><inputValues><text>\"甲\",\"乙\"</text></inputValues></input><output/>"
                + "<rule><inputEntry><text>\"甲\"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
                + "<rule><inputEntry><text>not(\"甲\")</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>"
                + "</decisionTable>";
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (@Nullable String value : new @Nullable String[] {"甲", "乙", "丙", null}) {
            cases.add(of("a", value));
        }
        agree(model(List.of("a:string"), "", "", table), cases);
    }

    @Test
    void anInputWhoseTypeDoesNotAllowItsValueIsAnsweredByNobodyAlsoInsideAContext() {
        String items = """
                <itemDefinition name="级"><typeRef>string</typeRef>
                  <allowedValues><text>"甲","乙"</text></allowedValues></itemDefinition>
                <itemDefinition name="企业">
                  <itemComponent name="级"><typeRef>string</typeRef>
                    <allowedValues><text>"甲","乙", null</text></allowedValues></itemComponent>
                </itemDefinition>
                """;
        String table = table("FIRST", List.of("%s"), "<output/>", List.of("\"甲\" | 1", "- | 2"));
        List<Map<String, @Nullable Object>> plain = new ArrayList<>();
        List<Map<String, @Nullable Object>> inside = new ArrayList<>();
        for (@Nullable String value : new @Nullable String[] {"甲", "乙", "丙", null}) {
            plain.add(of("a", value));
            inside.add(of("a", of("级", value)));
        }
        agree(model(List.of("a:级"), items, "", table.formatted("a")), plain);
        agree(model(List.of("a:企业"), items, "", table.formatted("a.级")), inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "null",
                "not(null)",
                "1",
                "1, 2",
                "not(1, 2)",
                "< 2",
                ">= 2",
                "[1..3]",
                "(1..3)",
                "]1..3[",
                "not([1..3])",
                "< 0, > 2",
                "b",
                "> b",
                "? > b",
                "? + b > 2",
                "not(? > b)",
                "[b..10]",
                "not(b)",
                "!= 1",
                "? in (1, b)",
                "null, 2",
                "not(null, 2)",
                "> b, null"
            })
    void everyFormOfACellAgreesOnNullsAndBounds(String cell) {
        agree(
                model(
                        List.of("a:number", "b:number"),
                        "",
                        "",
                        table("FIRST", List.of("a"), "<output/>", List.of(cell + " | \"是\"", "- | \"否\""))),
                pairs(NUMBERS, numbers(null, "1", "2.5", "-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a and b", "a or b", "not(a)", "a = b", "a != b", "if a then b else not(b)", "a in (true, null)"
            })
    void ternaryLogicAgrees(String feel) {
        List<@Nullable Object> truths = Arrays.asList(null, true, false);
        agree(expression(List.of("a:boolean", "b:boolean"), feel), pairs(truths, truths));
    }
}
