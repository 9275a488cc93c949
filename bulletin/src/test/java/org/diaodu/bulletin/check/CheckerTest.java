package org.diaodu.bulletin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked examples with round figures, each to be checked by hand. */
class CheckerTest {

    @Test
    void contributionOverGrowthIsTheShareOfGrowth() {
        List<Relation> relations = check("示例市规上工业增长8.0%；装备制造业增长12.0%，快于全市4.0个百分点，拉动2.0个百分点，贡献率25.0%。");

        agrees(relations, "2.0/8.0", 25, 25.0);
        agrees(relations, "25.0%*8.0", 2, 2.0);
        agrees(relations, "12.0-8.0", 4, 4.0);
        implied(relations, "2.0/12.0", 16.6667); // a sixth of last year's total
        assertThat(relations).noneMatch(Relation::contradicts);
    }

    @Test
    void aCopiedTotalIsFoundOut() {
        List<Relation> relations = check("示例市规上工业增长8.0%；装备制造业增长12.0%，拉动8.0个百分点，贡献率25.0%。");

        contradicts(relations, "8.0/8.0", 100, 25.0);
        contradicts(relations, "25.0%*8.0", 2, 8.0);
    }

    @Test
    void withoutTheTotalsGrowthContributionAndShareImplyIt() {
        implied(check("某市工业增长3%，占全省的10.0%，拉动全省0.5个百分点，贡献率10.0%。"), "0.5/10.0%", 5);
    }

    @Test
    void aPartThatPullsMoreThanItGrowsIsImpossible() {
        assertThat(check("全县工业增长9.0%；食品业增长2.0%，拉动3.0个百分点。"))
                .anyMatch(r -> r.contradicts()
                        && r.expression().equals("3.0/2.0")
                        && r.basis().contains("0到100%"));
    }

    @Test
    void partsUnderATotalAddUpAlsoWithoutUnitsAndInColumns() {
        agrees(check("工业增加值100.5亿元，增长5.0%：采矿10.2、制造80.1、电热气水10.2；其他。"), "10.2+80.1+10.2", 100.5, 100.5);
        contradicts(check("工业增加值100.5亿元，增长5.0%：采矿10.2、制造60.1、电热气水10.2；其他。"), "10.2+60.1+10.2", 80.5, 100.5);
        List<Relation> columns = check("1-5月三大产业产值600万元，5月130万元：甲业300/60、乙业200/40、丙业100/30。");
        agrees(columns, "300+200+100", 600, 600.0);
        agrees(columns, "60+40+30", 130, 130.0);
    }

    @Test
    void aListThatIsSaidToGoOnNeedNotReachTheTotal() {
        List<Relation> relations = check("规上工业增长6.0%；四大行业拉动4.0个百分点（化工1.5、冶金1.0、纺织0.5…）。");

        implied(relations, "4.0-(1.5+1.0+0.5)", 1);
        assertThat(relations).noneMatch(Relation::contradicts);
    }

    @Test
    void numbersGivenRespectivelyGoToTheirIndustries() {
        List<Relation> relations = check("全市工业增长10.0%；化工、医药、建材分别拉动3.0、2.0、1.0个百分点，贡献率30.0%、20.0%、10.0%。");

        agrees(relations, "3.0/10.0", 30, 30.0);
        agrees(relations, "2.0/10.0", 20, 20.0);
        agrees(relations, "1.0/10.0", 10, 10.0);
    }

    @Test
    void threeSectionsGiveTheWholeAndALeftOutOneIsWhatRemains() {
        List<Relation> whole = check("采矿业增长5.0%、制造业增长8.0%、电热气水增长2.0%，分别拉动1.0、4.8、0.4个百分点。");
        implied(whole, "1.0+4.8+0.4", 6.2);
        agrees(whole, "1.0/5.0+4.8/8.0+0.4/2.0", 100, 100.0);

        implied(check("全县工业增长3.0%；制造业增长4.0%，拉动3.5个百分点；采矿业下降5.0%，下拉0.5个百分点；电热气水增长0.2%。"), "3.0-(-0.5+3.5)", 0);
    }

