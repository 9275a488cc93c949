package org.diaodu.bulletin.reader.grammar;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words to be found at a place of a text, the longest first. */
final class WordSet {
    private final Set<String> words;
    private final int longest;

    WordSet(Collection<String> words) {
        this.words = new HashSet<>(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** The longest word that begins at {@code at}. */
    @Nullable
    String at(CharSequence text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            String word = text.subSequence(at, at + length).toString();
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }

    /** The longest word the text ends with. */
    @Nullable
    String endOf(String text) {
        for (int length = Math.min(longest, text.length()); length > 0; length--) {
            String word = text.substring(text.length() - length);
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }

    /** Where the last of the words in the text ends; -1 if there is none. */
    int lastEnd(String text) {
        for (int end = text.length(); end > 0; end--) {
            if (endOf(text.substring(0, end)) != null) {
                return end;
            }
        }
        return -1;
    }

    boolean in(String text) {
        return lastEnd(text) > 0;
    }
}
