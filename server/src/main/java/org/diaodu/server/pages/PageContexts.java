package org.diaodu.server.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the page context into every model, and makes one for those who write a page outside a controller. */
@Component
@ControllerAdvice
public final class PageContexts {
    private final Messages messages;
    private final Assets assets;
    private final List<NavEntry> entries;
    private final Surroundings surroundings;
    private final SavedViews views;

    PageContexts(
            Messages messages,
            Assets assets,
            ObjectProvider<NavEntry> entries,
            ObjectProvider<Surroundings> surroundings,
            SavedViews views) {
        this.messages = messages;
        this.assets = assets;
        this.entries = entries.stream().toList();
        this.surroundings = surroundings.getIfAvailable(Nowhere::new);
        this.views = views;
    }

    @ModelAttribute("page")
    public PageContext of(HttpServletRequest request) {
        return new PageContext(new PageFrame(
                messages, Look.of(request), surroundings, entries, assets, views, here(request), csrf(request)));
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static CsrfToken csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token
                : new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "none");
    }

    private static final class Nowhere implements Surroundings {
        @Override
        public @Nullable Visitor visitor() {
            return null;
        }

        @Override
        public LocalDate businessDate() {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }

        @Override
        public boolean isSample() {
            return false;
        }

        @Override
        public @Nullable Instant lastUpdate() {
            return null;
        }
    }
}
