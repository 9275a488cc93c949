package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.bulletin.brief.Fact.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({"8.13, 增长8.1%", "-2.25, 下降2.3%", "0.04, 持平", "-0.04, 持平", "266, 增长266.0%"})
    void growthIsSaidWithoutASign(double growth, String words) {
        assertThat(Run.text(Wording.grew("增速", percent(growth)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2.14, 拉动2.1个百分点", "-0.32, 下拉0.3个百分点", "0.02, 影响不足0.1个百分点", "-0.02, 影响不足0.1个百分点"})
    void aPartPullsUpOrDown(double points, String words) {
        assertThat(Run.text(Wording.pulled("贡献", percent(points)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "10.3, 6.9, 加快3.4个百分点",
        "6.9, 10.3, 回落3.4个百分点",
        "6.94, 6.91, 持平",
        "1.2, -0.8, 由负转正",
        "-0.8, 1.2, 由正转负",
        "-1.0, -3.5, 降幅收窄2.5个百分点",
        "-3.5, -1.0, 降幅扩大2.5个百分点",
        "-1.2, 0, 回落1.2个百分点"
    })
    void aChangeOfGrowthHasItsWord(double now, double before, String words) {
        assertThat(Run.text(Wording.changed("增速", percent(now), percent(before))))
                .isEqualTo(words);
    }

    /** 8.14 − 7.66 is 0.48, which would round to 0.5; a reader subtracts 7.7 from 8.1. */
    @Test
    void whoeverSubtractsThePrintedFiguresGetsThePrintedDifference() {
        assertThat(Run.text(Wording.against("增速", percent(8.14), percent(7.66), "全国平均水平")))
                .isEqualTo("高于全国平均水平（7.7%）0.4个百分点");
        assertThat(Run.text(Wording.against("增速", percent(6.52), percent(6.5), "全国")))
                .isEqualTo("与全国（6.5%）持平");
    }

    /** 0.3 + 0.3 + 0.3 are printed for a total of 1.0: three times a third. */
    @Test
    void partsThatNoLongerAddUpAreSaidNotTo() {
        Figure third = Figure.of(1 / 3.0, 1, "个百分点", "");
        assertThat(Wording.rounding(List.of(third, third, third), percent(1))).contains("少0.1个百分点");
        assertThat(Wording.rounding(List.of(percent(0.6), percent(0.4)), percent(1)))
                .isEmpty();
    }

    private static Figure percent(double value) {
        return Figure.of(value, 1, "%", "");
    }
}
