package org.diaodu.server.appeals.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of appeals in the navigation. */
@Configuration(proxyBeanMethods = false)
class AppealsNavigation {

    @Bean
    NavEntry appealsEntry() {
        return new NavEntry("appeals", "dispatch", "/appeals", 135, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry ownAppealsEntry() {
        return new NavEntry("ownAppeals", "dispatch", "/appeals/mine", 145, "CLERK");
    }
}
