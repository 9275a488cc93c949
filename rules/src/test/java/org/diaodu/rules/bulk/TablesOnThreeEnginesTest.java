package org.diaodu.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.rules.bulk.Engines.numbers;
import static org.diaodu.rules.bulk.Engines.of;
import static org.diaodu.rules.bulk.Written.model;
import static org.diaodu.rules.bulk.Written.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.reasons.CaseRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables: hit policies, defaults, what is collected, the forms of a cell, and the values a column allows. */
class TablesOnThreeEnginesTest extends OneRuleThreeEngines {

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
}
