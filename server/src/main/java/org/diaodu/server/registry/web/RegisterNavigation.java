package org.diaodu.server.registry.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class RegisterNavigation {

    @Bean
    NavEntry enterprisesEntry() {
        return new NavEntry("enterprises", "register", "/enterprises", 310, "ANALYST", "LEADER");
    }

    @Bean
    NavEntry listChangesEntry() {
        return new NavEntry("listChanges", "register", "/enterprises/changes", 320, "ANALYST", "LEADER");
    }
}
