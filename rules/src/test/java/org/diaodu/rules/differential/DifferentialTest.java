package org.diaodu.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.RowReader;
import org.diaodu.rules.sql.DuckDbDialect;
import org.junit.jupiter.api.Test;

/**
 * KIE, jDMN, the evaluator and DuckDB on the same models and cases; repeated and lengthened by the properties of
 * {@link Drawing}.
 */
class DifferentialTest {

    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final int CASES = 40;
    private static final int ENOUGH = Integer.getInteger("diaodu.differential.faults", 1);

    @Test
    void everyEngineGivesTheSameAnswerToEveryDrawnModel() {
        List<String> differences = new ArrayList<>();
        try (DuckDb duck = DuckDb.over(List.of())) {
            SecondOpinion jdmn = new SecondOpinion();
            Differential differential =
                    new Differential(List.of(new BulkEngine(new DuckDbDialect(), over(duck))), jdmn, CASES);
            Drawing drawing = Drawing.lasting(USUAL);
            for (long n = drawing.seed(); drawing.goesOn() && differences.size() < ENOUGH; n++) {
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
