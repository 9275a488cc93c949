package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedContributionsTest {
    private static double[][] table(String name) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedContributionsTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    /**
     * Mining 50 → 60 (+20 %), the rest 150 → 156 (+4 %), total 200 → 216 (+8 %). Shares now 60/216 and 156/216; shares
     * before 25 % and 75 %, contributions 5 and 3.
     */
    @Test
    void currentSharesTellTheSharesBefore() {
        PublishedContributions published = PublishedContributions.ofCurrentShares(
                8,
                List.of(
                        new PublishedContributions.Rate("B", "采矿业", 6000.0 / 216, 20),
                        new PublishedContributions.Rate("C", "制造业", 15600.0 / 216, 4)));
        assertThat(published.rows().getFirst().baseSharePct()).isCloseTo(25, within(1e-9));
        assertThat(published.rows().getFirst().contributionPp()).isCloseTo(5, within(1e-9));
        assertThat(published.rows().getLast().contributionPp()).isCloseTo(3, within(1e-9));
        assertThat(published.residualPp()).isCloseTo(0, within(1e-9));
    }

    /** The same table as printed: shares 27.8 and 72.2; 27.8·1.08/1.2·.2 = 5.004, 72.2·1.08/1.04·.04 = 2.99908. */
    @Test
    void roundingIsARowOfItsOwn() {
        PublishedContributions published = PublishedContributions.ofCurrentShares(
                8,
                List.of(
                        new PublishedContributions.Rate("B", "采矿业", 27.8, 20),
                        new PublishedContributions.Rate("C", "制造业", 72.2, 4)));
        assertThat(published.residualPp()).isCloseTo(8 - 5.004 - 72.2 * 1.08 / 1.04 * .04, within(1e-9));
    }

    @Test
    void aPartThatFellByAllNeedsItsBaseShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedContributions.ofCurrentShares(
                        1, List.of(new PublishedContributions.Rate("B", "采矿业", 0, -100))))
                .withMessageContaining("Maybe give the base period's shares");
    }

    /** Weights 60/40, indices 100 → 110 and 100 → 95, total published as 104.1: 6, −2 and 0.1 left over. */
    @Test
    void indicesWithWeightsTellContributionsAndWhatTheyMiss() {
        PublishedContributions published = PublishedContributions.ofIndices(
                104.1,
                100,
                List.of(
                        new PublishedContributions.Index("A", "a", 60, 110, 100),
                        new PublishedContributions.Index("B", "b", 40, 95, 100),
                        new PublishedContributions.Index("X", "x", 0, Double.NaN, 100)));
        assertThat(published.rows())
                .extracting(PublishedContributions.Row::contributionPp)
                .containsExactly(6.0, -2.0);
        assertThat(published.residualPp()).isCloseTo(.1, within(1e-9));
        assertThat(published.missing()).containsExactly("X");
    }

    /** Random quantities and prices of 6 parts in 36 months, contributions by formulas.py (numpy). */
    @Test
    void annualOverlapReproducesTheGoldenVector() throws IOException {
        double[][] figures = table("quantities-and-prices.csv");
        double[][] expected = table("annual-overlap-expected.csv");
        for (int m = 0; m < 12; m++) {
            PublishedContributions published = AnnualOverlap.of(components(figures, m), m, null);
            assertThat(published.growthPct()).isCloseTo(expected[m][0] * 100, within(1e-10));
            for (int i = 0; i < 6; i++) {
                assertThat(published.rows().get(i).contributionPp()).isCloseTo(expected[m][i + 1] * 100, within(1e-10));
            }
            assertThat(published.residualPp()).isCloseTo(0, within(1e-9));
        }
    }

    private static List<AnnualOverlap.Component> components(double[][] figures, int m) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new AnnualOverlap.Component(
                        "q" + i,
                        "q" + i,
                        IntStream.range(0, 12).mapToDouble(k -> figures[k][i]).toArray(),
                        IntStream.range(12, 24).mapToDouble(k -> figures[k][i]).toArray(),
                        figures[24 + m][i],
                        shareInValue(figures, 12, i),
                        shareInValue(figures, 0, i)))
                .toList();
    }

    private static double shareInValue(double[][] figures, int from, int part) {
        double own = 0;
        double all = 0;
        for (int month = from; month < from + 12; month++) {
            for (int i = 0; i < 6; i++) {
                double value = figures[month][i] * figures[month][6 + i];
                all += value;
                if (i == part) own += value;
            }
        }
        return own / all * 100;
    }

    /** Values and prices of table 2.12 as printed, t2 and t3; growth 6.35 %, contributions 1.98 1.66 1.49 1.22. */
    @Test
    void chainFisherReproducesStatisticsCanadasTable() {
        PublishedContributions published = ChainFisher.of(List.of(
                new PricedPart("1", "1", 72, 50, 48, 25),
                new PricedPart("2", "2", 240, 125, 255, 125),
                new PricedPart("3", "3", 455, 130, 504, 140),
                new PricedPart("4", "4", 150, 120, 135, 100)));
        assertThat(published.growthPct()).isCloseTo(6.349740671059889, within(1e-9));
        assertThat(published.rows().stream().map(PublishedContributions.Row::contributionPp))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(1.9801411880278592, 1.6597056779064694, 1.494693912237481, 1.2151998928880936);
        assertThat(published.residualPp()).isCloseTo(0, within(1e-9));
    }

    @Test
    void bennetAndMontgomeryVartiaReproduceTheGoldenVector() throws IOException {
        double[][] figures = table("quantities-and-prices.csv");
        double[][] expected = table("price-volume-expected.csv");
        List<PricedPart> parts = IntStream.range(0, 6)
                .mapToObj(i -> new PricedPart(
                        "" + i,
                        "" + i,
                        figures[0][i] * figures[0][6 + i],
                        figures[0][6 + i],
                        figures[12][i] * figures[12][6 + i],
                        figures[12][6 + i]))
                .toList();
        PriceVolumeSplit bennet = PriceVolumeSplit.bennet(parts);
        PriceVolumeSplit vartia = PriceVolumeSplit.montgomeryVartia(parts);
        for (int i = 0; i < 6; i++) {
            assertThat(bennet.rows().get(i).volume()).isCloseTo(expected[i][0], within(1e-12));
            assertThat(bennet.rows().get(i).price()).isCloseTo(expected[i][1], within(1e-12));
            assertThat(vartia.rows().get(i).volume()).isCloseTo(expected[i][2], within(1e-9));
            assertThat(vartia.rows().get(i).price()).isCloseTo(expected[i][3], within(1e-9));
        }
        assertThat(bennet.residual()).isCloseTo(0, within(1e-12));
        assertThat(vartia.residual()).isCloseTo(0, within(1e-9));
    }

    @Test
    void anEntrantIsAllVolumeInBennetsSplit() {
        PriceVolumeSplit split = PriceVolumeSplit.bennet(List.of(new PricedPart("n", "new", 0, 0, 12, 3)));
        assertThat(split.rows().getFirst()).isEqualTo(new PriceVolumeSplit.Row("n", "new", 12, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceVolumeSplit.montgomeryVartia(List.of(new PricedPart("n", "new", 0, 0, 12, 3))));
    }
}
