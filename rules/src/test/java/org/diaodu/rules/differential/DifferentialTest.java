package org.diaodu.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.RowReader;
import org.diaodu.rules.sql.DuckDbDialect;
import org.junit.jupiter.api.Test;

/**
 * A fresh seed on every build, printed; under {@code CI} always the same, so that a change is not stopped by what it did
 * not touch. {@code -Ddiaodu.differential.minutes=10} runs longer;
 * {@code -Ddiaodu.differential.seed=S} repeats the model of that seed and goes on from there.
 */
class DifferentialTest {

    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final int CASES = 40;
    private static final int ENOUGH = Integer.getInteger("diaodu.differential.faults", 1);

    @Test
    void everyEngineGivesTheSameAnswerToEveryDrawnModel() {
        long seed = Long.getLong(
                "diaodu.differential.seed",
                System.getenv("CI") != null ? 20_220_425L : new SplittableRandom().nextLong(1_000_000_000_000L));
        Duration length = Integer.getInteger("diaodu.differential.minutes") instanceof Integer minutes
                ? Duration.ofMinutes(minutes)
                : USUAL;
        System.out.println("differential seed " + seed);
        List<String> differences = new ArrayList<>();
        try (DuckDb duck = DuckDb.over(List.of())) {
            SecondOpinion jdmn = new SecondOpinion();
            Differential differential =
                    new Differential(List.of(new BulkEngine(new DuckDbDialect(), over(duck))), jdmn, CASES);
            Instant end = Instant.now().plus(length);
            for (long n = seed; Instant.now().isBefore(end) && differences.size() < ENOUGH; n++) {
                String difference = differential.difference(n);
                if (difference != null) {
                    differences.add(difference);
                }
            }
            System.out.println("differential " + differential.counts() + ", not compiled " + differential.reasonsLeft()
                    + ", refused by jDMN " + jdmn.refused() + " models");
        }
        assertThat(differences).as(String.join("\n\n", differences)).isEmpty();
    }

    private static BulkEngine.Runs over(DuckDb duck) {
        return new BulkEngine.Runs() {
            @Override
            public <T> List<T> query(String sql, RowReader<T> reader) {
                return duck.query(sql, List.of(), reader);
            }
        };
    }
}
