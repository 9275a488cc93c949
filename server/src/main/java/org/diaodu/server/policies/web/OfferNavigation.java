package org.diaodu.server.policies.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of what policies offer in the navigation. */
@Configuration(proxyBeanMethods = false)
class OfferNavigation {

    @Bean
    NavEntry ownPoliciesEntry() {
        return new NavEntry("ownPolicies", "policies", "/policies/mine", 160, "CLERK");
    }

    @Bean
    NavEntry policyCoverageEntry() {
        return new NavEntry("policyCoverage", "policies", "/policies/coverage", 169, "ANALYST", "LEADER", "POLICY");
    }
}
