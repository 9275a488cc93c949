package org.diaodu.bulletin.reader.repair;

/** Characters that vanished from shifted text because a pair fell into a user-defined code. */
final class LostPairs {

    private LostPairs() {}

    static String filled(String text) {
        return text;
    }
}
