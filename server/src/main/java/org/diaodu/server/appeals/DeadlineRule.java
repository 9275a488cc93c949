package org.diaodu.server.appeals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.Rules;
import org.jspecify.annotations.Nullable;

/** The deadlines by the rule {@value #ID} as it holds on the day a round begins. Safe for many threads. */
public final class DeadlineRule implements Terms {
    static final String ID = "appeal-deadlines";

    private final Rules rules;

    public DeadlineRule(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Deadlines of(LocalDate day, Unit.Level level, Urgency urgency) {
        Answer answer = rules.rule(ID).asOf(day).answer(Map.of("层级", level.zh(), "紧急程度", urgency.zh()));
        if (!(answer.value() instanceof Map<?, ?> found)) {
            throw missing(answer.value());
        }
        return new Deadlines(
                days(found, "核实"),
                days(found, "答复"),
                days(found, "办结"),
                days(found, "延期办结"),
                days(found, "延期提前"),
                days(found, "争议提出"),
                days(found, "争议裁定"),
                days(found, "催办"),
                days(found, "督办"),
                days(found, "通报"),
                time(found, "上班"),
                time(found, "下班"));
    }

    private static int days(Map<?, ?> answer, String output) {
        return answer.get(output) instanceof BigDecimal days ? days.intValueExact() : fail(output, answer);
    }

    private static LocalTime time(Map<?, ?> answer, String output) {
        if (answer.get(output) instanceof LocalTime time) return time;
        throw missing(output + " " + answer.get(output));
    }

    private static int fail(String output, Map<?, ?> answer) {
        throw missing(output + " " + answer.get(output));
    }

    private static RuleFault missing(@Nullable Object found) {
        return new RuleFault(
                "appeals.deadlines",
                Place.of(ID),
                "没有给出期限：" + found + "。建议：在规则中补上这一行。",
                "it gives no deadlines: " + found + ". Maybe add the row to the rule.");
    }
}
