package org.diaodu.server.supply.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of shortages and letters in the navigation. */
@Configuration(proxyBeanMethods = false)
class SupplyNavigation {

    @Bean
    NavEntry supplyEntry() {
        return new NavEntry("supply", "supply", "/supply", 174, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry supplyLettersEntry() {
        return new NavEntry(
                "supplyLetters", "supply", "/supply/letters", 175, "DISPATCHER", "ANALYST", "LEADER", "OFFICER");
    }

    @Bean
    NavEntry ownSupplyEntry() {
        return new NavEntry("ownSupply", "supply", "/supply/mine", 176, "CLERK");
    }
}
