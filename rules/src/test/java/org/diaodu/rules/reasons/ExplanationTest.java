package org.diaodu.rules.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.bulk.Written;
import org.diaodu.rules.model.RuleModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String ITEMS = """
            <itemDefinition name="元" diaodu:digits="15" diaodu:scale="0" diaodu:unit="元">
              <typeRef>number</typeRef></itemDefinition>
            <itemDefinition name="件" diaodu:digits="9" diaodu:scale="0" diaodu:unit="件">
              <typeRef>number</typeRef></itemDefinition>
            """;

    /** Revenue of 70 million, 1.96 million of it spent on R&D: 2.8 %; 3 % are 2.1 million, 140 000 more. */
    private static final RuleModel HIGH_TECH = Written.model(
            List.of("研发费用:元", "营业收入:元", "专利:件", "行业:string"),
            ITEMS,
            "",
            Written.table(
                    "FIRST",
                    List.of("研发费用 / 营业收入", "专利", "行业"),
                    "<output name=\"结果\"/>",
                    List.of(
                            ">= 0.03 | > 5 | \"制造\", \"软件\" | \"高新\"",
                            ">= 0.02 | > 12 | not(\"地产\") | \"培育\"",
                            "- | < 0 | - | \"不可能\"")));

    private static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            values.put(
                    String.valueOf(namesAndValues[i]),
                    value instanceof Number ? new BigDecimal(value.toString()) : value);
        }
        return values;
    }

    private static Explanation highTech(@Nullable Object research, @Nullable Object patents, @Nullable Object trade) {
        return CaseRule.of(HIGH_TECH, "d")
                .explain(of("研发费用", research, "营业收入", 70_000_000, "专利", patents, "行业", trade));
    }

    @Test
    void aShareThatIsTooSmallIsSaidInPointsAndInYuan() {
        Explanation explanation = highTech(1_960_000, 6, "制造");

        assertThat(explanation.answer().value()).isNull();
        NearMiss nearest = explanation.nearMisses().getFirst();
        assertThat(nearest.row()).isEqualTo(1);
        Shortfall share = nearest.shortfalls().getFirst();
        assertThat(share.change()).isInstanceOfSatisfying(Change.Number.class, change -> {
            assertThat(change.difference()).isEqualByComparingTo("0.002");
            assertThat(change.relative()).isBetween(0.066, 0.067);
        });
        assertThat(share.ofInputs()).extracting(Change.OfInput::input).containsExactly("研发费用", "营业收入");
        assertThat(share.ofInputs().get(0).change().difference()).isEqualByComparingTo("140000");
        assertThat(share.ofInputs().get(1).change().to()).isEqualByComparingTo("65333333");
        assertThat(nearest.zh())
                .isEqualTo("“d”第 1 行（\"高新\"）：研发费用 / 营业收入 为 2.8%，须 >= 0.03（3%）：差 0.2 个百分点，"
                        + "即 研发费用 增加 14 万元或 营业收入 减少 466.6667 万元");
        assertThat(nearest.en())
                .isEqualTo("\"d\" row 1 (\"高新\"): 研发费用 / 营业收入 is 2.8 %, needed is >= 0.03 (3 %): 0.2 points short,"
                        + " that is 140,000 yuan more 研发费用 or 4,666,667 yuan less 营业收入");
    }

    @Test
    void rowsWithFewerFailingConditionsComeFirstThenTheNearer() {
        assertThat(highTech(1_960_000, 6, "地产").nearMisses())
                .extracting(NearMiss::row)
                .containsExactly(3, 1, 2);
        assertThat(highTech(1_960_000, 4, "制造").nearMisses())
                .extracting(NearMiss::row)
                .containsExactly(2, 3, 1);
    }

    @Test
    void aBoundThatIsNotIncludedIsOneUnitFurther() {
        Shortfall patents = highTech(2_100_000, 5, "制造").nearMisses().stream()
                .filter(miss -> miss.row() == 1)
                .findFirst()
                .orElseThrow()
                .shortfalls()
                .getFirst();

        assertThat(patents.change())
                .isEqualTo(new Change.Number(new BigDecimal("5"), new BigDecimal("6"), false, false));
        assertThat(patents.en()).isEqualTo("专利 is 5, needed is > 5: 1 short");
    }

    @Test
    void whatIsMissingIsNamedAndIsNoNo() {
        Explanation explanation = highTech(null, 6, "制造");
        Explanation.Table table = explanation.tables().getFirst();

        assertThat(table.columns().getFirst().missing()).containsExactly("研发费用");
        assertThat(table.conditions().getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
        NearMiss first = explanation.nearMisses().stream()
                .filter(miss -> miss.row() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(first.shortfalls()).isEmpty();
        assertThat(first.missing()).containsExactly("研发费用");
        assertThat(first.zh()).isEqualTo("“d”第 1 行（\"高新\"）：缺少数据：研发费用，尚不能判断");
    }

    @Test
    void aTextThatIsNotInTheListIsToldTheList() {
        Shortfall trade = highTech(2_100_000, 6, "地产").nearMisses().stream()
                .filter(miss -> miss.row() == 1)
                .findFirst()
                .orElseThrow()
                .shortfalls()
                .getFirst();

        assertThat(trade.change()).isEqualTo(new Change.OneOf(List.of("制造", "软件")));
        assertThat(trade.en()).isEqualTo("行业 is \"地产\", needed is \"制造\", \"软件\": one of \"制造\", \"软件\"");
    }

    @Test
    void everyConditionOfEveryRowHasItsValueAndVerdict() {
        Explanation.Table table = highTech(2_100_000, 6, "制造").tables().getFirst();

        assertThat(table.matched()).containsExactly(1);
        assertThat(table.columns()).extracting(Explanation.Column::text).containsExactly("研发费用 / 营业收入", "专利", "行业");
        assertThat(table.rows().get(1).conditions())
                .extracting(at -> table.conditions().get(at).text() + " "
                        + table.conditions().get(at).verdict())
                .containsExactly(">= 0.02 HOLDS", "> 12 FAILS", "not(\"地产\") HOLDS");
    }

    @Test
    void datesAreSaidInDays() {
        RuleModel model = Written.model(
                List.of("成立:date"),
                "",
                "",
                Written.table("UNIQUE", List.of("成立"), "<output/>", List.of("< date(\"2020-03-01\") | 1")));

        Explanation explanation = CaseRule.of(model, "d").explain(of("成立", LocalDate.of(2020, 3, 1)));

        Shortfall founded = explanation.nearMisses().getFirst().shortfalls().getFirst();
        assertThat(founded.change()).isEqualTo(new Change.Date(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 2, 29)));
        assertThat(founded.en()).endsWith(": 1 day too late");
        assertThat(founded.zh()).endsWith("：晚了 1 天");
    }

    @Test
    void rangesListsOfNumbersAndNegationsHaveTheirNearestEnd() {
        assertThat(change("[10..20]", 23)).isEqualByComparingTo("-3");
        assertThat(change("(10..20)", 23)).isEqualByComparingTo("-3.01");
        assertThat(change("1, 5, 40", 27)).isEqualByComparingTo("13");
        assertThat(change("not([10..20])", 18)).isEqualByComparingTo("2.01");
        assertThat(change("!= 7", 7).abs()).isEqualByComparingTo("0.01");
        assertThat(change("< 3, > 30", 20)).isEqualByComparingTo("10.01");
    }

    private static BigDecimal change(String cell, int value) {
        RuleModel model = Written.model(
                List.of("值:分"),
                "<itemDefinition name=\"分\" diaodu:digits=\"9\" diaodu:scale=\"2\"><typeRef>number</typeRef></itemDefinition>",
                "",
                Written.table("UNIQUE", List.of("值"), "<output/>", List.of(cell + " | 1")));
        Change change = CaseRule.of(model, "d")
                .explain(of("值", value))
                .nearMisses()
                .getFirst()
                .shortfalls()
                .getFirst()
                .change();
        return ((Change.Number) change).difference();
    }

    @Test
    void aChoiceIsSolvedAlongTheBranchThatIsTaken() {
        RuleModel model = Written.model(
                List.of("a:元", "b:元"),
                ITEMS,
                "",
                Written.table(
                        "UNIQUE",
                        List.of("if b > 0 then (a - 10) / b * 100 else 0"),
                        "<output/>",
                        List.of("> 50 | 1")));

        Shortfall shortfall = CaseRule.of(model, "d")
                .explain(of("a", 50, "b", 100))
                .nearMisses()
                .getFirst()
                .shortfalls()
                .getFirst();

        // (a - 10) / 100 * 100 > 50 from a = 61; 40 / b * 100 > 50 up to b = 79
        assertThat(shortfall.ofInputs())
                .extracting(one -> one.input() + " " + one.change().to())
                .containsExactly("a 61", "b 79");
    }

    @Test
    void aTableBehindAKnowledgeModelIsExplainedAtEachUse() {
        String knowledge = """
                <businessKnowledgeModel id="bkm" name="等级"><variable name="等级"/><encapsulatedLogic>
                  <formalParameter name="比" typeRef="number"/>%s</encapsulatedLogic></businessKnowledgeModel>
                """.formatted(
                        Written.table("UNIQUE", List.of("比"), "<output/>", List.of(">= 2 | \"高\"", "< 2 | \"低\"")));
        RuleModel model = Written.model(List.of("a:元", "b:元"), ITEMS, knowledge, Written.literal("[等级(a / b), 等级(b)]"));

        Explanation explanation = CaseRule.of(model, "d").explain(of("a", 3, "b", 2));

        assertThat(explanation.answer().value()).isEqualTo(List.of("低", "高"));
        assertThat(explanation.tables()).extracting(Explanation.Table::name).containsExactly("等级", "等级");
        assertThat(explanation.tables()).extracting(Explanation.Table::matched).containsExactly(List.of(2), List.of(1));
        assertThat(explanation.nearMisses().get(1).shortfalls().getFirst().ofInputs())
                .extracting(Change.OfInput::input)
                .containsExactly("a", "b");
    }

    @Test
    void aValueItsTypeDoesNotAllowIsNamedAndNothingIsConcludedFromIt() {
        RuleModel model = Written.model(
                List.of("级:级"),
                """
                <itemDefinition name="级"><typeRef>string</typeRef>
                  <allowedValues><text>"甲","乙"</text></allowedValues></itemDefinition>
                """,
                "",
                Written.table("FIRST", List.of("级"), "<output/>", List.of("\"甲\" | 1", "- | 2")));

        Explanation explanation = CaseRule.of(model, "d").explain(of("级", "丙"));

        assertThat(explanation.answer().value()).isNull();
        assertThat(explanation.answer().faults())
                .containsExactly("“级”是 丙，只允许 \"甲\",\"乙\" / \"级\" is 丙, which its type does not allow");
        assertThat(explanation.tables()).isEmpty();
        assertThat(CaseRule.of(model, "d").explain(of("级", "乙")).answer().value())
                .isEqualTo(new BigDecimal("2"));
    }

    @Test
    void whatIsOutsideTheProfileIsToldByTheReference() {
        RuleModel model = Written.model(
                List.of("a:string"),
                "",
                "",
                Written.table("FIRST", List.of("a"), "<output/>", List.of("matches(?, \"x+\") | 1", "- | 2")));

        Explanation explanation = CaseRule.of(model, "d").explain(of("a", "xx"));

        assertThat(explanation.answer().value()).isEqualTo(BigDecimal.ONE);
        assertThat(explanation.left()).isNotNull();
        assertThat(explanation.hits().getFirst().selected()).containsExactly(1);
    }
}
