package org.diaodu.bulletin.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a text and what stands between them. */
record TokenList(String plain, List<Token> tokens) {

    private static final int NEAR = 12;

    static TokenList of(String plain) {
        return new TokenList(plain, Token.in(plain));
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** What stands right behind a number. */
    String after(int index) {
        int end = get(index).end();
        return plain.substring(end, Math.min(plain.length(), end + NEAR));
    }

    private String between(int index) {
        return plain.substring(get(index).end(), get(index + 1).start());
    }

    /** How many numbers follow each other with nothing but a list's comma between them, this one the first. */
    int listLength(int index) {
        int length = 1;
        for (int i = index; i + 1 < size() && between(i).matches("[、和与及]"); i++) {
            length++;
        }
        return length;
    }

    /** The unit a list says once, behind its last number; null where the list does not go on or says none. */
    @Nullable
    String unitBehind(int index) {
        for (int i = index; i + 1 < size() && between(i).matches("(?:、|和|与|及)[^,，;。:()%\\n]*"); i++) {
            Token next = get(i + 1);
            if (!next.bare()) {
                return next.amount() || next.things() || next.points() ? next.unit() : null;
            }
        }
        return null;
    }

    /** Whether a number is one of 23.5:26.9:49.6. */
    boolean structure(int index) {
        return ratio(index) || index > 0 && ratio(index - 1);
    }

    private boolean ratio(int index) {
        return index + 1 < size()
                && get(index).bare()
                && between(index).equals(":")
                && (index + 2 < size() && between(index + 1).equals(":")
                        || index > 0 && between(index - 1).equals(":"));
    }
}
