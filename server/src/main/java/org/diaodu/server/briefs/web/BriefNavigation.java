package org.diaodu.server.briefs.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of briefs in the navigation. */
@Configuration(proxyBeanMethods = false)
class BriefNavigation {

    @Bean
    NavEntry briefsEntry() {
        return new NavEntry("briefs", "run", "/briefs", 40, "ANALYST", "LEADER", "DISPATCHER");
    }
}
