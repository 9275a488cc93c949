package org.diaodu.server.targets.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the ledger in the navigation. */
@Configuration(proxyBeanMethods = false)
class TargetsNavigation {

    @Bean
    NavEntry targetsEntry() {
        return new NavEntry("targets", "run", "/targets", 30, "ANALYST", "LEADER", "DISPATCHER", "OFFICER");
    }
}
