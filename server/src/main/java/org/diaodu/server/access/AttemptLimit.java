package org.diaodu.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits sign-in attempts from one address: a bucket that refills over a minute. Thread-safe. */
@Component
final class AttemptLimit extends OncePerRequestFilter {

    private static final int ADDRESSES = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    AttemptLimit(SignInProperties rules) {
        this.perMinute = rules.attemptsPerMinute();
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
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(address, new Bucket(perMinute, nanos));
            double level = Math.min(perMinute, bucket.level + (nanos - bucket.at) / 60e9 * perMinute);
            buckets.put(address, new Bucket(level >= 1 ? level - 1 : level, nanos));
            return level >= 1;
        }
    }

    private record Bucket(double level, long at) {}
}
