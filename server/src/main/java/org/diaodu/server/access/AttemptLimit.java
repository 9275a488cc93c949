package org.diaodu.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits sign-in attempts from one address. Thread-safe. */
@Component
final class AttemptLimit extends OncePerRequestFilter {

    private final AddressLimit limit;

    AttemptLimit(SignInProperties rules) {
        this.limit = new AddressLimit(rules.attemptsPerMinute());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/sign-in"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (taken(request.getRemoteAddr(), System.nanoTime())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", "60");
            response.sendError(429);
        }
    }

    boolean taken(String address, long nanos) {
        return limit.taken(address, nanos);
    }
}
