package org.diaodu.bulletin.reader.repair;

import org.diaodu.bulletin.reader.text.Traced;

/**
 * One form for each character: digits, letters and signs of figures in half width, punctuation between words in full
 * width. Spaces beside Chinese characters and within figures go; these are changes of form, not noted as repairs.
 */
final class Widths {
    private Widths() {}

    static Traced narrowed(Traced text) {
        var narrow = new Traced.Builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (unseen(c) || (blank(c) && droppable(text, i))) {
                continue;
            }
            narrow.append(narrow(c, text, i), text.from(i), text.to(i));
        }
        return narrow.build();
    }

    private static char narrow(char c, Traced text, int i) {
        if (c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '％', '﹪' -> '%';
            case '．' -> betweenDigits(text, i) ? '.' : c;
            case '－', '–', '—', '―', '−', '﹣', '─', '～', '∼', '﹏', '〜' -> '-';
            case '~' -> '-';
            case '／' -> '/';
            case '＋' -> '+';
            case '×', '✕', '╳' -> '×';
            case '(' -> '（';
            case ')' -> '）';
            case ',' -> betweenDigits(text, i) && thousands(text, i) ? ',' : '，';
            case '，' -> betweenDigits(text, i) && thousands(text, i) && grouped(text, i) ? ',' : '，';
            case ';' -> '；';
            case ':' -> betweenDigits(text, i) ? ':' : '：';
            case '?' -> '？';
            case '!' -> '！';
            case '„', '「', '『' -> '“';
            case '」', '』' -> '”';
            case '\u3000', '\u00A0' -> ' ';
            default -> c;
        };
    }

    private static boolean betweenDigits(Traced text, int i) {
        return i > 0 && i + 1 < text.length() && digit(text.charAt(i - 1)) && digit(text.charAt(i + 1));
    }

    /** Three digits and no fourth follow: 1,234. */
    private static boolean thousands(Traced text, int i) {
        return i + 3 < text.length()
                && digit(text.charAt(i + 2))
                && digit(text.charAt(i + 3))
                && (i + 4 >= text.length() || !digit(text.charAt(i + 4)));
    }

    private static boolean grouped(Traced text, int i) {
        return i + 4 < text.length() && "，,".indexOf(text.charAt(i + 4)) >= 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    private static boolean unseen(char c) {
        return c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\uFEFF' || c == '\u00AD' || c == '\r';
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\u3000' || c == '\u00A0' || c == '\t' || c == '\n' || c >= '\u2000' && c <= '\u200A';
    }

    /** Blanks stay only where they part words: between Latin letters, or several between Chinese words. */
    private static boolean droppable(Traced text, int i) {
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        boolean figure = digit(before) || digit(after) || before == '%' || after == '%' || before == '.' && i > 1;
        boolean latin = letter(before) && letter(after);
        boolean words = Character.isIdeographic(before) && Character.isIdeographic(after);
        return !latin && !words && (!(digit(before) && digit(after))) || figure && !(digit(before) && digit(after));
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
