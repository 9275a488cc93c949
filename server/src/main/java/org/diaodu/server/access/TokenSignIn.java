package org.diaodu.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in under {@code /api/} by a token in the header {@code Authorization: Bearer}. Whoever comes with a token is who
 * the token says, whatever cookies come along; nothing is kept for the next request.
 */
@Component
final class TokenSignIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;
    private final Accounts accounts;

    TokenSignIn(AccessTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** Whether the request brings a token. No other site can make a browser send one, so it needs no proof against forgery. */
    static boolean comesWithToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return request.getRequestURI().startsWith("/api/") && header != null && header.startsWith(BEARER);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !comesWithToken(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token =
                request.getHeader("Authorization").substring(BEARER.length()).strip();
        Optional<Account> account = AsSystem.call("token", () -> tokens.account(token))
                .flatMap(id -> accounts.current(id, one -> AsSystem.call("token", () -> accounts.find(one))))
                .filter(one -> !one.mustChangePassword());
        if (account.isEmpty()) {
            ToSignIn.refuse(response);
            return;
        }
        var user = new PlatformUser(account.get().caller(), false);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
