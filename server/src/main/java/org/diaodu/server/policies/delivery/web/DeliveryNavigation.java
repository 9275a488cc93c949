package org.diaodu.server.policies.delivery.web;

import org.diaodu.server.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of delivery in the navigation. */
@Configuration(proxyBeanMethods = false)
class DeliveryNavigation {

    private static final String GROUP = "policies";

    @Bean
    NavEntry deliveryRunsEntry() {
        return new NavEntry("deliveryRuns", GROUP, "/delivery/runs", 235, "POLICY", "LEADER");
    }

    @Bean
    NavEntry deliveryEntry() {
        return new NavEntry("delivery", GROUP, "/delivery", 236, "POLICY", "LEADER");
    }

    @Bean
    NavEntry deliveryNoticesEntry() {
        return new NavEntry("deliveryNotices", GROUP, "/delivery/notices", 237, "POLICY");
    }

    @Bean
    NavEntry deliveryBatchesEntry() {
        return new NavEntry("deliveryBatches", GROUP, "/delivery/batches", 238, "POLICY");
    }

    @Bean
    NavEntry deliveryPaymentsEntry() {
        return new NavEntry("deliveryPayments", GROUP, "/delivery/payments", 239, "POLICY");
    }

    @Bean
    NavEntry deliveryBudgetsEntry() {
        return new NavEntry("deliveryBudgets", GROUP, "/delivery/budgets", 240, "POLICY");
    }

    @Bean
    NavEntry deliveryFactsEntry() {
        return new NavEntry("deliveryFacts", GROUP, "/delivery/facts", 241, "POLICY");
    }
}
