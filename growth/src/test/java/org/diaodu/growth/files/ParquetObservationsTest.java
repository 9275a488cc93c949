package org.diaodu.growth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Trees;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetObservationsTest {
    private static final Period MARCH = Period.month(2022, 3);

    @TempDir
    private Path directory = Path.of("");

    private Observations read(DuckDb engine, String rows, boolean withEnterprises) {
        engine.execute("""
                create or replace table rows as select * from (values %s) as t(credit_code, name, region, industry, period,
                  output, output_base, output_base_filed, status, size)
                """.formatted(rows), List.of());
        return ParquetObservations.read(engine, "rows", MARCH, List.of("region", "industry", "size"), withEnterprises);
    }

    @Test
    void closedRowsAreReadAsColumns() {
        try (DuckDb engine = DuckDb.inDirectory(directory, EngineLimits.DEFAULT)) {
            Observations observations = read(engine, """
                    ('A', '甲', '230102', '1311', '2022-03', 1320, 1000, null, 'continuing', 'LARGE'),
                    ('B', '乙', '230302', '0610', '2022-03', 1000, 700, 800, 'continuing', null),
                    ('C', '丙', '230103', '441', '2022-03', 250, 0, null, 'new_plant', 'SMALL'),
                    ('D', '丁', '230303', '1351', '2022-03', 880, 800, null, 'entry', 'SMALL'),
                    ('E', '戊', '230302', '0610', '2022-03', null, null, 200, 'exit', 'SMALL'),
                    ('F', '己', '230302', '0610', '2022-02', 1, 1, 1, 'continuing', 'SMALL')
                    """, true);
            assertThat(observations.size()).isEqualTo(5);
            assertThat(observations.name(1)).isEqualTo("乙");
            assertThat(observations.code("size", 1)).isEmpty();
            GrowthAccount account =
                    GrowthAccount.of(observations, Parameters.NONE, List.of(Dimension.SIZE), Trees.standard());
            assertThat(account.growthPct()).isEqualTo(38.0);
            assertThat(account.scope().exits()).isEqualTo(1);
            assertThat(account.contributions().top(1).getFirst().name()).isEqualTo("甲");
        }
    }

    @Test
    void aFigureThatContradictsItsStatusIsRefused() {
        try (DuckDb engine = DuckDb.inDirectory(directory, EngineLimits.DEFAULT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(
                            engine, "('E', '戊', '230302', '0610', '2022-03', 7, null, 200.0, 'exit', 'SMALL')", false))
                    .withMessageContaining("an exit is on neither side, but row 1 has output 7.0");
        }
    }
}
