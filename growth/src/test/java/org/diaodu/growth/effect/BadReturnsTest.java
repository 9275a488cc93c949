package org.diaodu.growth.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Status;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class BadReturnsTest {
    private static final Period FIRST = Period.month(2021, 5);
    private static final int OPENED = 9;
    private static final int PERIODS = 13;
    private static final Period OPENING = FIRST.plusReporting(OPENED);

    /** Sixty that fell by about 20 %, and whatever else a test adds. */
    private static Panel.Builder crowd() {
        Panel.Builder panel = Panel.builder();
        var random = new Random(7);
        for (int i = 0; i < 60; i++)
            for (int t = 0; t < PERIODS; t++) add(panel, "C" + i, t, 80 + 5 * random.nextGaussian(), 100);
        return panel;
    }

    private static void add(Panel.Builder panel, String code, int column, double output, double base) {
        panel.add(new Enterprise(code, "C1311", "SMALL", "230102"), FIRST.plusReporting(column), output, base);
    }

    private static void addAll(Panel.Builder panel, String code, int from, int to, double output, double base) {
        for (int t = from; t <= to; t++) add(panel, code, t, output, base);
    }

    private static Campaign measure(Panel.Builder panel, DispatchCase... cases) {
        return Campaign.measure(panel.build(), List.of(cases), Design.STANDARD);
    }

    private static DispatchCase of(String code) {
        return new DispatchCase(code, code, OPENING);
    }

    private static Unmeasured.Reason reason(Panel.Builder panel, DispatchCase... cases) {
        return measure(panel, cases).unmeasured().getFirst().reason();
    }

    @Test
    void anEnterpriseThatStandsStillHasLostAllItsOutput() {
        Panel.Builder panel = crowd();
        addAll(panel, "S", 0, OPENED, 80, 100);
        addAll(panel, "S", OPENED + 1, PERIODS - 1, 0, 100);
        CaseEffect effect = measure(panel, of("S")).effects().getFirst();
        assertThat(effect.afterPct()).isEqualTo(-100);
        assertThat(effect.effect().value()).isCloseTo(-80, within(4.0));
        assertThat(effect.remarks().getFirst().code()).isEqualTo("WORSE");
    }

    @Test
    void aNewPlantHasNoGrowth() {
        Panel.Builder panel = crowd();
        addAll(panel, "N", 0, PERIODS - 1, 80, 0);
        assertThat(reason(panel, of("N"))).isEqualTo(Unmeasured.Reason.NO_BASE);
    }

    @Test
    void anEntryWithTooShortAHistoryIsNotMeasured() {
        Panel.Builder panel = crowd();
        addAll(panel, "E", OPENED - 2, PERIODS - 1, 80, 100);
        assertThat(reason(panel, of("E"))).isEqualTo(Unmeasured.Reason.NO_HISTORY);
        assertThat(reason(panel, of("never filed"))).isEqualTo(Unmeasured.Reason.NOT_IN_PANEL);
    }

    @Test
    void whoeverLeavesTheListIsNotMeasured() {
        Panel.Builder panel = crowd();
        addAll(panel, "X", 0, OPENED + 1, 80, 100);
        assertThat(reason(panel, of("X"))).isEqualTo(Unmeasured.Reason.NO_RETURNS_AFTER);
    }

    @Test
    void oneMissingReturnOfThreeIsDoneWithout() {
        Panel.Builder panel = crowd();
        addAll(panel, "M", 0, OPENED + 1, 80, 100);
        add(panel, "M", OPENED + 3, 100, 100);
        assertThat(measure(panel, of("M")).effects().getFirst().afterPct()).isCloseTo(-10, within(1e-9));
    }

    @Test
    void aTinyBaseCountsUpToTheCap() {
        Panel.Builder panel = crowd();
        addAll(panel, "T", 0, OPENED, 80, 100);
        addAll(panel, "T", OPENED + 1, PERIODS - 1, 80, 0.01);
        CaseEffect effect = measure(panel, of("T")).effects().getFirst();
        assertThat(effect.afterPct()).isEqualTo(100);
        assertThat(effect.remarks()).extracting(Remark::code).contains("CAPPED");
    }

    @Test
    void aCaseOfThisMonthAndASecondCaseAreNotMeasured() {
        Period last = FIRST.plusReporting(PERIODS - 1);
        assertThat(reason(crowd(), new DispatchCase("now", "C1", last))).isEqualTo(Unmeasured.Reason.TOO_EARLY);
        List<Unmeasured> second = measure(crowd(), of("C1"), new DispatchCase("again", "C1", OPENING.nextReporting()))
                .unmeasured();
        assertThat(second).extracting(Unmeasured::reason).containsExactly(Unmeasured.Reason.EARLIER_CASE);
    }

    @Test
    void fewerPeriodsThanPlannedAreSaid() {
        CaseEffect effect = Objects.requireNonNull(
                measure(crowd(), new DispatchCase("late", "C1", FIRST.plusReporting(PERIODS - 2)))
                        .effect("late"));
        assertThat(effect.periods()).isEqualTo(1);
        assertThat(effect.remarks()).extracting(Remark::code).contains("INCOMPLETE");
    }

    @Test
    void januaryAndFebruaryAreOnePeriod() {
        assertThat(new DispatchCase("1", "C1", Period.month(2022, 1)).opened()).isEqualTo(Period.janFeb(2022));
        assertThatThrownBy(() -> crowd().add(new Enterprise("J", "1311", "", ""), Period.month(2022, 1), 1, 1))
                .hasMessageContaining("Maybe January–February");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> add(crowd(), "C1", 0, 1, 1)).hasMessageContaining("has filed for 2021-05 already");
        assertThatThrownBy(() -> add(crowd(), "Y", 0, Double.NaN, 1)).hasMessageContaining("leave it out");
        assertThatThrownBy(() -> add(crowd(), "Y", 0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> measure(crowd(), of("C1"), of("C1"))).hasMessageContaining("the id C1");
        assertThatThrownBy(() -> measure(crowd(), of("C1"), new DispatchCase("2", "C1", OPENING)))
                .hasMessageContaining("two cases opened in");
        assertThatThrownBy(() -> Design.STANDARD.after(11)).hasMessageContaining("Maybe a year");
        assertThatThrownBy(() -> Design.STANDARD.draws(20)).hasMessageContaining("draws");
    }

    @Test
    void nothingToMeasureIsNoError() {
        Campaign none = Campaign.measure(Panel.builder().build(), List.of(of("C1")), Design.STANDARD);
        assertThat(none.overall()).isNull();
        assertThat(none.unmeasured()).hasSize(1);
        assertThat(measure(crowd()).effects()).isEmpty();
    }

    /** 1320 at an index of 110 and a rate of 0.25 is 300 real, 1000 last year 250. */
    @Test
    void aClosedPeriodGivesRealValueAndItsBase() {
        Panel panel = Panel.builder()
                .add(
                        Observations.builder(FIRST)
                                .add("A", "甲", "230102", "1311", Status.CONTINUING, 1320, 1000, Map.of("size", "LARGE"))
                                .add("B", "乙", "230302", "0610", Status.EXIT, 0, 0, 200, Map.of())
                                .build(),
                        Parameters.of(List.of(new Parameters.Entry("13", null, 0.25, 110.0))))
                .build();
        assertThat(panel.enterprises()).isEqualTo(1);
        assertThat(panel.growthPct(0, 0, 0)).isCloseTo(20, within(1e-9));
        assertThat(panel.base(0, 0, 0)).isEqualTo(250);
        assertThat(panel.enterprise(0)).isEqualTo(new Enterprise("A", "1311", "LARGE", "230102"));
    }

    @Test
    void groupsThatPartitionTheCasesAddUpAndDrawsAreTheSameEachTime() {
        MadeUpProvince province = MadeUpProvince.of(3, MadeUpProvince.ONE_MONTH.effectPp(8));
        Campaign campaign = Campaign.measure(province.with(), province.cases(), Design.STANDARD);
        List<GroupEffect> byUnit =
                campaign.by(each -> List.of("unit " + each.id().hashCode() % 4));
        GroupEffect overall = Objects.requireNonNull(campaign.overall());
        assertThat(byUnit.stream()
                        .mapToDouble(group -> group.provincePp().value())
                        .sum())
                .isCloseTo(overall.provincePp().value(), within(1e-9));
        assertThat(byUnit.stream()
                        .mapToInt(group -> group.cases() + group.unmeasured())
                        .sum())
                .isEqualTo(province.cases().size());
        assertThat(byUnit.getFirst().remarks()).extracting(Remark::code).contains("MANY-GROUPS", "SMALL-SAMPLE");
        List<DispatchCase> reversed = new ArrayList<>(province.cases()).reversed();
        assertThat(Campaign.measure(province.with(), province.cases(), Design.STANDARD)
                        .overall())
                .isEqualTo(overall);
        assertThat(Objects.requireNonNull(Campaign.measure(province.with(), reversed, Design.STANDARD)
                                .overall())
                        .effect()
                        .value())
                .isCloseTo(overall.effect().value(), within(1e-9));
    }
}
