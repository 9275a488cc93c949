package org.diaodu.sheets;

import java.util.Locale;

/** Full-width letters, digits and signs as their plain forms; spaces and marks nobody sees taken away. */
final class Letters {

    private Letters() {}

    /** Full-width forms (U+FF01–FF5E, U+3000) as ASCII, other spaces as a plain space, invisible marks removed. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.append((char) (c - 0xFEE0));
            } else if (Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r') {
                plain.append(' ');
            } else if (!isInvisible(c)) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    /** The text without spaces at its ends and without invisible marks; full-width forms stay, as in 示例(集团). */
    static String trimmed(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (isInvisible(stripped.charAt(i)) || stripped.charAt(i) == '\u00A0') {
                return withoutInvisible(stripped);
            }
        }
        return stripped;
    }

    private static String withoutInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInvisible(c)) {
                kept.append(c == '\u00A0' ? ' ' : c);
            }
        }
        return kept.toString().strip();
    }

    private static boolean isInvisible(char c) {
        return (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || c == '\u2060'
                || c == '\uFEFF'
                || (c < ' ' && c != '\t' && c != '\n' && c != '\r');
    }

    /** A heading reduced to what makes it the same heading: plain, lower case, no spaces, no mark for "must be filled". */
    static String heading(String text) {
        return plain(text).toLowerCase(Locale.ROOT).replaceAll("[\\s_*:]+", "");
    }
}
