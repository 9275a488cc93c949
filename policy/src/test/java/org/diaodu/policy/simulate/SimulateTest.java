package org.diaodu.policy.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.MadeBook;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.simulate.Simulation.ByEnterprise;
import org.diaodu.policy.simulate.Simulation.ByGroup;
import org.diaodu.policy.simulate.Simulation.Named;
import org.diaodu.policy.simulate.Threshold.Point;
import org.diaodu.rules.typed.Type;
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
    private DuckDb engine;
    private Population population;

    @BeforeEach
    void fourProjectsOfThreeEnterprises() {
        baseline = PolicyBook.read(MadeBook.in(folder.resolve("baseline")).folder());
        PolicyBook lower = Threshold.parse("demo-interest:2000").moved(baseline, DAY, new BigDecimal("1500"));
        reform = Threshold.parse("demo-interest:800").moved(lower, DAY, new BigDecimal("500"));
        engine = DuckDb.over(List.of());
        engine.execute("""
                CREATE TABLE enterprises AS SELECT * FROM (VALUES
                  ('甲', '230103', '大型'), ('乙', '230103', '小型'), ('丙', '230202', '中型')) t(k, r, "规模")""", List.of());
        engine.execute("""
                CREATE TABLE projects AS SELECT p, e, r, a AS "已入统", DATE '2022-03-20' AS "入统日期",
                  CAST(i AS DECIMAL(14, 4)) AS "入统投资额"
                FROM (VALUES
                  ('p1', '甲', '230103', true, 30000), ('p2', '乙', '230103', true, 1600),
                  ('p3', '丙', '230202', true, 10000), ('p4', '丙', '230202', NULL, 10000)) t(p, e, r, a, i)""", List.of());
        population = new Population(
                engine,
                List.of(
                        new SubjectTable(SubjectKind.ENTERPRISE, "enterprises", "k", "k", "r", Map.of("规模", Type.TEXT)),
                        new SubjectTable(
                                SubjectKind.PROJECT,
                                "projects",
                                "p",
                                "e",
                                "r",
                                Map.of("已入统", Type.TRUTH, "入统日期", Type.DATE, "入统投资额", Type.number(14, 4)))));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** 甲: 8 to 5 million. 乙: 0 to 1600 × 3.7 % = 592 000. 丙: 3.7 million either way, its second project is not known. */
    @Test
    void whoGainsWhoLosesAndWhatItCosts() {
        Simulation simulation = Simulate.of(baseline, reform, population, DAY, List.of("地区", "规模"));
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
        Simulation simulation = Simulate.of(baseline, reform, population, DAY, List.of());
        assertThat(simulation.levels())
                .containsExactlyInAnyOrder(
                        new Named("省", 702_000_000L, 557_520_000L), new Named("市县", 468_000_000L, 371_680_000L));
        assertThat(simulation.years()).extracting(Named::name).containsExactlyInAnyOrder("开工", "投产验收");
    }

    @Test
    void aThresholdMovesAlongAndCostAndCountFollow() {
        List<BigDecimal> values = List.of(new BigDecimal("1500"), new BigDecimal("2000"), new BigDecimal("20000"));
        assertThat(Threshold.parse("demo-interest:2000").curve(baseline, DAY, values, population))
                .containsExactly(
                        new Point(values.get(0), 1_229_200_000L, 3),
                        new Point(values.get(1), 1_170_000_000L, 2),
                        new Point(values.get(2), 800_000_000L, 1));
        assertThat(Threshold.parse("lpr-1y").curve(baseline, DAY, List.of(new BigDecimal("0.02")), population))
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
