package org.diaodu.server.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How somebody likes the pages: theme (auto, light, dark), density (compact, roomy) and language (zh, en), from cookies. */
public record Look(String theme, String density, String language) {
    static final Map<String, List<String>> CHOICES = Map.of(
            "theme", List.of("auto", "light", "dark"),
            "density", List.of("compact", "roomy"),
            "language", List.of("zh", "en"));

    static Look of(HttpServletRequest request) {
        return new Look(choice(request, "theme"), choice(request, "density"), choice(request, "language"));
    }

    public Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static String choice(HttpServletRequest request, String name) {
        List<String> choices = CHOICES.getOrDefault(name, List.of(""));
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && choices.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return choices.getFirst();
    }
}
