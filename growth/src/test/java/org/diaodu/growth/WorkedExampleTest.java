package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A month of five enterprises, to be checked by hand. Value-added rates: 13 food 0.25, 06 coal 0.5, 44 power 0.4; price
 * indices: 13 110, 06 125, 44 100. V = r·P/(π/100), U = r·B, N = r·P, W = r·(base as filed last year):
 *
 * <pre>
 *                           P     B  filed |    V                       U    N    W
 *  甲 food, Harbin        1320  1000  1000 | .25·1320/1.10 = 300     250  330  250   continuing
 *  乙 coal, Jixi          1000   700   800 | .50·1000/1.25 = 400     350  500  400   continuing, restated
 *  丙 power, Harbin        250     0       | .40·250       = 100       0  100    0   new plant
 *  丁 food, Jixi           880   800       | .25·880/1.10  = 200     200  220    0   entry
 *  戊 coal, Jixi             0     0   200 |                 0         0    0  100   exit
 *  sum                                      1000     800 1150  750
 *
 *  growth      1000/800 − 1 = 25 %            nominal 1150/800 − 1 = 43.75 %, price 43.75 − 25 = 18.75 points
 *  contributions  甲 50/800 = 6.25   乙 50/800 = 6.25   丙 100/800 = 12.5   丁 0   sum 25
 *  published ratio 1000/750 − 1 = 33 1/3 %; V/(U·W)·100 = 1000/(800·750)·100 = 1/6, times U − W:
 *     entry 200/6 = 33 1/3   exit −100/6 = −16 2/3   restatement (350−400)/6 = −8 1/3
 *     25 + 33 1/3 − 16 2/3 − 8 1/3 = 33 1/3
 *  new plant, part of the 25: 100/800 = 12.5
 * </pre>
 */
class WorkedExampleTest {
    static final Offset<Double> EXACT = within(1e-9);
    static final Period MARCH = Period.month(2022, 3);

    static Observations example() {
        return Observations.builder(MARCH)
                .add("A", "甲", "230102", "1311", Status.CONTINUING, 1320, 1000, 1000, Map.of("size", "LARGE"))
                .add("B", "乙", "230302", "0610", Status.CONTINUING, 1000, 700, 800, Map.of("size", "LARGE"))
                .add("C", "丙", "230103", "441", Status.NEW_PLANT, 250, 0, Map.of("size", "SMALL"))
                .add("D", "丁", "230303", "1351", Status.ENTRY, 880, 800, Map.of("size", "SMALL"))
                .add("E", "戊", "230302", "0610", Status.EXIT, 0, 0, 200, Map.of("size", "SMALL"))
                .build();
    }

    static Parameters parameters() {
        return Parameters.of(List.of(
                new Parameters.Entry("13", MARCH, 0.25, 110.0),
                new Parameters.Entry("06", MARCH, 0.5, 125.0),
                new Parameters.Entry("44", MARCH, 0.4, null)));
    }

    static GrowthAccount account(Dimension... dimensions) {
        return GrowthAccount.of(example(), parameters(), List.of(dimensions), Trees.standard());
    }

    private static void exactly(@Nullable Double actual, double expected) {
        assertThat(Objects.requireNonNull(actual)).isCloseTo(expected, EXACT);
    }

    private static Group group(GrowthAccount account, Dimension dimension, String code) {
        return account.group(dimension, code).orElseThrow();
    }

    @Test
    void growthIsAtComparablePricesAndOnTheRestatedBase() {
        GrowthAccount account = account();
        exactly(account.growthPct(), 25);
        exactly(account.value(), 1000);
        exactly(account.base(), 800);
        assertThat(account.enterprises()).isEqualTo(4);
    }

    @Test
    void nominalGrowthIsRealGrowthAndPrice() {
        exactly(account().nominalPct(), 43.75);
        exactly(account().pricePp(), 18.75);
    }

    @Test
    void theRatioOfPublishedLevelsIsGrowthAndTheScopeEffect() {
        Scope scope = account().scope();
        exactly(scope.publishedRatioPct(), 100.0 / 3);
        exactly(scope.entryPp(), 100.0 / 3);
        exactly(scope.exitPp(), -50.0 / 3);
        exactly(scope.restatementPp(), -25.0 / 3);
        exactly(scope.newPlantPp(), 12.5);
    }

    @Test
    void aNewPlantAddsItsWholeOutputToGrowth() {
        Group power = group(account(Dimension.INDUSTRY), Dimension.INDUSTRY, "44");
        exactly(power.contributionPp(), 12.5);
        exactly(power.shareOfGrowthPct(), 50);
        assertThat(power.growthPct()).isNull();
    }

    @Test
    void anEntryBringsItsOwnBaseAndAddsOnlyItsOwnGrowth() {
        EnterpriseContribution entry = account().contributions().sorted().stream()
                .filter(enterprise -> enterprise.status() == Status.ENTRY)
                .findFirst()
                .orElseThrow();
        exactly(entry.contributionPp(), 0);
    }