    @Test
    void countsAndRatiosOfThingsAreExact() {
        agrees(check("40个行业中30个增长，增长面75.0%。"), "30/40", 75, 75.0);
        contradicts(check("40个行业中30个增长，增长面76.0%。"), "30/40", 75, 76.0);
        agrees(check("40个行业30增2平8降。"), "30+2+8", 40, 40.0);
        contradicts(check("40个行业30增2平9降。"), "30+2+9", 41, 40.0);
        implied(check("亏损企业25户，亏损面12.50%。"), "25/12.50%", 200);
        assertThat(check("亏损企业7户，亏损面24.00%。")) // 7 of 29 are 24.14 %, of 30 are 23.33 %
                .anyMatch(r -> r.contradicts() && r.basis().contains("整数"));
    }

    @Test
    void sharesRatiosAndBalancesFollowFromAmounts() {
        agrees(check("工业产值500亿元，增长4%；电子80亿元占16.0%。"), "80/500", 16, 16.0);
        contradicts(check("工业产值500亿元，增长4%；电子80亿元占18.0%。"), "80/500", 16, 18.0);
        List<Relation> accounts = check("规上工业利润总额60亿元；营业收入0.12万亿元，营业收入利润率5.0%；资产4.0、负债2.4、权益1.6万亿元，资产负债率60.0%。");
        agrees(accounts, "60亿元/0.12万亿元", 5, 5.0);
        agrees(accounts, "4.0-2.4", 1.6, 1.6);
        agrees(accounts, "2.4/4.0", 60, 60.0);
    }

    @Test
    void twoYearsAverageIsGeometric() {
        List<Relation> relations = check("2021年7月产值增长4.0%，比2019年同期增长10.25%，两年平均增长5.0%。");

        agrees(relations, "sqrt(1+10.25%)-1", 5, 5.0);
        implied(relations, "(1+10.25%)/(1+4.0%)-1", 6.0096);
    }

    @Test
    void timesOfGrowthAreAddedToOne() {
        implied(check("利润9.00亿元，同比增长2倍。"), "9.00/(1+200%)", 3);
    }

    @Test
    void lastYearsShareFollowsFromTheShareAndBothGrowths() {
        List<Relation> relations = check("全省投资增长5.0%，其中技改投资增长26.0%，占全省投资的12.0%，比上年同期提高2.0个百分点，拉动2.6个百分点。");

        agrees(relations, "12.0%*(1+5.0%)/(1+26.0%)", 10, 10.0);
        agrees(relations, "12.0%*(1+5.0%)/(1+26.0%)*26.0", 2.6, 2.6);
    }

    @Test
    void progressIsComparedWithTheMonthsGoneBy() {
        agrees(check("1-6月完成投资60亿元，完成年度计划的56.0%，高于序时进度6.0个百分点。"), "56.0-6/12*100", 6, 6.0);
    }

    @Test
    void placesAndMovesAreSubtracted() {
        implied(check("增速居全国第10位，比去年同期提高5个位次。"), "10+5", 15);
        agrees(check("比重由20.0%提高到23.5%，提高3.5个百分点。"), "23.5-20.0", 3.5, 3.5);
        contradicts(check("比重由20.0%提高到23.5%，提高4.5个百分点。"), "23.5-20.0", 3.5, 4.5);
    }

    @Test
    void amountsOfTwoYearsAgreeOnlyLikeForLike() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("去年", "2023年1-6月示例省工业利润100.0亿元。");
        texts.put("今年", "2024年1-6月示例省工业利润110.0亿元，增长12.0%（可比口径）。");
        texts.put("下月", "2024年1-7月示例省工业利润130.0亿元，增长12.5%。");

        List<Relation> relations = Checker.checkTexts(texts);

