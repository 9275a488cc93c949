package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Figure GROWTH = Figure.of(8.13, 1, "%", "/growth");
    private static final Map<String, Fact> FACTS = Map.of(
            "增速", GROWTH,
            "比全国", new Fact.Pair(GROWTH, Figure.of(6.5, 1, "%", "/sources")),
            "行业", new Fact.Rows(List.of(row("煤炭", 1.2), row("医药", -0.4))));

    @Test
    void whatStandsInBracketsIsLeftOutWhereAFactIsMissing() {
        assertThat(text("增加值{增速|增长}[，{比全国|高于 全国}][，{比前年|快慢}]。")).isEqualTo("增加值增长8.1%，高于全国（6.5%）1.6个百分点。");
    }

    @Test
    void aRepeatedPartIsSaidOfEveryRow() {
        assertThat(text("其中，{每个 行业：{名称}{贡献|拉动}}。")).isEqualTo("其中，煤炭拉动1.2个百分点、医药下拉0.4个百分点。");
        assertThat(text("{每个 行业|；：{名称}{贡献}}")).isEqualTo("煤炭1.2个百分点；医药−0.4个百分点");
    }

    @Test
    void aSectionOfWhichNothingIsKnownIsNotThereAndTheRestIsNumberedOn() {
        Template.Written written = Template.of("# 总体\n增加值{增速|增长}。\n# 项目\n开工{开工项目}。\n# 说明\n## 口径\n可比价格。")
                .write(ExampleFacts.MASTHEAD, FACTS);
        assertThat(written.brief().text()).contains("一、总体", "二、说明", "（一）口径").doesNotContain("项目");
        assertThat(written.missing()).containsExactly(new Template.Missing(4, "开工项目"));
    }

    @Test
    void aSignMayBePrintedAsItIs() {
        assertThat(text("\\{增速\\}\\[注\\]")).isEqualTo("{增速}[注]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "增加值{增速 > 第1行第4字",
                "增加值[{增速|增长} > 第1行第4字",
                "增加值{增速|上涨}。 > 没有“上涨”",
                "增加值}。 > 多了一个“}”",
                "{每个 行业} > 全角冒号",
                "{比全国} > 不能这样写"
            })
    void whatIsWrittenWronglyIsSaidWithItsPlace(String template, String message) {
        assertThatThrownBy(() -> text(template)).isInstanceOf(BriefFault.class).hasMessageContaining(message);
    }

    private static String text(String paragraph) {
        return Run.text(((Block.Paragraph) Template.of(paragraph)
                        .write(ExampleFacts.MASTHEAD, FACTS)
                        .brief()
                        .blocks()
                        .getFirst())
                .runs());
    }

    private static Map<String, Fact> row(String name, double points) {
        return Map.of("名称", new Fact.Text(name), "贡献", Figure.of(points, 1, "个百分点", ""));
    }
}
