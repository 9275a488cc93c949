package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;

/** Appeals find their unit by the rule: of the line, on the lowest level that has one. */
class AppealRoutingTest extends AppealDesk {

    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);

    @Test
    void everySubjectHasALineAtEveryLevel() {
        var rule = new ShippedRules().rule(AppealRouting.ID).asOf(DAY);
        for (Subject subject : Subject.values()) {
            for (Unit.Level level : Unit.Level.values()) {
                assertThat(rule.answer(Map.of("事项", subject.zh(), "层级", level.zh()))
                                .value())
                        .as(subject + " " + level)
                        .isInstanceOf(String.class);
            }
        }
        assertThat(Arrays.stream(Subject.values()).map(Subject::zh)).doesNotHaveDuplicates();
    }

    @Test
    void theCountyFirstThenTheLevelsAbove() {
        assertThat(unit(Subject.ROAD, Unit.Level.COUNTY)).isEqualTo("JT-230102");
        assertThat(unit(Subject.ROAD, Unit.Level.PREFECTURE)).isEqualTo("JT-230100");
        assertThat(unit(Subject.MATERIALS, Unit.Level.PROVINCE)).isEqualTo("GX-230000");
        assertThat(unit(Subject.ORDERS, Unit.Level.COUNTY)).isEqualTo("GX-230102");
    }

    @Test
    void withoutAUnitOfTheLineTheNearestUnitTakesIt() {
        assertThat(unit(Subject.POWER, Unit.Level.COUNTY)).endsWith("-230102");
    }

    private String unit(Subject subject, Unit.Level from) {
        return asSystem(() -> loading.unitFor(subject, from, "230102", DAY)).code();
    }
}