        assertThat(relations)
                .anySatisfy(r -> {
                    assertThat(r.expression()).isEqualTo("110.0/100.0-1");
                    assertThat(r.verdict()).isEqualTo(Verdict.OTHER_BASIS);
                    assertThat(r.evidence()).extracting(Evidence::document).contains("今年", "去年");
                })
                .anySatisfy(r -> {
                    assertThat(r.expression()).isEqualTo("130.0-110.0");
                    assertThat(r.computed()).isCloseTo(20, within());
                });
    }

    @Test
    void comparatorsAreReadFromBracketsListsAndHeadings() {
        agrees(check("全市工业+8.0%，分别高于全国、全省2.0、1.0个百分点；全国+6.0%；全省+7.0%。"), "8.0-6.0", 2, 2.0);
        agrees(check("全市工业+8.0%，高于全国（6.5%）1.5个百分点。"), "8.0-6.5", 1.5, 1.5);
        agrees(check("1-8月+7.5%，较1-7月（+7.2%）加快0.3个百分点。"), "7.5-0.3", 7.2, 7.2);
        agrees(check("规上工业+7.0%；三大门类拉动：采矿0.5、制造5.9、电热气水0.6。"), "0.5+5.9+0.6", 7, 7.0);
    }

    @Test
    void aWholeGrowsNoFasterThanItsFastestPart() {
        assertThat(check("规上工业增长6.8%：采矿增长3.1%、制造增长6.1%、电热气水增长5.3%。")).anyMatch(Relation::contradicts);
        assertThat(check("规上工业增长5.8%：采矿增长3.1%、制造增长6.1%、电热气水增长5.3%。")).noneMatch(Relation::contradicts);
    }

    @Test
    void datesTimesAndPlansAreNoPartsOfAnything() {
        assertThat(
                        check(
                                "发布时间：2024-06-08 10:51:21 来源：本报。全区投资增长3.0%，其中甲市增长36.4%，乙市增长7.5%。总产值有望突破10万亿元，累计总产值5.3万亿元，占全国工业的13.4%。"))
                .noneMatch(Relation::contradicts);
    }

    @Test
    void everyFigureStandsWithItsWordsWhereTheyAre() {
        String text = "全市工业增长8.0%；装备业拉动2.0个百分点，贡献率25.0%。";

        assertThat(check(text).getFirst().evidence())
                .allSatisfy(e -> assertThat(text.substring(e.start(), e.end())).isEqualTo(e.quote()))
                .extracting(Evidence::quote)
                .containsExactly("装备业拉动2.0个百分点", "全市工业增长8.0%", "贡献率25.0%");
    }

    @Test
    void aTextWithoutFiguresHasNoRelations() {
        assertThat(check("会议强调，要抓好落实。")).isEmpty();
        assertThat(check("")).isEmpty();
    }

    private static List<Relation> check(String text) {
        return Checker.checkText("例", text);
    }

    private static void agrees(List<Relation> relations, String expression, double computed, double published) {
        is(relations, expression, computed, published, Verdict.AGREES);
    }

    private static void contradicts(List<Relation> relations, String expression, double computed, double published) {
        is(relations, expression, computed, published, Verdict.CONTRADICTS);
    }

    private static void is(
            List<Relation> relations, String expression, double computed, double published, Verdict verdict) {
        assertThat(relations).anySatisfy(r -> {
            assertThat(r.expression()).isEqualTo(expression);
            assertThat(r.computed()).isCloseTo(computed, within());
            assertThat(r.published()).isEqualTo(published);
            assertThat(r.verdict()).isEqualTo(verdict);
        });
    }

    private static void implied(List<Relation> relations, String expression, double computed) {
        assertThat(relations).anySatisfy(r -> {
            assertThat(r.expression()).isEqualTo(expression);
            assertThat(r.computed()).isCloseTo(computed, within());
            assertThat(r.published()).isNull();
        });
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0001);
    }
}
