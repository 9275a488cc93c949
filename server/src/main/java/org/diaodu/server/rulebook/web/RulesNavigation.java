package org.diaodu.server.rulebook.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules' place in the navigation. */
@Configuration(proxyBeanMethods = false)
class RulesNavigation {

    @Bean
    NavEntry rulesEntry() {
        return new NavEntry("rules", "sources", "/rules", 780, "ANALYST", "LEADER");
    }
}
