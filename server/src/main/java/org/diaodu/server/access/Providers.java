package org.diaodu.server.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Sign-in through an OIDC provider, when one is configured ({@code spring.security.oauth2.client.*}). */
@Component
class Providers {

    private final boolean configured;
    private final ProviderUsers users;

    Providers(ObjectProvider<ClientRegistrationRepository> registrations, ProviderUsers users) {
        this.configured = registrations.getIfAvailable() != null;
        this.users = users;
    }

    void addTo(HttpSecurity http) throws Exception {
        if (!configured) return;
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .defaultSuccessUrl("/")
                .failureUrl("/sign-in?refused")
                .userInfoEndpoint(info -> info.oidcUserService(users::load)));
    }

    boolean isConfigured() {
        return configured;
    }
}
