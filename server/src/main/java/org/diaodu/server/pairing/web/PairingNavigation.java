package org.diaodu.server.pairing.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of pairing in the navigation. */
@Configuration(proxyBeanMethods = false)
class PairingNavigation {

    @Bean
    NavEntry ownPairingsEntry() {
        return new NavEntry("ownPairings", "pairing", "/pairing/mine", 150, "LEADER", "OFFICER");
    }

    @Bean
    NavEntry pairingsEntry() {
        return new NavEntry("pairings", "pairing", "/pairing", 160, "DISPATCHER", "ANALYST", "LEADER");
    }

    @Bean
    NavEntry coverageEntry() {
        return new NavEntry("coverage", "pairing", "/pairing/coverage", 170, "DISPATCHER", "ANALYST", "LEADER");
    }

    @Bean
    NavEntry leadersEntry() {
        return new NavEntry("leaders", "pairing", "/pairing/leaders", 180, "DISPATCHER");
    }

    @Bean
    NavEntry ourLeaderEntry() {
        return new NavEntry("ourLeader", "pairing", "/pairing/ours", 190, "CLERK");
    }
}
