package org.diaodu.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedBeansTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.security.oauth2.client.registration.gov.client-id",
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_GOV_CLIENTID",
                "SPRING_PROFILES_ACTIVE",
                "server.forward-headers-strategy",
                "MANAGEMENT_SERVER_PORT",
                "springdoc.api-docs.enabled"
            })
    void settingsOfSpringHaveTheBeansWorkedOutAnew(String setting) {
        assertThat(PreparedBeans.maySettleBeans(setting)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port",
                "SERVER_PORT",
                "diaodu.sample",
                "DIAODU_DATA",
                "logging.level.root",
                "spring.application.pid",
                "PATH",
                "HOME",
                "user.home",
                "_"
            })
    void othersDoNot(String setting) {
        assertThat(PreparedBeans.maySettleBeans(setting)).isFalse();
    }
}
