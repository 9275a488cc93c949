package org.diaodu.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every signed-in request: ends sessions that are too old or whose user is gone, lets a change of roles take
 * effect with the next click, and leads those who must change their password to where they can.
 */
@Component
final class SessionWatch extends OncePerRequestFilter {

    static final String BEGAN = SessionWatch.class.getName();

    private final Accounts accounts;
    private final Duration absolute;

    SessionWatch(Accounts accounts, @Value("${diaodu.session.absolute:12h}") Duration absolute) {
        this.accounts = accounts;
        this.absolute = absolute;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            Optional<Account> account = accounts.current(
                    signedIn.caller().userId(), id -> AsSystem.call("session", () -> accounts.find(id)));
            HttpSession session = request.getSession(false);
            if (account.isEmpty() || (session != null && tooOld(session, System.currentTimeMillis()))) {
                if (session != null) session.invalidate();
                SecurityContextHolder.clearContext();
            } else {
                asNow(account.get(), authentication);
                if (account.get().mustChangePassword() && !canStay(request.getRequestURI())) {
                    response.sendRedirect("/account?first");
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private boolean tooOld(HttpSession session, long now) {
        if (!(session.getAttribute(BEGAN) instanceof Long began)) {
            session.setAttribute(BEGAN, now);
            return false;
        }
        return now - began > absolute.toMillis();
    }

    private static void asNow(Account account, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof SignedIn was)
                || was.caller().equals(account.caller())) return;
        var user = new PlatformUser(account.caller(), account.mustChangePassword());
        var changed = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        changed.setDetails(authentication.getDetails());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(changed);
        SecurityContextHolder.setContext(context);
    }

    private static boolean canStay(String path) {
        return path.equals("/account")
                || path.equals("/account/password")
                || path.equals("/sign-out")
                || path.equals("/look")
                || path.startsWith("/static/");
    }
}