    @Test
    void anExitLeavesBothSides() {
        assertThat(account().contributions().sorted())
                .extracting(EnterpriseContribution::name)
                .containsExactly("丙", "甲", "乙", "丁");
        assertThat(group(account(Dimension.INDUSTRY), Dimension.INDUSTRY, "06").enterprises())
                .isEqualTo(1);
    }

    /** Jixi: V = 400 + 200, U = 350 + 200, N = 500 + 220, W = 400 + 100. */
    @Test
    void aCityHasItsOwnGrowthScopeAndPrice() {
        Group jixi = group(account(Dimension.REGION), Dimension.REGION, "230300");
        exactly(jixi.growthPct(), (600.0 / 550 - 1) * 100);
        exactly(jixi.contributionPp(), 50.0 / 800 * 100);
        exactly(jixi.pricePp(), (720.0 - 600) / 800 * 100);
        exactly(jixi.nominalPct(), (720.0 / 550 - 1) * 100);
        exactly(jixi.scope().publishedRatioPct(), (600.0 / 500 - 1) * 100);
        double factor = 600.0 / (550 * 500) * 100;
        exactly(jixi.scope().entryPp(), 200 * factor);
        exactly(jixi.scope().exitPp(), -100 * factor);
        exactly(jixi.scope().restatementPp(), -50 * factor);
        exactly(jixi.scopePp(), (550 - 500) / 6.0);
    }

    @Test
    void theGroupsScopeEffectsAddUpToTheTotals() {
        GrowthAccount account = account(Dimension.REGION);
        double sum = account.groups(Dimension.REGION, "county").stream()
                .mapToDouble(group -> Objects.requireNonNull(group.scopePp()))
                .sum();
        exactly(sum, 100.0 / 3 - 25);
    }

    @Test
    void everyLevelOfEveryDimensionAndCrossAddsUp() {
        Dimension cross = Dimension.REGION.times(Dimension.INDUSTRY);
        GrowthAccount account = account(Dimension.REGION, Dimension.INDUSTRY, Dimension.SIZE, cross);
        assertThat(account.residuals()).hasSize(3 + 3 + 1 + 9);
        assertThat(Math.abs(account.residualPp())).isLessThan(1e-9);
        exactly(group(account, cross, "230300*06").contributionPp(), 6.25);
        assertThat(group(account, cross, "230300*06").parent()).isEqualTo("230300*B");
        assertThat(group(account, cross, "230300*06").name()).isEqualTo("鸡西市 × 煤炭开采和洗选业");
    }

    @Test
    void oneLevelOfATreeCanBeAskedFor() {
        Dimension cities = Dimension.REGION.at("prefecture");
        assertThat(account(cities).groups()).extracting(Group::code).containsExactly("230100", "230300");
        Dimension classes = Dimension.parse("industry@class");
        assertThat(account(classes).groups()).extracting(Group::code).containsExactly("0610", "1311", "1351", "441-");
    }

    @Test
    void drillingDownTellsTheGrowthOfAPartOnItsOwnBase() {
        Observations jixi = example().under(Selection.ALL.and("region", "230300"), Trees.standard());
        GrowthAccount account = GrowthAccount.of(jixi, parameters(), List.of(Dimension.INDUSTRY), Trees.standard());
        exactly(account.growthPct(), (600.0 / 550 - 1) * 100);
        exactly(group(account, Dimension.INDUSTRY, "06").contributionPp(), 50.0 / 550 * 100);
    }

    @Test
    void withoutABaseThereIsNoGrowth() {
        Observations onlyNew = Observations.builder(MARCH)
                .add("C", "丙", "230103", "441", Status.NEW_PLANT, 250, 0, Map.of())
                .build();
        GrowthAccount account = GrowthAccount.of(onlyNew, Parameters.NONE, List.of(Dimension.REGION), Trees.standard());
        assertThat(account.growthPct()).isNull();
        assertThat(account.groups().getFirst().contributionPp()).isNull();
        assertThat(account.scope().publishedRatioPct()).isNull();
    }

    @Test
    void withoutGrowthThereAreNoSharesOfIt() {
        Observations still = Observations.builder(MARCH)
                .add("A", "甲", "230102", "1311", Status.CONTINUING, 120, 100, Map.of())
                .add("B", "乙", "230102", "0610", Status.CONTINUING, 80, 100, Map.of())
                .build();
        GrowthAccount account = GrowthAccount.of(still, Parameters.NONE, List.of(Dimension.INDUSTRY), Trees.standard());
        exactly(account.growthPct(), 0);
        exactly(group(account, Dimension.INDUSTRY, "13").contributionPp(), 10);
        assertThat(group(account, Dimension.INDUSTRY, "13").shareOfGrowthPct()).isNull();
    }
}
