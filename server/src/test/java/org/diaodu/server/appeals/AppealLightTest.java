package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.diaodu.server.appeals.clock.Deadlines;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppealLightTest {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);

    private final ShippedRules rules = new ShippedRules();

    @ParameterizedTest
    @EnumSource
    void theLightHasNoDaysOfItsOwnAndAgreesWithTheClockOnEveryDay(Term term) {
        var preset = new Deadlines(1, 3, 15, 30, 1, 1, 0, 1, 2, 5, LocalTime.of(8, 30), LocalTime.of(17, 30));
        var slower = new Deadlines(2, 5, 20, 40, 2, 2, 1, 1, 3, 6, LocalTime.of(8, 30), LocalTime.of(17, 30));
        for (Deadlines days : List.of(preset, slower)) {
            for (int overdue = -1; overdue <= 8; overdue++) {
                int used = days.days(term) + overdue;
                if (used < 0) continue;
                Object light = rules.rule(AppealLight.ID)
                        .asOf(DAY, "超期处置")
                        .answer(AppealLight.inputs(days, term, used))
                        .value();
                assertThat(light).as("%s, %d days used", term, used).isEqualTo(measure(days, overdue));
            }
        }
    }

    private static String measure(Deadlines days, int overdue) {
        if (overdue >= days.brief()) return "通报";
        if (overdue >= days.supervision()) return "督办";
        return overdue >= days.reminder() ? "催办" : "无";
    }
}
