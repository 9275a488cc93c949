package org.diaodu.server.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Status;
import org.diaodu.growth.Trees;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Dimension DIVISION = Dimension.INDUSTRY.at("division");
    private final GrowthAccount account = account();

    @Test
    void theShownPartsAndTheOthersEndExactlyAtTheHeadline() {
        for (int most = 1; most < 45; most++) {
            Waterfall waterfall = waterfall(most);
            assertThat(waterfall.sumPp()).isCloseTo(waterfall.growthPct(), within(1e-12));
            assertThat(waterfall.steps().size() + waterfall.otherGroups()).isEqualTo(41);
        }
    }

    @Test
    void theStepsGoFromTheStrongestPullUpToTheStrongestPullDown() {
        List<Double> steps = waterfall(11).steps().stream()
                .map(Waterfall.Step::contributionPp)
                .toList();
        assertThat(steps).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void oneLeftOverGroupIsShownByNameInsteadOfAsOthers() {
        assertThat(waterfall(40).others()).isNull();
        assertThat(waterfall(40).steps()).hasSize(41);
    }

    @Test
    void withoutABaseThereIsNothingToExplain() {
        assertThat(Waterfall.of(List.of(), null, 5)).isNull();
    }

    private Waterfall waterfall(int most) {
        Waterfall waterfall = Waterfall.of(account.groups(Dimension.INDUSTRY, "division"), account.growthPct(), most);
        return Objects.requireNonNull(waterfall);
    }

    private static GrowthAccount account() {
        Random random = new Random(2);
        Observations.Builder rows = Observations.builder(Period.month(2022, 3));
        List<Industry> divisions = Industries.bundled().industrialDivisions();
        for (int i = 0; i < 4_000; i++) {
            String industry = divisions.get(i % divisions.size()).code();
            double base = Math.exp(random.nextGaussian() * 3 + 8);
            double output = base * Math.exp(random.nextGaussian() * 0.4);
            rows.add("C" + i, "示例" + i, "230102", industry, Status.CONTINUING, output, base, Map.of());
        }
        return GrowthAccount.of(rows.build(), Parameters.NONE, List.of(DIVISION), Trees.standard());
    }
}
