package org.diaodu.server.appeals.clock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.server.rulebook.ShelvedRule;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines by the rule {@value #ID} as it holds on the day a round begins; each version is asked once for a level and an
 * urgency. Safe for many threads.
 */
public final class DeadlineRule implements Terms {
    static final String ID = "appeal-deadlines";

    private final Rules rules;
    private final Map<RuleVersion, Map<Asked, Deadlines>> known = Collections.synchronizedMap(new IdentityHashMap<>());

    private record Asked(Unit.Level level, Urgency urgency) {}

    public DeadlineRule(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Deadlines of(LocalDate day, Unit.Level level, Urgency urgency) {
        ShelvedRule rule = rules.rule(ID);
        return known.computeIfAbsent(rule.version(day), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(new Asked(level, urgency), asked -> read(rule, day, asked));
    }

    private static Deadlines read(ShelvedRule rule, LocalDate day, Asked asked) {
        Answer answer = rule.asOf(day)
                .answer(Map.of("层级", asked.level().zh(), "紧急程度", asked.urgency().zh()));
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
