package org.diaodu.server.access;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in through OIDC providers, when any is configured ({@code spring.security.oauth2.client.*}). Name the provider's
 * addresses one by one rather than by {@code issuer-uri}, so that the platform starts while the provider is down.
 */
@Component
public class Providers {

    private final boolean configured;
    private final ProviderUsers users;
    private final Map<String, String> links = new TreeMap<>();

    Providers(ObjectProvider<ClientRegistrationRepository> registrations, ProviderUsers users) {
        ClientRegistrationRepository known = registrations.getIfAvailable();
        this.configured = known != null;
        this.users = users;
        if (known instanceof Iterable<?> each) {
            for (Object one : each) {
                if (one instanceof ClientRegistration registration) {
                    String link = "/oauth2/authorization/" + registration.getRegistrationId();
                    links.put(link, registration.getClientName());
                }
            }
        }
    }

    void addTo(HttpSecurity http) throws Exception {
        if (!configured) return;
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .defaultSuccessUrl("/")
                .failureUrl("/sign-in?refused")
                .userInfoEndpoint(info -> info.oidcUserService(users::load)));
    }

    /** Where each provider's sign-in begins, with the provider's name. */
    public Map<String, String> links() {
        return links;
    }
}
