package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineRuleTest {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);
    private static final Deadlines PRESET =
            new Deadlines(1, 3, 15, 30, 1, 1, 0, 1, 2, 5, LocalTime.of(8, 30), LocalTime.of(17, 30));

    private final ShippedRules rules = new ShippedRules();
    private final DeadlineRule deadlines = new DeadlineRule(rules);

    @Test
    void anOrdinaryAppealHasThePresetAtEveryLevel() {
        for (Unit.Level level : Unit.Level.values()) {
            assertThat(deadlines.of(DAY, level, Urgency.ORDINARY)).isEqualTo(PRESET);
        }
    }

    @Test
    void beforeTheRuleHeldThereAreNoDeadlines() {
        assertThatThrownBy(() -> deadlines.of(LocalDate.of(2014, 12, 31), Unit.Level.COUNTY, Urgency.ORDINARY))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("no version covers 2014-12-31");
    }

    @Test
    void deadlinesThatContradictThemselvesAreRefused() {
        assertThatThrownBy(
                        () -> new Deadlines(1, 3, 15, 10, 1, 1, 0, 1, 2, 5, LocalTime.of(8, 30), LocalTime.of(17, 30)))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("appeals.deadlines");
    }

    @ParameterizedTest
    @EnumSource
    void theLightHasNoDaysOfItsOwnAndAgreesWithTheClockOnEveryDay(Term term) {
        var slower = new Deadlines(2, 5, 20, 40, 2, 2, 1, 1, 3, 6, LocalTime.of(8, 30), LocalTime.of(17, 30));
        for (Deadlines days : List.of(PRESET, slower)) {
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
        if (overdue >= days.days(Measure.BRIEF)) return "通报";
        if (overdue >= days.days(Measure.SUPERVISION)) return "督办";
        return overdue >= days.days(Measure.REMINDER) ? "催办" : "无";
    }
}
