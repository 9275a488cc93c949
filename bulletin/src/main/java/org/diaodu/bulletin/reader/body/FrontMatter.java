package org.diaodu.bulletin.reader.body;

import org.jspecify.annotations.Nullable;

/**
 * The lines between {@code ---} that markdown begins with.
 *
 * @param end where they end in the text; 0 if there are none
 */
record FrontMatter(
        int end, @Nullable String title, @Nullable String date) {

    private static final FrontMatter NONE = new FrontMatter(0, null, null);

    static FrontMatter of(String text) {
        int begin = 0;
        while (begin < text.length()
                && (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == '\uFEFF')) {
            begin++;
        }
        if (!text.startsWith("---", begin)) {
            return NONE;
        }
        int close = text.indexOf("\n---", begin + 3);
        if (close < 0 || close - begin > 20_000) {
            return NONE;
        }
        String head = text.substring(begin + 3, close);
        return new FrontMatter(close + 4, value(head, "title:"), value(head, "date:"));
    }

    private static @Nullable String value(String head, String key) {
        for (String line : head.split("\n")) {
            if (line.strip().startsWith(key)) {
                String value = line.strip().substring(key.length()).strip();
                boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
                return quoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return null;
    }
}
