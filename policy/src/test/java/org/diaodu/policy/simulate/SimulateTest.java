package org.diaodu.policy.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.MadeBook;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.simulate.Simulation.ByEnterprise;
import org.diaodu.policy.simulate.Simulation.ByGroup;
import org.diaodu.policy.simulate.Simulation.Named;
import org.diaodu.policy.simulate.Threshold.Point;
import org.diaodu.rules.files.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year's interest at 3.70 % from 20 million yuan on, at most 8 million; the reform asks for 15 million and pays 5 million at
 * most. 60 % is the province's, 60 % is paid at the start.
 */
class SimulateTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    @TempDir
    Path folder;

    private PolicyBook baseline;
    private PolicyBook reform;
    private List<Population> populations = List.of();

    @BeforeEach
    void fourProjectsOfThreeEnterprises() throws IOException {
        baseline = PolicyBook.read(MadeBook.in(folder.resolve("baseline")).folder());
        PolicyBook lower = Threshold.parse("demo-interest:2000").moved(baseline, DAY, new BigDecimal("1500"));
        reform = Threshold.parse("demo-interest:800").moved(lower, DAY, new BigDecimal("500"));
        Path enterprises = Files.writeString(folder.resolve("enterprises.csv"), """
            信用代码,地区,规模
            甲,230103,大型
            乙,230103,小型
            丙,230202,中型
            """);
        Path projects = Files.writeString(folder.resolve("projects.csv"), """
            项目代码,信用代码,地区,已入统,入统日期,入统投资额
            p1,甲,230103,是,2022-03-20,30000
            p2,乙,230103,是,2022-03-20,1600
            p3,丙,230202,是,2022-03-20,10000
            p4,丙,230202,,2022-03-20,10000
            """);
        List<PolicyBook> books = List.of(baseline, reform);
        populations = List.of(
                Population.open(
                        enterprises, SubjectKind.ENTERPRISE, "信用代码", "信用代码", List.of("规模"), books, DAY, Language.EN),
                Population.open(projects, SubjectKind.PROJECT, "项目代码", "信用代码", List.of(), books, DAY, Language.EN));
    }

    @AfterEach
    void close() {
        populations.forEach(Population::close);
    }

    /** 甲: 8 to 5 million. 乙: 0 to 1600 × 3.7 % = 592 000. 丙: 3.7 million either way, its second project is not known. */
    @Test
    void whoGainsWhoLosesAndWhatItCosts() {
        Simulation simulation = Simulate.of(baseline, reform, populations, DAY, List.of("地区", "规模"));
        assertThat(simulation.total()).isEqualTo(new Simulation.Change(1_170_000_000L, 929_200_000L, 2, 3));
        assertThat(simulation.winners()).isEqualTo(1);
        assertThat(simulation.losers()).isEqualTo(1);
        assertThat(simulation.lost())
                .containsExactly(new ByEnterprise("甲", 800_000_000L, 500_000_000L, List.of("demo-interest")));
        assertThat(simulation.gained()).extracting(ByEnterprise::key).containsExactly("乙");
        assertThat(simulation.clauses().getFirst().needingFacts()).isEqualTo(1);
        assertThat(simulation.groups())
                .extracting(ByGroup::values)
                .containsExactlyInAnyOrder(List.of("哈尔滨市", "大型"), List.of("哈尔滨市", "小型"), List.of("齐齐哈尔市", "中型"));
    }

    /** The shares are 60 and 40 %; neither milestone names a year, so each stands by its name. */
    @Test
    void theCostIsSplitByLevelAndByTime() {
        Simulation simulation = Simulate.of(baseline, reform, populations, DAY, List.of());
        assertThat(simulation.levels())
                .containsExactlyInAnyOrder(
                        new Named("省", 702_000_000L, 557_520_000L), new Named("市县", 468_000_000L, 371_680_000L));
        assertThat(simulation.years()).extracting(Named::name).containsExactlyInAnyOrder("开工", "投产验收");
    }

    @Test
    void aThresholdMovesAlongAndCostAndCountFollow() {
        List<BigDecimal> values = List.of(new BigDecimal("1500"), new BigDecimal("2000"), new BigDecimal("20000"));
        assertThat(Threshold.parse("demo-interest:2000").curve(baseline, DAY, values, populations))
                .containsExactly(
                        new Point(values.get(0), 1_229_200_000L, 3),
                        new Point(values.get(1), 1_170_000_000L, 2),
                        new Point(values.get(2), 800_000_000L, 1));
        assertThat(Threshold.parse("lpr-1y").curve(baseline, DAY, List.of(new BigDecimal("0.02")), populations))
                .containsExactly(new Point(new BigDecimal("0.02"), 800_000_000L, 2)); // 6 and 2 million
    }

    @Test
    void aNumberThatIsNotThereIsSaidWithThoseThatAre() {
        assertThatThrownBy(() -> Threshold.parse("demo-interest:3000").moved(baseline, DAY, BigDecimal.ONE))
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.english())
                                .contains("have no 3000")
                                .contains("800, 2000"));
    }
}
