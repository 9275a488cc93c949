package org.diaodu.server.returns;

import java.util.Map;
import org.diaodu.server.rulebook.Population;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The enterprises that rules over yearly figures judge: those in the list, with the whole of last year as filed. */
@Configuration(proxyBeanMethods = false)
class RulePopulations {

    private static final String YEARLY = """
            select e.id, e.credit_code, a.name, a.region, r.ytd_value as revenue, s.month_value as staff
              from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
              left join filing f on f.enterprise_id = e.id and f.current
                    and f.period = (extract(year from cast(:day as date))::int - 1) || '-12'
              left join figure r on r.filing_id = f.id and r.item = 'revenue'
              left join figure s on s.filing_id = f.id and s.item = 'staff'
             where a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
             order by a.region, e.credit_code
            """;

    @Bean
    Population enterpriseTierPopulation() {
        return new Population(
                "enterprise-tier",
                "在库企业，营业收入取上年 12 月月报的累计数",
                "Enterprises in the list; revenue is the year to date of last December's return",
                YEARLY,
                Map.of("营业收入", "revenue"));
    }

    @Bean
    Population sizeClassPopulation() {
        return new Population(
                "size-class",
                "在库企业，营业收入和平均用工人数取上年 12 月月报",
                "Enterprises in the list; revenue and staff as of last December's return",
                YEARLY,
                Map.of("从业人员", "staff", "营业收入", "revenue"));
    }
}
