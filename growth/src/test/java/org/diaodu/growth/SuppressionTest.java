package org.diaodu.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private final Observations.Builder rows = Observations.builder(Period.month(2022, 3));

    private void enterprises(int count, String county, String industry, String size, double output) {
        for (int i = 0; i < count; i++) {
            String id = "E" + rows.size();
            rows.add(id, id, county, industry, Status.CONTINUING, output, 10, Map.of("size", size));
        }
    }

    private List<String> withheld(Dimension... dimensions) {
        GrowthAccount account =
                Suppression.of(GrowthAccount.of(rows.build(), Parameters.NONE, List.of(dimensions), Trees.standard()));
        account.groups().stream()
                .filter(Group::suppressed)
                .forEach(group -> assertThat(group.contributionPp()).isNull());
        assertThat(account.contributions().sorted()).isEmpty();
        return account.groups().stream()
                .filter(Group::suppressed)
                .map(group -> group.dimension() + " " + group.code())
                .toList();
    }

    @Test
    void aCellOfTwoTakesTheSmallestOtherWithIt() {
        enterprises(2, "230102", "13", "MICRO", 12);
        enterprises(4, "230102", "13", "SMALL", 12);
        enterprises(5, "230102", "13", "MEDIUM", 12);
        assertThat(withheld(Dimension.SIZE)).containsExactlyInAnyOrder("size MICRO", "size SMALL");
    }

    @Test
    void aCellRuledByOneEnterpriseIsWithheld() {
        enterprises(1, "230102", "13", "LARGE", 1000);
        enterprises(3, "230102", "13", "LARGE", 10);
        enterprises(3, "230102", "13", "SMALL", 300);
        enterprises(3, "230102", "13", "MEDIUM", 400);
        assertThat(withheld(Dimension.SIZE)).containsExactlyInAnyOrder("size LARGE", "size SMALL");
    }

    @Test
    void anAccountWithoutSmallCellsIsShownWhole() {
        enterprises(3, "230102", "13", "MICRO", 12);
        enterprises(4, "230103", "06", "SMALL", 12);
        assertThat(withheld(Dimension.SIZE, Dimension.REGION, Dimension.INDUSTRY))
                .isEmpty();
    }

    @Test
    void twoEnterprisesTogetherAreWithheldAltogether() {
        enterprises(2, "230102", "13", "MICRO", 12);
        GrowthAccount account = Suppression.of(
                GrowthAccount.of(rows.build(), Parameters.NONE, List.of(Dimension.SIZE), Trees.standard()));
        assertThat(account.growthPct()).isNull();
        assertThat(account.groups()).allMatch(Group::suppressed);
    }

    /** A withheld city must not be told by its counties: the other city's smallest county goes too. */
    @Test
    void aWithheldParentCannotBeAddedUpFromItsChildren() {
        enterprises(1, "230302", "13", "MICRO", 12);
        enterprises(4, "230102", "13", "MICRO", 12);
        enterprises(5, "230103", "13", "MICRO", 12);
        assertThat(withheld(Dimension.REGION))
                .containsExactlyInAnyOrder("region 230100", "region 230300", "region 230102", "region 230302");
    }

    /** In a cross every row and column that hides a cell hides two. */
    @Test
    void aCrossHidesAtLeastTwoCellsOfEachRowAndColumn() {
        for (String size : List.of("MICRO", "SMALL", "MEDIUM")) {
            for (String industry : List.of("06", "13", "44")) {
                boolean small = size.equals("MICRO") && industry.equals("06");
                enterprises(small ? 1 : 4, "230102", industry, size, 12);
            }
        }
        Dimension industry = Dimension.parse("industry@division");
        List<String> hidden = withheld(Dimension.SIZE, industry, industry.times(Dimension.SIZE));
        assertThat(hidden).hasSize(4).contains("industry*size 06*MICRO").allMatch(cell -> cell.startsWith("industry*"));
    }

    @Test
    void aScopeEffectOfOneEnterpriseIsNotTold() {
        enterprises(5, "230102", "13", "MICRO", 12);
        rows.add("X", "X", "230102", "13", Status.EXIT, 0, 0, 7, Map.of());
        GrowthAccount account = Suppression.of(
                GrowthAccount.of(rows.build(), Parameters.NONE, List.of(Dimension.SIZE), Trees.standard()));
        assertThat(account.growthPct()).isNotNull();
        assertThat(account.scope().exitPp()).isNull();
        assertThat(account.scope().publishedRatioPct()).isNull();
    }
}
