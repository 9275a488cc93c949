package org.diaodu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.lake.DuckDb;
import org.diaodu.server.registry.Classes;
import org.diaodu.server.registry.Classification;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;

/** Size classes and tiers of the sample: of one enterprise and of all. */
class SizesTest {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 31);

    @Test
    void bothFloorsAreNeeded() {
        assertThat(Sizes.of(1000, 400_000)).isEqualTo(SizeClass.LARGE);
        assertThat(Sizes.of(999, 400_000)).isEqualTo(SizeClass.MEDIUM);
        assertThat(Sizes.of(5000, 19_999)).isEqualTo(SizeClass.SMALL);
        assertThat(Sizes.of(19, 900_000)).isEqualTo(SizeClass.MICRO);
    }

    @Test
    void allAtOnceAndOneByOneEveryEnterpriseOfTheSampleIsClassedAlike() {
        Classes classes = new Classes(new ShippedRules());
        Map<Long, Plant> plants = new HashMap<>();
        for (Plant plant :
                Province.of(Province.DEFAULT_SEED, Province.DEFAULT_ENTERPRISES).plants()) {
            plants.put((long) plant.index(), plant);
        }
        try (DuckDb engine = DuckDb.over(List.of())) {
            engine.execute(
                    "create table plants as select * from (values "
                            + plants.values().stream()
                                    .map(plant -> "(%d, cast(%d as decimal(9, 0)), cast(%s as decimal(18, 3)))"
                                            .formatted(plant.index(), plant.staff(), revenue(plant)))
                                    .collect(Collectors.joining(", "))
                            + ") as v(enterprise_id, 从业人员, 营业收入)",
                    List.of());
            Map<Long, Classification> atOnce = classes.of(engine, "plants", DAY);
            assertThat(atOnce).hasSameSizeAs(plants);
            plants.forEach((id, plant) -> {
                assertThat(atOnce.get(id))
                        .as(plant.name())
                        .isEqualTo(classes.of(BigDecimal.valueOf(plant.staff()), revenue(plant), DAY));
                assertThat(plant.size()).isEqualTo(Sizes.of(plant.staff(), plant.annual()));
            });
            assertThat(atOnce.values().stream().map(Classification::size).distinct())
                    .contains(SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL);
            assertThat(atOnce.values().stream().map(Classification::tier).distinct())
                    .contains("百亿级", "十亿级", "亿级", "千万级");
        }
    }

    private static BigDecimal revenue(Plant plant) {
        return BigDecimal.valueOf(plant.annual()).setScale(3, RoundingMode.HALF_UP);
    }
}
