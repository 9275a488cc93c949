package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.rulebook.Rules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The pro-rata light of a target by the rule {@value #ID}. Of a ceiling, and above a range, the rule is asked how much was allowed
 * against how much there is: there less is better. Thread-safe.
 */
@Component
class TargetLight {

    static final String ID = "light-target";
    static final String RED = "红";
    private static final int FEEL_SCALE = 3;
    private static final Logger log = LoggerFactory.getLogger(TargetLight.class);

    private final Rules rules;

    TargetLight(Rules rules) {
        this.rules = rules;
    }

    /**
     * What the rule says.
     *
     * @param colour "" where it gives no light
     */
    record Light(@Nullable BigDecimal percent, String colour) {

        static final Light NONE = new Light(null, "");
    }

    /** The light of a figure against what should be there, as of a day. */
    Light of(Aim aim, BigDecimal value, BigDecimal expected, LocalDate day) {
        boolean less = aim.isCeiling() || (aim.isRange() && value.compareTo(aim.high()) > 0);
        boolean within = aim.isRange() && aim.isReachedBy(value);
        Map<String, Object> facts = new HashMap<>();
        facts.put("完成值", rounded(within || less ? expected : value));
        facts.put("序时目标", rounded(less ? value : expected));
        try {
            Object colour = rules.rule(ID).asOf(day).answer(facts).value();
            Object percent = rules.rule(ID).asOf(day, "序时完成率").answer(facts).value();
            return new Light(
                    percent instanceof BigDecimal number ? number.setScale(2, RoundingMode.HALF_UP) : null,
                    colour instanceof String text ? text : "");
        } catch (RuleFault fault) { // a rule the province has broken leaves the figures as they are
            log.warn("no light for a target: {}", fault.getMessage());
            return Light.NONE;
        }
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(FEEL_SCALE, RoundingMode.HALF_UP);
    }
}
