package org.diaodu.server.returns;

import java.util.List;
import java.util.Map;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lights of all key enterprises within the caller's unit, each asked from the rule. */
@Component
@Transactional(readOnly = true)
public class KeyLights {

    private final JdbcClient jdbc;
    private final Rules rules;

    KeyLights(JdbcClient jdbc, RuleShelf rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Every enterprise on the key list that has filed the reporting period, by number. */
    public List<LitEnterprise> of(Period period) {
        ReportingPeriods.require(period);
        return jdbc.sql("""
                select e.id, e.credit_code, a.name, a.region, a.industry, o.month_value as output, o.month_base as output_base,
                       p.month_value as power, p.month_base as power_base
                from enterprise_attributes a
                join enterprise e on e.id = a.enterprise_id
                join filing f on f.enterprise_id = e.id and f.current and f.period = :period
                left join figure o on o.filing_id = f.id and o.item = 'gross_output'
                left join figure p on p.filing_id = f.id and p.item = 'electricity'
                where a.key_list and a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)
                order by e.id
                """)
                .param("period", period.iso())
                .param("last", period.last().atDay(1))
                .query((row, number) -> {
                    var output =
                            new Figure(row.getBigDecimal("output"), null, row.getBigDecimal("output_base"), null, null);
                    var power =
                            new Figure(row.getBigDecimal("power"), null, row.getBigDecimal("power_base"), null, null);
                    return new LitEnterprise(
                            row.getLong("id"),
                            row.getString("credit_code"),
                            row.getString("name"),
                            row.getString("region"),
                            row.getString("industry"),
                            EnterpriseLights.light(
                                    rules, period, Figures.of(Map.of("gross_output", output, "electricity", power))));
                })
                .list();
    }

    /** Changes whenever another version of the rule is published. */
    public Object edition() {
        return rules.rule(EnterpriseLights.RULE);
    }
}
