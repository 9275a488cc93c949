package org.diaodu.bulletin.reader.body;

import org.diaodu.bulletin.reader.text.Traced;

/** White space, of which Chinese pages hold many kinds. */
final class Blank {

    private Blank() {}

    static boolean is(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000' || c == '\u200B' || c == '\uFEFF';
    }

    static Traced trim(Traced text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (end > start && is(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end);
    }
}
