package org.diaodu.server.returns.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The returns' places in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReturnsNavigation {

    @Bean
    NavEntry returnsEntry() {
        return new NavEntry("returns", "returns", "/returns", 210, "CLERK", "ANALYST", "LEADER");
    }

    @Bean
    NavEntry completenessEntry() {
        return new NavEntry("completeness", "returns", "/returns/completeness", 220, "ANALYST", "LEADER");
    }

    @Bean
    NavEntry queriesEntry() {
        return new NavEntry("queries", "returns", "/returns/queries", 230, "ANALYST");
    }

    @Bean
    NavEntry importEntry() {
        return new NavEntry("import", "returns", "/returns/import", 240, "ANALYST");
    }

    @Bean
    NavEntry closingEntry() {
        return new NavEntry("closing", "returns", "/closing", 250, "ANALYST", "LEADER");
    }
}
