package org.diaodu.server.whitelist.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of the white list in the navigation. */
@Configuration(proxyBeanMethods = false)
class WhiteListNavigation {

    @Bean
    NavEntry whiteListEntry() {
        return new NavEntry("whitelist", "whitelist", "/whitelist", 180, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry whiteListRuleEntry() {
        return new NavEntry("whitelistRule", "whitelist", "/whitelist/rule", 181, "DISPATCHER");
    }

    @Bean
    NavEntry ownWhiteListEntry() {
        return new NavEntry("ownWhitelist", "whitelist", "/whitelist/mine", 182, "CLERK");
    }
}
