package org.diaodu.server.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.rules.model.Answer;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.server.rulebook.ShelvedRule;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the rule for enterprises' lights about what was filed last. There is no forecast yet, which the light says. */
@Component
public class EnterpriseLights {
    static final String RULE = "light-enterprise";

    private final ReturnDesk desk;
    private final Rules rules;

    EnterpriseLights(ReturnDesk desk, RuleShelf rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** The light by the enterprise's latest return. */
    public Optional<EnterpriseLight> latest(long enterprise) {
        return desk.returnsOf(enterprise).stream()
                .max(Comparator.comparing((Filing filing) -> filing.period().last()))
                .map(filing -> light(rules, filing.period(), desk.figuresOf(filing)));
    }

    static EnterpriseLight light(Rules rules, Period period, Figures figures) {
        Figure output = figures.of("gross_output");
        Figure electricity = figures.of("electricity");
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("本期产值", output.month());
        facts.put("上年同期产值", output.monthBase());
        facts.put("本期用电量", electricity.month());
        facts.put("上年同期用电量", electricity.monthBase());
        LocalDate day = period.last().atEndOfMonth();
        ShelvedRule rule = rules.rule(RULE);
        Answer light = rule.asOf(day).answer(facts);
        return new EnterpriseLight(
                period,
                String.valueOf(light.value()),
                texts(rule.asOf(day, "亮灯原因").answer(facts)),
                texts(rule.asOf(day, "缺少的数据").answer(facts)),
                output,
                electricity,
                rule.clause(day),
                Instant.now());
    }

    private static List<String> texts(Answer answer) {
        return answer.value() instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
