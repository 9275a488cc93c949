package org.diaodu.server.returns;

import org.diaodu.server.database.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a page tell that a period is closed where the database finds it first. */
@Configuration(proxyBeanMethods = false)
class ClosedPeriodConfiguration {

    @Bean
    Refusal closedPeriod() {
        return new Refusal(ClosedPeriod.SQL_STATE, ClosedPeriod::new);
    }
}
