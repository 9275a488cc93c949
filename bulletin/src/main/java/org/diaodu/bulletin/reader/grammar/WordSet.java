package org.diaodu.bulletin.reader.grammar;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words to be found at a place of a text, the longest first. Immutable. */
final class WordSet {
    private final Set<String> words;
    private final Map<Character, int[]> lengthsByFirst;
    private final Map<Character, int[]> lengthsByLast;
    private final BitSet single = new BitSet();
    /** The pairs of characters that longer words begin or end with, by their hash: most places of a text have none. */
    private final BitSet beginnings = new BitSet(1 << 16);

    private final BitSet endings = new BitSet(1 << 16);

    WordSet(Collection<String> words) {
        this.words = new HashSet<>(words);
        Map<Character, TreeSet<Integer>> first = new HashMap<>();
        Map<Character, TreeSet<Integer>> last = new HashMap<>();
        for (String word : words) {
            first.computeIfAbsent(word.charAt(0), c -> new TreeSet<>()).add(-word.length());
            if (word.length() == 1) {
                single.set(word.charAt(0));
            } else {
                beginnings.set(pair(word.charAt(0), word.charAt(1)));
                endings.set(pair(word.charAt(word.length() - 2), word.charAt(word.length() - 1)));
            }
            last.computeIfAbsent(word.charAt(word.length() - 1), c -> new TreeSet<>())
                    .add(-word.length());
        }
        this.lengthsByFirst = longestFirst(first);
        this.lengthsByLast = longestFirst(last);
    }

    private static Map<Character, int[]> longestFirst(Map<Character, TreeSet<Integer>> negative) {
        Map<Character, int[]> lengths = new HashMap<>();
        negative.forEach((c, set) ->
                lengths.put(c, set.stream().mapToInt(length -> -length).toArray()));
        return lengths;
    }

    private static int pair(char a, char b) {
        return (31 * a + b) & 0xFFFF;
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** The longest word that begins at {@code at}. */
    @Nullable
    String at(CharSequence text, int at) {
        if (at < text.length()
                && !single.get(text.charAt(at))
                && (at + 1 == text.length() || !beginnings.get(pair(text.charAt(at), text.charAt(at + 1))))) {
            return null;
        }
        int[] lengths = at < text.length() ? lengthsByFirst.get(text.charAt(at)) : null;
        if (lengths == null) {
            return null;
        }
        for (int length : lengths) {
            if (at + length <= text.length()) {
                String word = text.subSequence(at, at + length).toString();
                if (words.contains(word)) {
                    return word;
                }
            }
        }
        return null;
    }

    /** The longest word the text ends with. */
    @Nullable
    String endOf(String text) {
        return endingAt(text, text.length());
    }

    /** The longest word that ends before {@code end}. */
    @Nullable
    String endingAt(String text, int end) {
        if (end > 0
                && !single.get(text.charAt(end - 1))
                && (end == 1 || !endings.get(pair(text.charAt(end - 2), text.charAt(end - 1))))) {
            return null;
        }
        int[] lengths = end > 0 ? lengthsByLast.get(text.charAt(end - 1)) : null;
        if (lengths == null) {
            return null;
        }
        for (int length : lengths) {
            if (length <= end) {
                String word = text.substring(end - length, end);
                if (words.contains(word)) {
                    return word;
                }
            }
        }
        return null;
    }

    boolean in(String text) {
        for (int end = text.length(); end > 0; end--) {
            if (endingAt(text, end) != null) {
                return true;
            }
        }
        return false;
    }
}
