package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class GrowthAccountTest {
    @Test
    void aNewPlantAddsItsWholeOutputToGrowth() {
        var observations = Observations.builder(Period.month(2022, 3))
                .add("A", "甲", "230102", "131", Status.CONTINUING, 210, 200, Map.of("size", "LARGE"))
                .add("B", "乙", "230100", "0610", Status.NEW_PLANT, 30, 0, Map.of())
                .build();
        var account = GrowthAccount.of(observations, Parameters.NONE, Dimension.ALL, Trees.standard());
        assertThat(account.growthPct()).isEqualTo(20.0);
        assertThat(account.contributions().top(1).getFirst().contributionPp()).isEqualTo(15.0);
    }
}
