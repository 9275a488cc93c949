package org.diaodu.server.cockpit.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cockpit's entries of the navigation. */
@Configuration(proxyBeanMethods = false)
class CockpitNavigation {
    @Bean
    NavEntry cockpitEntry() {
        return new NavEntry("cockpit", "run", "/cockpit", 10, "ANALYST", "LEADER");
    }

    @Bean
    NavEntry growthEntry() {
        return new NavEntry("growth", "run", "/growth", 20, "ANALYST", "LEADER");
    }

    @Bean
    NavEntry sourcesEntry() {
        return new NavEntry("sources", "sources", "/sources", 790, "ANALYST", "LEADER");
    }
}
