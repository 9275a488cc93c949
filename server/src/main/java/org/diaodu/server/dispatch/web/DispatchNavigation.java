package org.diaodu.server.dispatch.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of dispatch in the navigation. */
@Configuration(proxyBeanMethods = false)
class DispatchNavigation {

    @Bean
    NavEntry dispatchEntry() {
        return new NavEntry("dispatch", "dispatch", "/dispatch", 110, "DISPATCHER", "ANALYST", "LEADER");
    }

    @Bean
    NavEntry casesEntry() {
        return new NavEntry("cases", "dispatch", "/dispatch/cases", 120, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry boardEntry() {
        return new NavEntry("board", "dispatch", "/dispatch/board", 130, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry meetingsEntry() {
        return new NavEntry(
                "meetings", "dispatch", "/dispatch/meetings", 134, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry campaignEntry() {
        return new NavEntry("campaign", "dispatch", "/dispatch/campaign", 136, "DISPATCHER", "ANALYST", "LEADER");
    }

    @Bean
    NavEntry memberUnitsEntry() {
        return new NavEntry("memberUnits", "dispatch", "/dispatch/units", 138, "DISPATCHER");
    }

    @Bean
    NavEntry ownMeasuresEntry() {
        return new NavEntry("ownMeasures", "dispatch", "/dispatch/mine", 140, "CLERK");
    }
}
