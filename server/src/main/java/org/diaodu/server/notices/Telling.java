package org.diaodu.server.notices;

/**
 * Something to tell.
 *
 * @param key the same for the same thing, such as {@code appeal/123/reply-due}: an account is told it once
 * @param topic what it is about, for filters, such as {@code appeal}
 * @param title one line
 * @param body more about it; may be empty
 * @param href the page on the platform where something can be done about it, such as {@code /dispatch/cases/7}
 */
public record Telling(String key, String topic, String title, String body, String href) {
    public Telling {
        if (!href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("a notice leads to a page of the platform, not to " + href);
        }
    }
}
