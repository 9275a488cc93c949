package org.diaodu.server.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets past the door, and what every answer says to the browser. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, SessionWatch watch, AttemptLimit limit, TokenSignIn tokens, Providers providers)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/sign-in",
                                "/static/**",
                                "/look",
                                "/error",
                                "/favicon.ico",
                                "/pass",
                                "/pass/*",
                                "/policy-notice/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((_, context) -> new AuthorizationDecision(isLocal(context)))
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(TokenSignIn::comesWithToken))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("name")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?refused"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .exceptionHandling(denied -> denied.defaultAuthenticationEntryPointFor(new ToSignIn(), _ -> true))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .addFilterBefore(tokens, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(limit, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(watch, AuthorizationFilter.class);
        providers.addTo(http);
        return http.build();
    }

    /** As strict as by default, and no NUL in any parameter: PostgreSQL holds none. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private static boolean isLocal(RequestAuthorizationContext context) {
        String address = context.getRequest().getRemoteAddr();
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
