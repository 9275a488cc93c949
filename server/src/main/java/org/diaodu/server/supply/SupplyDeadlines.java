package org.diaodu.server.supply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By when a step is to be taken: working days from the step before it by the rule {@value #ID}, until the office closes. The day of
 * the step is not counted; what happens after the office closes or on a day off counts as on the next working day. Thread-safe.
 */
@Component
class SupplyDeadlines {

    static final String ID = "supply-deadlines";
    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Rules rules;
    private final WorkingDays calendar = WorkingDays.bundled().assumingWeekends();

    SupplyDeadlines(Rules rules) {
        this.rules = rules;
    }

    /** The end of a term that begins at a moment, for this trouble and so many days of stock. */
    Instant due(Term term, Facts facts, Instant from) {
        LocalDateTime at = LocalDateTime.ofInstant(from, BEIJING);
        Map<?, ?> found = answer(at.toLocalDate(), facts);
        LocalTime closes = closes(found);
        LocalDate counts = calendar.onOrAfter(
                at.toLocalTime().isAfter(closes) ? at.toLocalDate().plusDays(1) : at.toLocalDate());
        return close(calendar.plus(counts, days(found, output(term))), closes);
    }

    /** When the office closes on a day. */
    Instant close(LocalDate day, Facts facts) {
        return close(day, closes(answer(day, facts)));
    }

    private static Instant close(LocalDate day, LocalTime closes) {
        return day.atTime(closes).atZone(BEIJING).toInstant();
    }

    private static String output(Term term) {
        return switch (term) {
            case VERIFY -> "核实";
            case PASS_UP -> "上报";
            case WRITE -> "发函";
            case REPLY -> "复函";
            case SETTLE -> "办结";
        };
    }

    private Map<?, ?> answer(LocalDate day, Facts facts) {
        Answer answer = rules.rule(ID)
                .asOf(day)
                .answer(Map.of("事项", facts.trouble().zh(), "可支撑天数", BigDecimal.valueOf(facts.stockDays())));
        if (answer.value() instanceof Map<?, ?> found) return found;
        throw missing(answer.value());
    }

    private static int days(Map<?, ?> answer, String output) {
        if (answer.get(output) instanceof BigDecimal days && days.signum() >= 0) return days.intValueExact();
        throw missing(output + " " + answer.get(output));
    }

    private static LocalTime closes(Map<?, ?> answer) {
        if (answer.get("下班") instanceof LocalTime time) return time;
        throw missing("下班 " + answer.get("下班"));
    }

    private static RuleFault missing(@Nullable Object found) {
        return new RuleFault(
                "supply.deadlines",
                Place.of(ID),
                "没有给出期限：" + found + "。建议：在规则中补上这一行。",
                "it gives no deadlines: " + found + ". Maybe add the row to the rule.");
    }

    /** The moment it is by the business clock. */
    static Instant now(BusinessClock clock) {
        return clock.now().atZone(BEIJING).toInstant();
    }
}
