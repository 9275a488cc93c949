package org.diaodu.growth.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How often the measure is right on made-up provinces whose truth is known: cases opened for those that just fell,
 * seasons, shocks by industry, heavy tails, missing returns. {@code -Ddiaodu.provinces=1000} takes more of them.
 */
class EffectRatesTest {
    private static final Design DESIGN = Design.STANDARD.draws(199);
    private static final int MANY = Integer.getInteger("diaodu.provinces", 300);

    /** One province: what was found and what was true; the same for its points and for its cases one by one. */
    private record Found(
            GroupEffect overall,
            double truth,
            double truthPp,
            double casesHeld,
            double unitsHeld,
            double fallToAfterPp,
            double cases) {
        static Found in(MadeUpProvince province) {
            Campaign campaign = Campaign.measure(province.with(), province.cases(), DESIGN);
            List<CaseEffect> effects = campaign.effects();
            return new Found(
                    Objects.requireNonNull(campaign.overall()),
                    mean(effects, effect -> province.truth(effect, DESIGN)),
                    province.truthPp(campaign, DESIGN),
                    share(effects, effect -> effect.effect().holds(province.truth(effect, DESIGN))),
                    share(
                            campaign.by(each -> List.of(unit(each))),
                            unit -> unit.effect()
                                    .holds(mean(
                                            effects.stream()
                                                    .filter(effect -> unit(effect.dispatchCase())
                                                            .equals(unit.group()))
                                                    .toList(),
                                            effect -> province.truth(effect, DESIGN)))),
                    mean(effects, effect -> effect.afterPct() - effect.fallPct()),
                    (double) effects.size() / province.cases().size());
        }

        /** Sixteen units of some five cases. */
        private static String unit(DispatchCase dispatchCase) {
            return "unit " + Math.floorMod(dispatchCase.id().hashCode(), 16);
        }

        double errorPp() {
            return overall.effect().value() - truth;
        }

        boolean rejects() {
            return !overall.effect().holds(0);
        }

        boolean isNotParallel() {
            return !Objects.requireNonNull(overall.earlier()).holds(0);
        }
    }

    private static List<Found> found(MadeUpProvince.Recipe recipe, int provinces, long first) {
        return LongStream.range(first, first + provinces)
                .parallel()
                .mapToObj(seed -> Found.in(MadeUpProvince.of(seed, recipe)))
                .toList();
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return mean(all, each -> which.test(each) ? 1 : 0);
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static void report(String what, List<Found> found) {
        System.out.println(what
                + String.format(
                        Locale.ROOT,
                        ": %d provinces, %.0f cases each, %.1f %% measured; truth %.2f, mean error %+.2f;"
                                + " held: mean %.3f, province %.3f, single cases %.3f, units %.3f; 0 rejected %.3f;"
                                + " not parallel %.3f; before/after alone: %+.2f, from the fall %+.2f",
                        found.size(),
                        mean(found, each -> each.overall().cases()),
                        100 * mean(found, Found::cases),
                        mean(found, Found::truth),
                        mean(found, Found::errorPp),
                        share(found, each -> each.overall().effect().holds(each.truth())),
                        share(found, each -> each.overall().provincePp().holds(each.truthPp())),
                        mean(found, Found::casesHeld),
                        mean(found, Found::unitsHeld),
                        share(found, Found::rejects),
                        share(found, Found::isNotParallel),
                        mean(found, each -> each.overall().beforeAfterPp()),
                        mean(found, Found::fallToAfterPp)));
    }

    @Test
    void aKnownEffectLiesWithinItsIntervalAtTheStatedRate() {
        List<Found> found = found(MadeUpProvince.ONE_MONTH.effectPp(8), MANY, 0);
        report("effect of 8 points", found);
        assertThat(share(found, each -> each.overall().effect().holds(each.truth())))
                .isBetween(0.92, 0.98);
        assertThat(share(found, each -> each.overall().provincePp().holds(each.truthPp())))
                .isBetween(0.92, 0.98);
        assertThat(mean(found, Found::casesHeld)).isBetween(0.92, 0.98);
        assertThat(mean(found, Found::unitsHeld)).isBetween(0.92, 0.98);
        assertThat(mean(found, Found::errorPp)).isCloseTo(0, within(0.8));
        assertThat(share(found, Found::rejects)).as("power").isGreaterThan(0.6);
    }

    @Test
    void whereThereIsNoEffectOneInTwentyIsCalledOne() {
        List<Found> found = found(MadeUpProvince.ONE_MONTH, MANY, 1_000_000);
        report("no effect", found);
        assertThat(share(found, Found::rejects)).isBetween(0.02, 0.08);
        assertThat(share(found, Found::isNotParallel)).isBetween(0.02, 0.08);
    }

    @Test
    void beforeAndAfterAloneShowsARecoveryWhereThereIsNone() {
        List<Found> found = found(MadeUpProvince.ONE_MONTH, 30, 0);
        assertThat(found).allMatch(each -> each.fallToAfterPp() > 5);
        assertThat(mean(found, Found::fallToAfterPp)).isGreaterThan(12);
        assertThat(mean(found, each -> each.overall().beforeAfterPp())).isGreaterThan(10);
        assertThat(mean(found, each -> each.overall().effect().value())).isCloseTo(0, within(1.5));
    }

    @Test
    void casesOfSeveralMonthsAreAsCertain() {
        List<Found> found = found(MadeUpProvince.FOUR_MONTHS, MANY / 5, 0);
        report("no effect, four months", found);
        assertThat(share(found, Found::rejects)).isBetween(0.0, 0.12);
        assertThat(mean(found, Found::casesHeld)).isBetween(0.92, 0.98);
    }

    @Test
    void casesOpenedLaterForNeighboursMakeTheEffectLookSmallerNeverLarger() {
        List<Found> found = found(MadeUpProvince.FOUR_MONTHS.effectPp(8), 20, 0);
        report("effect of 8 points, four months", found);
        assertThat(mean(found, Found::errorPp)).isBetween(-2.0, 0.0);
        assertThat(found)
                .allMatch(each -> each.overall().remarks().stream()
                        .anyMatch(remark -> remark.code().equals("LATER-CASES")));
    }

    @Test
    void enterprisesChosenByWhatNoReturnSaysAreFoundNotToBeParallel() {
        List<Found> found = found(MadeUpProvince.BY_TREND, 30, 0);
        report("chosen by an unseen trend", found);
        assertThat(mean(found, Found::errorPp)).isLessThan(-2);
        assertThat(share(found, Found::isNotParallel)).isGreaterThan(0.5);
    }
}
