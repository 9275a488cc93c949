package org.diaodu.sheets;

/** Keeps a text that looks like a formula from running in the program that opens the file (CWE-1236). */
final class Guard {

    private Guard() {}

    static boolean isDangerous(char first) {
        return "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(first) >= 0;
    }

    /** With an apostrophe before what would run, as csv needs. */
    static String csv(String text) {
        return !text.isEmpty() && isDangerous(text.charAt(0)) ? "'" + text : text;
    }

    /** Without the characters XML cannot hold. */
    static String xml(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\t' || c == '\n' || c == '\r';
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
                allowed = pair;
            }
            if (!allowed && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (allowed && kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
