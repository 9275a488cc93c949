package org.diaodu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void percentilesAreTheNearestRank() {
        var runs =
                new Runs(IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray());
        assertThat(runs.median()).isEqualTo(100);
        assertThat(runs.percentile(95)).isEqualTo(190);
        assertThat(runs.percentile(99)).isEqualTo(198);
        assertThat(runs.shortest()).isEqualTo(1);
        assertThat(runs.longest()).isEqualTo(200);
    }

    @Test
    void warmUpsAreRunAndNotMeasured() throws Exception {
        var calls = new int[1];
        Runs runs = Runs.of(3, 2, () -> calls[0]++);
        assertThat(calls[0]).isEqualTo(5);
        assertThat(runs.milliseconds()).hasSize(2);
    }
}
