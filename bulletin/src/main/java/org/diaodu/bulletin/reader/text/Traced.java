package org.diaodu.bulletin.reader.text;

import java.util.Arrays;

/** A text each of whose characters knows the stretch of the original it stands for. Immutable. */
public final class Traced implements CharSequence {
    private final String text;
    private final int[] from;
    private final int[] to;

    private Traced(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** A text that stands for itself, beginning at {@code offset} of the original. */
    public static Traced of(String text, int offset) {
        int[] from = new int[text.length()];
        int[] to = new int[text.length()];
        for (int i = 0; i < from.length; i++) {
            from[i] = offset + i;
            to[i] = offset + i + 1;
        }
        return new Traced(text, from, to);
    }

    public String text() {
        return text;
    }

    /** Where the original of the character at {@code index} begins. */
    public int from(int index) {
        return from[index];
    }

    /** Where the original of the character at {@code index} ends, exclusive. */
    public int to(int index) {
        return to[index];
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public Traced subSequence(int start, int end) {
        return new Traced(
                text.substring(start, end), Arrays.copyOfRange(from, start, end), Arrays.copyOfRange(to, start, end));
    }

    /** The same places with other characters, one for one. */
    public Traced withCharacters(String replaced) {
        if (replaced.length() != text.length()) {
            throw new IllegalArgumentException(replaced.length() + " characters cannot stand in for " + text.length());
        }
        return new Traced(replaced, from, to);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Puts a traced text together. For one thread. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] from = new int[64];
        private int[] to = new int[64];

        /** Appends a character that stands for a stretch of the original. */
        public Builder append(char c, int start, int end) {
            if (text.length() == from.length) {
                from = Arrays.copyOf(from, 2 * from.length);
                to = Arrays.copyOf(to, 2 * to.length);
            }
            from[text.length()] = start;
            to[text.length()] = end;
            text.append(c);
            return this;
        }

        /** Appends the stretch of another traced text. */
        public Builder append(Traced other, int start, int end) {
            for (int i = start; i < end; i++) {
                append(other.charAt(i), other.from(i), other.to(i));
            }
            return this;
        }

        public int length() {
            return text.length();
        }

        public char last() {
            return text.isEmpty() ? '\0' : text.charAt(text.length() - 1);
        }

        public Traced build() {
            return new Traced(text.toString(), Arrays.copyOf(from, text.length()), Arrays.copyOf(to, text.length()));
        }
    }
}
