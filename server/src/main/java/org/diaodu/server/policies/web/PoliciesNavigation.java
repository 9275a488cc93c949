package org.diaodu.server.policies.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clauses' place in the navigation. */
@Configuration(proxyBeanMethods = false)
class PoliciesNavigation {

    @Bean
    NavEntry policiesEntry() {
        return new NavEntry(
                "policies",
                "policies",
                "/policies",
                186,
                "POLICY",
                "LEADER",
                "ANALYST",
                "DISPATCHER",
                "OFFICER",
                "CLERK");
    }
}
