package org.diaodu.server.whitelist;

import java.util.Map;
import org.diaodu.server.rulebook.Population;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the white list needs of the platform, and whom its rule judges. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhiteListProperties.class)
class WhiteListConfiguration {

    @Bean
    Population whiteListPopulation() {
        return new Population(
                RuleProposals.RULE,
                "名录内企业，行业、规模、重点企业、产业链和生产状态取名录",
                "Enterprises in the list; industry, size, key enterprise, chain and whether it operates as in the register",
                """
                select e.id, e.credit_code, a.name, a.region, substr(a.industry, 1, 2) as division,
                       case a.size when 'LARGE' then '大型' when 'MEDIUM' then '中型' when 'SMALL' then '小型' else '微型' end as size,
                       a.key_list, a.chain <> '' as in_chain,
                       case a.status when 'STOPPED' then '停产' else '在产' end as status
                  from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                 where a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                 order by a.region, e.credit_code
                """,
                Map.of("行业大类", "division", "规模", "size", "重点企业", "key_list", "产业链上", "in_chain", "生产状态", "status"));
    }
}
