package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

/** The light of an enterprise as its page shows it: a colour, its figure, its rule and its time. */
class EnterpriseLightTest {

    private static final ShippedRules RULES = new ShippedRules();

    private static EnterpriseLight light(double output, double base, double electricity, double electricityBase) {
        return EnterpriseLights.light(
                RULES,
                Period.month(2022, 3),
                Figures.of(Map.of(
                        "gross_output", Figure.of(output, output, base, base),
                        "electricity", Figure.of(electricity, electricity, electricityBase, electricityBase))));
    }

    @Test
    void outputDownByATenthIsYellowAndByThreeTenthsRed() {
        assertThat(light(900, 1000, 50, 50).colour()).isEqualTo("amber");
        assertThat(light(900, 1000, 50, 50).reasons()).containsExactly("产值同比下降 10% 及以上");
        assertThat(light(900, 1000, 50, 50).outputYearOnYear()).isEqualTo("-10.0 %");
        assertThat(light(700, 1000, 50, 50).colour()).isEqualTo("red");
        assertThat(light(0, 1000, 50, 50).reasons()).containsExactly("停产");
    }

    @Test
    void withoutAForecastNoLightIsGreen() {
        EnterpriseLight steady = light(1000, 1000, 50, 50);
        assertThat(steady.light()).isEqualTo("数据缺失");
        assertThat(steady.colour()).isEqualTo("grey");
        assertThat(steady.missing()).containsExactly("预测区间");
        assertThat(steady.clause().title()).isEqualTo("企业灯");
    }
}
