package org.diaodu.growth.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

/**
 * Five enterprises, to be checked by hand. The base is 100 a period, 200 in January–February; a case is opened for 甲 in
 * December; two periods before, one of history, one earlier, two after, two neighbours.
 *
 * <pre>
 *           earlier history  before   opened   after        growth
 *           2021-08   09     10   11    12    1–2   03      before  fall  after
 *  甲 food    105     100    90   70    75    180   90        −20    −30    −10   case
 *  乙 food    103     100    92   72    80    176   88        −18    −28    −12
 *  丙 food    107     100    88   68    80    164   82        −22    −32    −18
 *  丁 food    105     105   105  105   105    210  105          5      5      5   did not fall
 *  戊 coal    105     100    90   70    80    240  120        −20    −30     20   another industry
 *
 *  neighbours 乙 丙:  before (−18 − 22)/2 = −20, after (−12 − 18)/2 = −15
 *  effect             (−10 + 20) − (−15 + 20) = 5 points of 甲's growth
 *  province           base after 5·300 = 1500, 甲's 300:  5·300/1500 = 1 point
 *  earlier            (5 + 20) − ((3 + 18) + (7 + 22))/2 = 0
 *  from the fall      −10 + 30 = 20 points, of which 15 are no effect
 * </pre>
 */
class WorkedEffectTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Period DECEMBER = Period.month(2021, 12);
    private static final Design SMALL = new Design(2, 1, 1, 2, 2, 2, 2, 100, 100, 199, 0.95, 1);

    private static Panel.Builder five() {
        Panel.Builder panel = Panel.builder();
        add(panel, "甲", "1311", 105, 100, 90, 70, 75, 180, 90);
        add(panel, "乙", "1311", 103, 100, 92, 72, 80, 176, 88);
        add(panel, "丙", "1311", 107, 100, 88, 68, 80, 164, 82);
        add(panel, "丁", "1311", 105, 105, 105, 105, 105, 210, 105);
        add(panel, "戊", "0610", 105, 100, 90, 70, 80, 240, 120);
        return panel;
    }

    private static void add(Panel.Builder panel, String code, String industry, double... output) {
        for (int i = 0; i < output.length; i++) {
            Period period = Period.month(2021, 8).plusReporting(i);
            panel.add(new Enterprise(code, industry, "LARGE", "230102"), period, output[i], period.months() * 100.0);
        }
    }

    private static DispatchCase of(String creditCode) {
        return new DispatchCase("case of " + creditCode, creditCode, DECEMBER);
    }

    private static Campaign example() {
        return Campaign.measure(five().build(), List.of(of("甲")), SMALL);
    }

    private static CaseEffect theCase() {
        return Objects.requireNonNull(example().effect("case of 甲"));
    }

    @Test
    void theEffectIsTheChangeLessTheChangeOfTheNeighbours() {
        CaseEffect effect = theCase();
        assertThat(effect.neighbours())
                .extracting(neighbour -> neighbour.enterprise().creditCode())
                .containsExactlyInAnyOrder("乙", "丙");
        assertThat(effect.fallPct()).isCloseTo(-30, EXACT);
        assertThat(effect.beforePct()).isCloseTo(-20, EXACT);
        assertThat(effect.afterPct()).isCloseTo(-10, EXACT);
        assertThat(effect.matchedBeforePct()).isCloseTo(-20, EXACT);
        assertThat(effect.matchedAfterPct()).isCloseTo(-15, EXACT);
        assertThat(effect.adjustmentPp()).isZero();
        assertThat(effect.effect().value()).isCloseTo(5, EXACT);
        assertThat(Objects.requireNonNull(effect.earlier()).value()).isCloseTo(0, EXACT);
    }

    @Test
    void pointsOfTheProvincesGrowthAreWeighedByTheBase() {
        assertThat(example().provinceBase()).isEqualTo(1500);
        assertThat(theCase().provincePp().value()).isCloseTo(1, EXACT);
        GroupEffect overall = Objects.requireNonNull(example().overall());
        assertThat(overall.provincePp().value()).isCloseTo(1, EXACT);
        assertThat(overall.beforeAfterPp()).isCloseTo(10, EXACT);
    }

    @Test
    void fiveEnterprisesAreTooFewForAnInterval() {
        assertThat(theCase().effect().lower()).isNull();
        assertThat(theCase().remarks())
                .extracting(Remark::zh)
                .startsWith(
                        "与相近企业相比高5个百分点；可比企业太少，说不出误差，不能下结论。",
                        "立案的正是刚下滑的企业：单看立案前一期到立案后，变化+20.0个百分点，其中+15.0个相近企业不立案也会有，不能算成效。",
                        "相近的未立案企业只有2家，比较很粗。");
        assertThat(theCase().remarks())
                .extracting(Remark::en)
                .startsWith(
                        "Compared with similar enterprises: +5.0 points; too few of them to say how uncertain that is,"
                                + " so nothing can be concluded.");
    }

    /** Errors −19 … 19, B = 39, k = ⌊40·0.025⌋ = 1: 25 − 19 and 25 + 19; no error reaches 25: p = 2·(1 + 0)/40. */
    @Test
    void anIntervalIsWhatTheErrorsOfPlaceboCasesLeave() {
        double[] errors = IntStream.rangeClosed(-19, 19).asDoubleStream().toArray();
        Estimate estimate = Estimate.of(25, errors, 0.95);
        assertThat(estimate.lower()).isEqualTo(6);
        assertThat(estimate.upper()).isEqualTo(44);
        assertThat(estimate.pValue()).isEqualTo(0.05);
        assertThat(Estimate.of(25, IntStream.range(0, 38).asDoubleStream().toArray(), 0.95)
                        .lower())
                .isNull();
        assertThat(Estimate.of(0, errors, 0.95).pValue()).isEqualTo(1);
    }

    @Test
    void thoseWithoutACaseThatCannotBeComparedAreNoNeighbours() {
        Campaign campaign = Campaign.measure(five().build(), List.of(of("甲"), of("丁"), of("戊")), SMALL);
        assertThat(campaign.effects()).hasSize(1);
        assertThat(campaign.unmeasured())
                .containsExactly(
                        new Unmeasured(of("丁"), Unmeasured.Reason.NO_NEIGHBOUR),
                        new Unmeasured(of("戊"), Unmeasured.Reason.NO_NEIGHBOUR));
    }
}
