package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import org.diaodu.standards.Period;

class GrowthLawsTest {
    private static final Period MARCH = Period.month(2022, 3);
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.REGION,
            Dimension.INDUSTRY,
            Dimension.SIZE,
            Dimension.CHAIN,
            Dimension.REGION.times(Dimension.INDUSTRY),
            Dimension.parse("region@prefecture*size*chain"));
    private static final Parameters PARAMETERS = Parameters.of(List.of(
            new Parameters.Entry("C", null, 0.23, 107.3),
            new Parameters.Entry("13", null, 0.21, 98.7),
            new Parameters.Entry("B", null, 0.47, 131.9)));

    record Row(
            String region,
            String industry,
            String size,
            String chain,
            Status status,
            double now,
            double then,
            double filed) {
        void addTo(Observations.Builder builder, String creditCode, double part) {
            builder.add(
                    creditCode,
                    creditCode,
                    region,
                    industry,
                    status,
                    status == Status.EXIT ? 0 : now * part,
                    status == Status.EXIT || status == Status.NEW_PLANT ? 0 : then * part,
                    filed * part,
                    Map.of("size", size, "chain", chain));
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> figure = Arbitraries.doubles().between(0.001, 5e9).ofScale(3);
        return Combinators.combine(
                        Arbitraries.of("230102", "230103", "230100", "230302", "232700", "230000", "110101"),
                        Arbitraries.of("1311", "131", "13", "C", "0610", "0620", "441", "3511"),
                        Arbitraries.of("LARGE", "SMALL", ""),
                        Arbitraries.of("food", "steel", ""),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(Status.CONTINUING)),
                                Tuple.of(1, Arbitraries.of(Status.values()))),
                        figure,
                        figure,
                        figure)
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(rows -> rows.stream().anyMatch(row -> row.status() == Status.CONTINUING));
    }

    private static GrowthAccount account(List<Row> rows, double scale) {
        return GrowthAccount.of(observations(rows, scale), PARAMETERS, DIMENSIONS, Trees.standard());
    }

    private static Observations observations(List<Row> rows, double scale) {
        Observations.Builder builder = Observations.builder(MARCH);
        for (int i = 0; i < rows.size(); i++) rows.get(i).addTo(builder, "E" + i, scale);
        return builder.build();
    }

    /** The largest figure a rounding error is a part of. */
    private static double size(GrowthAccount account) {
        return Math.max(1, Math.abs(Objects.requireNonNull(account.growthPct())));
    }

    /** The largest growth of any group: what the weight and growth effects are products of. */
    private static double largestGrowth(GrowthAccount account) {
        return account.groups().stream()
                .mapToDouble(group -> group.growthPct() == null ? 0 : Math.abs(group.growthPct()))
                .reduce(size(account), Math::max);
    }

    @Property(tries = 200)
    void partsAddUpAlongEveryDimensionAndLevel(@ForAll("rows") List<Row> rows) {
        GrowthAccount account = account(rows, 1);
        assertThat(account.residuals()).hasSize(3 + 3 + 1 + 1 + 9 + 1);
        assertThat(Math.abs(account.residualPp()) / size(account)).isLessThan(1e-12);
    }

    @Property(tries = 200)
    void thePublishedRatioIsGrowthAndScope(@ForAll("rows") List<Row> rows) {
        GrowthAccount account = account(rows, 1);
        Scope scope = account.scope();
        double ratio = Objects.requireNonNull(scope.publishedRatioPct());
        double sum = Objects.requireNonNull(account.growthPct())
                + Objects.requireNonNull(scope.entryPp())
                + Objects.requireNonNull(scope.exitPp())
                + Objects.requireNonNull(scope.restatementPp());
        double magnitude =
                Math.max(size(account), Math.abs(ratio)) + Math.abs(scope.entryPp()) + Math.abs(scope.exitPp());
        assertThat(sum).isCloseTo(ratio, within(1e-12 * magnitude));
    }

    @Property(tries = 200)
    void theOrderOfTheRowsDoesNotMatter(@ForAll("rows") List<Row> rows, @ForAll long seed) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        GrowthAccount one = account(rows, 1);
        GrowthAccount other = account(shuffled, 1);
        same(one, other, 1);
    }

    @Property(tries = 200)
    void theUnitOfTheFiguresDoesNotMatter(
            @ForAll("rows") List<Row> rows, @ForAll @DoubleRange(min = 0.01, max = 1e4) double scale) {
        same(account(rows, 1), account(rows, scale), scale);
    }

    @Property(tries = 200)
    void splittingAnEnterpriseChangesNoTotal(@ForAll("rows") List<Row> rows) {
        Observations.Builder builder = Observations.builder(MARCH);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addTo(builder, "E" + i + "a", 0.25);
            rows.get(i).addTo(builder, "E" + i + "b", 0.75);
        }
        GrowthAccount split = GrowthAccount.of(builder.build(), PARAMETERS, DIMENSIONS, Trees.standard());
        same(account(rows, 1), split, 1);
    }

    @Property(tries = 100)
    void whatIfOfIdenticalFiguresChangesNothing(@ForAll("rows") List<Row> rows) {
        Observations observations = observations(rows, 1);
        WhatIf whatIf = WhatIf.replace(
                observations,
                List.of(new WhatIf.Replacement("E0", observations.output(0), observations.base(0), null)),
                PARAMETERS,
                DIMENSIONS,
                Trees.standard());
        assertThat(whatIf.deltaPp()).isEqualTo(0.0);
        assertThat(whatIf.groups()).allMatch(delta -> Objects.equals(delta.deltaPp(), 0.0));
    }

    @Property(tries = 100)
    void theChangeOfGrowthAddsUp(@ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
        GrowthAccount one = account(before, 1);
        GrowthAccount other = account(after, 1);
        GrowthChange change = GrowthChange.between(one, other);
        double tolerance = 1e-13 * Math.max(largestGrowth(one), largestGrowth(other));
        assertThat(Math.abs(change.residualPp())).isLessThan(tolerance);
        for (GrowthChange.GroupChange group : change.groups()) {
            assertThat(group.weightEffectPp() + group.growthEffectPp()).isCloseTo(group.changePp(), within(tolerance));
        }
    }

    /** Whoever sees the shown cells and the totals finds no withheld cell alone in a sum. */
    @Property(tries = 100)
    void noWithheldCellStandsAloneInALevel(@ForAll("rows") List<Row> rows) {
        GrowthAccount account = Suppression.of(account(rows, 1));
        for (LevelResidual level : account.residuals()) {
            long hidden = account.groups().stream()
                    .filter(group -> group.dimension().equals(level.dimension())
                            && group.level().equals(level.level()))
                    .filter(Group::suppressed)
                    .count();
            if (account.growthPct() != null) assertThat(hidden).isNotEqualTo(1);
        }
    }

    private static void same(GrowthAccount one, GrowthAccount other, double scale) {
        double tolerance = 1e-12 * size(one);
        assertThat(other.enterprises() >= one.enterprises()).isTrue();
        assertThat(other.value() / scale).isCloseTo(one.value(), within(1e-12 * one.value()));
        assertThat(Objects.requireNonNull(other.growthPct()))
                .isCloseTo(Objects.requireNonNull(one.growthPct()), within(tolerance));
        assertThat(other.groups()).hasSameSizeAs(one.groups());
        for (int i = 0; i < one.groups().size(); i++) {
            Group a = one.groups().get(i);
            Group b = other.groups().get(i);
            assertThat(b.code()).isEqualTo(a.code());
            assertThat(Objects.requireNonNull(b.contributionPp()))
                    .isCloseTo(Objects.requireNonNull(a.contributionPp()), within(tolerance));
        }
    }
}
