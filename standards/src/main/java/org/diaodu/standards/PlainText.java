package org.diaodu.standards;

/** Brings typed text to one plain form: full-width characters become half-width, every dash a hyphen, blanks go. */
public final class PlainText {
    private static final String DASHES = "‐‑‒–—―−－～〜~﹣➖─至到";
    private static final String BLANKS = "\u00a0\u2007\u202f\u3000\ufeff\u200b";

    private PlainText() {}

    /** The text with full-width letters, digits and signs as ASCII and without any white space. */
    public static String of(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || BLANKS.indexOf(c) >= 0) continue;
            plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
        }
        return plain.toString();
    }

    /** As {@link #of}, and every kind of dash, tilde and 至 written as one hyphen. */
    static String withOneDash(String text) {
        var plain = new StringBuilder(text.length());
        String half = of(text);
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (DASHES.indexOf(c) < 0) plain.append(c);
            else if (plain.isEmpty() || plain.charAt(plain.length() - 1) != '-') plain.append('-');
        }
        return plain.toString();
    }
}
