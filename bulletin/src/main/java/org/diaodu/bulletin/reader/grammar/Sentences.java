package org.diaodu.bulletin.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.bulletin.reader.text.Traced;

/**
 * A sentence without its parentheses, which are read after it.
 *
 * @param main the sentence
 * @param asides what stands in parentheses
 */
record Sentences(Traced main, List<Aside> asides) {

    /**
     * Words in parentheses.
     *
     * @param words the words
     * @param at where in the main text they stand
     */
    record Aside(Traced words, int at) {}

    /** The sentences of a paragraph. */
    static List<Sentences> of(Traced paragraph) {
        List<Sentences> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            depth = c == '（' ? depth + 1 : c == '）' ? Math.max(0, depth - 1) : depth;
            if ("。！？".indexOf(c) >= 0 && depth == 0) {
                add(sentences, paragraph.subSequence(start, i + 1));
                start = i + 1;
            }
        }
        add(sentences, paragraph.subSequence(start, paragraph.length()));
        return sentences;
    }

    private static void add(List<Sentences> sentences, Traced text) {
        if (text.length() == 0) {
            return;
        }
        var main = new Traced.Builder();
        List<Aside> asides = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int close = text.charAt(i) == '（' ? text.text().indexOf('）', i) : -1;
            if (close < 0) {
                continue;
            }
            main.append(text, at, i);
            asides.add(new Aside(text.subSequence(i + 1, close), main.length()));
            at = close + 1;
            i = close;
        }
        sentences.add(new Sentences(main.append(text, at, text.length()).build(), asides));
    }
}
