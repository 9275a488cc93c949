package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;

class DeadlineRuleTest {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 25);
    private static final Deadlines PRESET =
            new Deadlines(1, 3, 15, 30, 1, 1, 0, 1, 2, 5, LocalTime.of(8, 30), LocalTime.of(17, 30));

    private final DeadlineRule deadlines = new DeadlineRule(new ShippedRules());

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
}
