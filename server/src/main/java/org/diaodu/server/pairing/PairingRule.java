package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.diaodu.server.access.Unit;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which level's leader looks after an enterprise, by the rule {@value #ID}. Safe for many threads. */
@Component
class PairingRule {

    static final String ID = "pairing";

    private final Rules rules;

    PairingRule(RuleShelf rules) {
        this.rules = rules;
    }

    /** The level; null where the rule wants no leader. */
    Unit.@Nullable Level level(boolean keyList, SizeClass size, String light, LocalDate day) {
        Answer answer =
                rules.rule(ID).asOf(day).answer(Map.of("重点企业", keyList ? "是" : "否", "规模", size.zh(), "企业灯", light));
        return switch (String.valueOf(answer.value())) {
            case "省级" -> Unit.Level.PROVINCE;
            case "市级" -> Unit.Level.PREFECTURE;
            case "县级" -> Unit.Level.COUNTY;
            default -> null;
        };
    }
}
