package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"核实,VERIFY", "答复,REPLY", "办结,RESOLVE", "归属争议,SETTLE"})
    void theLightAndTheClockAgreeOnEveryDay(String stage, Term term) {
        for (int overdue = -1; overdue <= 8; overdue++) {
            int used = PRESET.days(term) + overdue;
            if (used < 0) continue;
            Object light = rules.rule("light-appeal")
                    .asOf(DAY, "超期处置")
                    .answer(Map.of("当前环节", stage, "已用工作日", used))
                    .value();
            assertThat(light).as("%s, %d days used", stage, used).isEqualTo(measure(overdue));
        }
    }

    private static String measure(int overdue) {
        if (overdue >= PRESET.days(Measure.BRIEF)) return "通报";
        if (overdue >= PRESET.days(Measure.SUPERVISION)) return "督办";
        return overdue >= PRESET.days(Measure.REMINDER) ? "催办" : "无";
    }
}
