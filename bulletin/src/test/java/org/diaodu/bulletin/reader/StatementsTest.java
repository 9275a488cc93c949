package org.diaodu.bulletin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.diaodu.bulletin.Statement;
import org.junit.jupiter.api.Test;

/** What the grammar makes of sentences as bulletins write them. All sentences are our own. */
class StatementsTest {

    @Test
    void aGrowthCarriesTheIndicatorOfTheLevelBeforeIt() {
        assertThat(read("2023年1-5月，青禾省完成工业投资812.4亿元，同比增长7.3%。"))
                .containsExactly("2023-01..2023-05 level 81240000000元 工业投资", "2023-01..2023-05 yoy up 7.3% 工业投资");
    }

    @Test
    void aListIsSharedOutAmongItsMembers() {
        assertThat(read("2023年上半年，粮食、油料和蔬菜产量分别增长2.1%、3.4%和5.6%。"))
                .containsExactly("2023-H1 yoy up 2.1% 粮食产量", "2023-H1 yoy up 3.4% 油料产量", "2023-H1 yoy up 5.6% 蔬菜产量");
    }

    @Test
    void theComparatorInParenthesesIsAStatementOfItsOwn() {
        List<Statement> statements = statements("2023年一季度全省规模以上工业增加值增长5.9%，高于全国平均水平（4.4%）1.5个百分点。");
        assertThat(statements)
                .filteredOn(s -> s.low().toPlainString().equals("4.4"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.subject()).isEqualTo("全国");
                    assertThat(s.kind()).isEqualTo(Statement.Kind.YOY);
                });
        assertThat(statements)
                .filteredOn(s -> s.kind() == Statement.Kind.DIFF_PP)
                .singleElement()
                .satisfies(s -> assertThat(s.low()).isEqualByComparingTo("1.5"));
    }

    @Test
    void growthByAMultipleIsInPercent() {
        assertThat(read("2023年企业利润增长2.5倍。")).containsExactly("2023 yoy up 250% 企业利润");
    }

    @Test
    void numbersInCharactersAndRangesAreRead() {
        assertThat(read("近七成的企业预期向好，总投资两千三百万元，占比30%～35%。"))
                .contains("null level 23000000元 总投资")
                .anyMatch(s -> s.contains("share 70%"))
                .anyMatch(s -> s.contains("share 30-35%"));
    }

    @Test
    void aSumThatMarksOffAClassIsNoValue() {
        assertThat(read("2023年开工超5亿元项目42个。")).containsExactly("2023 count 42个 开工超5亿元项目");
    }

    @Test
    void whatIsToComeIsATarget() {
        Statement target =
                statements("公开日期：2023-02-01\n到2025年，力争全省工业增加值达到9000亿元。").getFirst();
        assertThat(target.kind()).isEqualTo(Statement.Kind.TARGET);
        assertThat(target.targetYear()).isEqualTo(2025);
    }

    @Test
    void daysAgesAndOrdinalsAreNoStatements() {
        assertThat(read("5月9日，第十三次会议在3号楼召开，45岁的代表说，连续7年如此。")).isEmpty();
    }

    @Test
    void unitsThatBeginLikeAScaleAreUnits() {
        assertThat(read("2023年新增装机60万千瓦。")).containsExactly("2023 level 600000千瓦 新增装机");
    }

    @Test
    void everyQuoteLiesWhereItSaysInTheFile() {
        String page = "<div><p>2023年，全省<b>外贸</b>出口&nbsp;31.5 亿元，增长&nbsp;4%。</p></div>";
        for (Statement s : BulletinReader.standard().readText("页.html", page).statements()) {
            assertThat(page.substring(s.start(), s.end()))
                    .contains(s.low().toPlainString().startsWith("4") ? "4%" : "31.5");
        }
    }

    private static List<Statement> statements(String text) {
        return BulletinReader.standard().readText("文.txt", text).statements();
    }

    private static List<String> read(String text) {
        return statements(text).stream()
                .map(s -> s.period() + " " + s.kind().word()
                        + (s.direction() == null
                                ? ""
                                : " " + s.direction().name().toLowerCase(Locale.ROOT)) + " "
                        + s.low().stripTrailingZeros().toPlainString()
                        + (s.range() ? "-" + s.high().stripTrailingZeros().toPlainString() : "") + s.unit() + " "
                        + s.indicator())
                .toList();
    }
}
