package org.diaodu.server.access;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The administrators' entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    NavEntry usersEntry() {
        return new NavEntry("users", "admin", "/admin/users", 910, "SECURITY_ADMIN");
    }

    @Bean
    NavEntry unitsEntry() {
        return new NavEntry("units", "admin", "/admin/units", 920, "SYSTEM_ADMIN");
    }

    @Bean
    NavEntry settingsEntry() {
        return new NavEntry("settings", "admin", "/admin/settings", 930, "SYSTEM_ADMIN");
    }
}
