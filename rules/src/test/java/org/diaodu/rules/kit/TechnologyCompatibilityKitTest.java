package org.diaodu.rules.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.rules.kit.KitReport.Level;
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
    void theReferencePassesAllOfLevelTwoAndAtLeastNinetyNineInAHundredOfLevelThree() {
        KitReport report = KitRun.of(KitFile.under(kit, "*"), Trial.ofNothing(), Trial.ofReference());

        assertThat(report.levels()).extracting(Level::level).containsExactly(2, 3);
        Level two = report.levels().get(0);
        assertThat(two.failed()).isEmpty();
        assertThat(two.cases()).isGreaterThan(100);
        Level three = report.levels().get(1);
        assertThat(three.passed()).as("%s", three.failed()).isGreaterThanOrEqualTo(three.cases() * 99 / 100);
        assertThat(three.cases()).isGreaterThan(2000);
    }
}
