package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.diaodu.growth.WorkedExampleTest.EXACT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final List<Dimension> SIZE = List.of(Dimension.SIZE);

    private static GrowthAccount month(int month, double large, double largeBase, double small, double smallBase) {
        return GrowthAccount.of(
                Observations.builder(Period.month(2022, month))
                        .add("A", "甲", "230102", "13", Status.CONTINUING, large, largeBase, Map.of("size", "LARGE"))
                        .add("B", "乙", "230102", "13", Status.CONTINUING, small, smallBase, Map.of("size", "SMALL"))
                        .build(),
                Parameters.NONE,
                SIZE,
                Trees.standard());
    }

    /**
     * March: large 60 → 66 (+10 %, share .6), small 40 → 42 (+5 %, share .4), growth 8 %. April: large 70 → 84 (+20 %,
     * share .7), small 30 → 30 (0 %, share .3), growth 14 %. Change 6 points: large 6 → 14, weight (.7−.6)·15 = 1.5,
     * growth (20−10)·.65 = 6.5; small 2 → 0, weight (.3−.4)·2.5 = −.25, growth (0−5)·.35 = −1.75.
     */
    @Test
    void theChangeInGrowthSplitsIntoWeightAndGrowthOfEveryGroup() {
        GrowthChange change = GrowthChange.between(month(3, 66, 60, 42, 40), month(4, 84, 70, 30, 30));
        assertThat(Objects.requireNonNull(change.changePp())).isCloseTo(6, EXACT);
        GrowthChange.GroupChange large = change.groups().getFirst();
        assertThat(large.changePp()).isCloseTo(8, EXACT);
        assertThat(large.weightEffectPp()).isCloseTo(1.5, EXACT);
        assertThat(large.growthEffectPp()).isCloseTo(6.5, EXACT);
        GrowthChange.GroupChange small = change.groups().getLast();
        assertThat(small.weightEffectPp()).isCloseTo(-.25, EXACT);
        assertThat(small.growthEffectPp()).isCloseTo(-1.75, EXACT);
        assertThat(Math.abs(change.residualPp())).isLessThan(1e-9);
    }

    @Test
    void aGroupThatIsNewInTheSecondPeriodStillAddsUp() {
        GrowthAccount march = month(3, 66, 60, 42, 40);
        GrowthAccount april = WorkedExampleTest.account(Dimension.SIZE);
        GrowthAccount other = GrowthAccount.of(
                Observations.builder(Period.month(2022, 5))
                        .add("N", "新", "230102", "13", Status.NEW_PLANT, 5, 0, Map.of("size", "MICRO"))
                        .add("A", "甲", "230102", "13", Status.CONTINUING, 66, 60, Map.of("size", "LARGE"))
                        .build(),
                Parameters.NONE,
                SIZE,
                Trees.standard());
        assertThat(Math.abs(GrowthChange.between(march, april).residualPp())).isLessThan(1e-9);
        assertThat(Math.abs(GrowthChange.between(march, other).residualPp())).isLessThan(1e-9);
        assertThat(Math.abs(GrowthChange.between(other, march).residualPp())).isLessThan(1e-9);
    }

    /** 甲 makes 880 instead of 1320: V falls by 100 to 900, growth to 12.5 %, all of it in Harbin. */
    @Test
    void whatIfAnEnterpriseMadeLessMovesTheTotalAndItsGroups() {
        WhatIf whatIf = WhatIf.replace(
                WorkedExampleTest.example(),
                List.of(WhatIf.Replacement.output("A", 880)),
                WorkedExampleTest.parameters(),
                List.of(Dimension.REGION.at("prefecture")),
                Trees.standard());
        assertThat(Objects.requireNonNull(whatIf.after().growthPct())).isCloseTo(12.5, EXACT);
        assertThat(Objects.requireNonNull(whatIf.deltaPp())).isCloseTo(-12.5, EXACT);
        assertThat(whatIf.groups()).extracting(WhatIf.Delta::code).containsExactly("230100", "230300");
        assertThat(Objects.requireNonNull(whatIf.groups().getFirst().deltaPp())).isCloseTo(-12.5, EXACT);
        assertThat(Objects.requireNonNull(whatIf.groups().getLast().deltaPp())).isCloseTo(0, EXACT);
    }

    @Test
    void whatIfOfAnUnknownEnterpriseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatIf.replace(
                        WorkedExampleTest.example(),
                        List.of(WhatIf.Replacement.output("Z", 1)),
                        Parameters.NONE,
                        SIZE,
                        Trees.standard()))
                .withMessageContaining("Z")
                .withMessageContaining("Maybe");
    }

    /** √(1.139 · 1.067) − 1 = 10.24…: the two-year average of +13.9 % and +6.7 %. */
    @Test
    void theTwoYearAverageIsTheGeometricMean() {
        assertThat(TwoYearAverage.pct(13.9, 6.7)).isCloseTo((Math.sqrt(1.139 * 1.067) - 1) * 100, EXACT);
        assertThat(TwoYearAverage.pct(-10, 21)).isCloseTo((Math.sqrt(1.089) - 1) * 100, EXACT);
        assertThatIllegalArgumentException().isThrownBy(() -> TwoYearAverage.pct(-101, 5));
    }

    /** Food grows (500/450), coal grows (400/350), power has no base: 2 of 2. */
    @Test
    void diffusionCountsTheGroupsThatGrow() {
        Diffusion diffusion =
                Diffusion.of(WorkedExampleTest.account(Dimension.INDUSTRY).groups(Dimension.INDUSTRY, "division"));
        assertThat(diffusion).isEqualTo(new Diffusion(2, 0, 2));
        assertThat(diffusion.pct()).isEqualTo(100.0);
        assertThat(Diffusion.of(List.of()).pct()).isNull();
    }

    @Test
    void ratiosFollowTheBureausDefinitions() {
        assertThat(Ratios.profitMarginPct(6, 120)).isEqualTo(5.0);
        assertThat(Ratios.costPerHundredRevenue(102, 120)).isEqualTo(85.0);
        assertThat(Ratios.receivableDays(50, 300, 3)).isEqualTo(360.0 * 50 / 300 * 3 / 12);
        assertThat(Ratios.inventoryDays(20, 240, 3)).isEqualTo(7.5);
        assertThat(Ratios.revenuePerHead(300_000, 100, 3)).isEqualTo(12_000.0);
        assertThat(Ratios.salesRatioPct(97, 100)).isEqualTo(97.0);
        assertThat(Ratios.lossRatePct(131, 600)).isEqualTo(131 / 6.0, EXACT);
        assertThat(Ratios.profitMarginPct(6, 0)).isNull();
    }

    @Test
    void theLongestIndustryPrefixWins() {
        Period march = Period.month(2022, 3);
        Parameters parameters = Parameters.of(List.of(
                new Parameters.Entry("", null, 0.2, null),
                new Parameters.Entry("C", march, 0.25, 101.0),
                new Parameters.Entry("13", march, null, 103.0),
                new Parameters.Entry("1311", march, 0.3, null)));
        assertThat(parameters.vaRate("1311", march)).isEqualTo(0.3);
        assertThat(parameters.priceIndex("1311", march)).isEqualTo(103);
        assertThat(parameters.vaRate("1320", march)).isEqualTo(0.25);
        assertThat(parameters.priceIndex("C39", march)).isEqualTo(101);
        assertThat(parameters.vaRate("0610", march)).isEqualTo(0.2);
        assertThat(parameters.priceIndex("0610", march)).isEqualTo(100);
        assertThat(parameters.vaRate("1311", Period.month(2022, 4))).isEqualTo(0.2);
    }

    @Test
    void aChangeInPerCentGivenAsAPriceIndexIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameters.Entry("13", null, null, -3.5))
                .withMessageContaining("Maybe a change in per cent");
    }
}
