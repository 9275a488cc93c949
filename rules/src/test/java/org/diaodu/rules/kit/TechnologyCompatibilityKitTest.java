package org.diaodu.rules.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.lake.DuckDb;
import org.diaodu.rules.kit.KitReport.Level;
import org.diaodu.rules.sql.DuckDbDialect;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TechnologyCompatibilityKitTest {

    private static Path kit = Path.of("");

    @BeforeAll
    static void find() {
        kit = Path.of("..", "..", "shared", "data", "dmn-tck").toAbsolutePath().normalize();
        for (Path up = Path.of("").toAbsolutePath(); up != null && !Files.exists(kit); up = up.getParent()) {
            kit = up.resolve("shared/data/dmn-tck");
        }
        Assumptions.assumeTrue(
                Files.exists(kit), "skipped: the DMN TCK (shared/data/dmn-tck) is not beside the project");
    }

    @Test
    void theWholeKitPassesNearlyAllOfItAsSqlAndNoStatementAnswersWrongly() {
        KitReport report;
        try (DuckDb engine = DuckDb.over(List.of())) {
            DuckDbDialect dialect = new DuckDbDialect();
            report = KitRun.of(
                    KitFile.under(kit, "*"),
                    new CompiledTrial(engine, dialect, false),
                    new CompiledTrial(engine, dialect, true),
                    Trial.ofReference());
        }

        assertThat(report.levels()).extracting(Level::level).containsExactly(2, 3);
        for (Level level : report.levels()) {
            assertThat(level.failed()).isEmpty();
            assertThat(level.passed()).isEqualTo(level.cases());
            assertThat(level.compiledAgree()).isEqualTo(level.compiled());
            assertThat(level.liftedAgree()).isEqualTo(level.lifted());
        }
        Level two = report.levels().get(0);
        assertThat(two.cases()).isGreaterThan(100);
        assertThat(two.compiled()).isGreaterThanOrEqualTo(two.nodes() * 95 / 100);
        assertThat(two.lifted()).isGreaterThanOrEqualTo(two.nodes() * 95 / 100);
        Level three = report.levels().get(1);
        assertThat(three.cases()).isGreaterThan(2000);
        assertThat(three.compiled()).isGreaterThanOrEqualTo(three.nodes() * 95 / 100);
        assertThat(three.lifted()).isGreaterThanOrEqualTo(three.nodes() * 75 / 100);
    }

    @Test
    void theReferenceAlonePassesTheWholeKit() {
        KitReport report = KitRun.of(KitFile.under(kit, "*"), Trial.ofNothing(), Trial.ofReference());

        assertThat(report.levels())
                .allSatisfy(level -> assertThat(level.failed()).isEmpty());
    }
}
