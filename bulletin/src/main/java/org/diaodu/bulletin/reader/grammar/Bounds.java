package org.diaodu.bulletin.reader.grammar;

/** Where a clause begins and ends among the marks of a sentence. */
final class Bounds {

    private static final String MARKS = "，；：。！？";

    private Bounds() {}

    static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** Where the clause begins that goes on before a place. */
    static int begin(String text, int before) {
        int i = before;
        while (i > 0 && !isMark(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** What is left of the clause from one place to before another. */
    static String tail(String text, int from, int to) {
        int end = from;
        while (end < to && !isMark(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }
}
