package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in through a provider of the test's own, as the OIDC code flow goes over the wire. */
@DirtiesContext
class ProviderSignInTest extends PlatformTest {

    private static final TestProvider PROVIDER = new TestProvider();

    @Autowired
    private Users users;

    @DynamicPropertySource
    static void aProvider(DynamicPropertyRegistry registry) {
        String client = "spring.security.oauth2.client.";
        registry.add(client + "registration.unified.client-id", () -> "diaodu");
        registry.add(client + "registration.unified.client-secret", () -> "secret");
        registry.add(client + "registration.unified.client-name", () -> "统一身份");
        registry.add(client + "registration.unified.scope", () -> "openid");
        registry.add(client + "registration.unified.authorization-grant-type", () -> "authorization_code");
        registry.add(
                client + "registration.unified.redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        registry.add(client + "provider.unified.authorization-uri", () -> PROVIDER.url("/authorize"));
        registry.add(client + "provider.unified.token-uri", () -> PROVIDER.url("/token"));
        registry.add(client + "provider.unified.jwk-set-uri", () -> PROVIDER.url("/keys"));
    }

    @AfterAll
    static void providerEnds() {
        PROVIDER.close();
    }

    @Test
    void somebodyTheProviderVouchesForIsTheUserWithThatSubject() {
        AsSystem.run(
                "test",
                () -> users.create(new Users.NewUser(
                        "through-provider", "经统一身份", "never-used-47", Set.of(Role.LEADER), "230100", null, false)));
        asSystem(() -> jdbc.sql("update account set oidc_subject = :subject where name = 'through-provider'")
                .param("subject", PROVIDER.url("") + "#li")
                .update());
        Visit visit = Visit.anonymous(url(""));
        assertThat(visit.get("/sign-in").body()).contains("统一身份").contains("/oauth2/authorization/unified");
        assertThat(through(visit, "li")).endsWith("/");
        assertThat(visit.get("/account").body()).contains("through-provider");
    }

    @Test
    void somebodyUnknownToThePlatformStaysOutside() {
        Visit visit = Visit.anonymous(url(""));
        assertThat(through(visit, "stranger")).endsWith("/sign-in?refused");
        assertThat(visit.get("/account").statusCode()).isEqualTo(302);
    }

    /** Goes to the provider and back; returns where the platform sends the browser then. */
    private String through(Visit visit, String subject) {
        PROVIDER.subject = subject;
        String there = location(visit.get("/oauth2/authorization/unified"));
        String back = location(Visit.anonymous("").get(there));
        return location(visit.get(back.replace(url(""), "")));
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
