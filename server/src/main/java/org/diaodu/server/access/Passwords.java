package org.diaodu.server.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules of a password: long rather than contorted, and none of the ones everybody tries. */
final class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final Set<String> COMMON = Set.of(
            "password",
            "passw0rd",
            "qwerty",
            "qwertyuiop",
            "admin",
            "administrator",
            "letmein",
            "welcome",
            "iloveyou",
            "123456789",
            "1234567890",
            "0123456789",
            "9876543210",
            "1q2w3e4r",
            "1qaz2wsx",
            "abc123",
            "woaini",
            "diaodu");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private Passwords() {}

    /** What is wrong with a password for this user, as a message key; empty when nothing is. */
    static Optional<String> fault(String password, String name) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) return Optional.of("account.password.short");
        if (password.length() > LONGEST) return Optional.of("account.password.long");
        if (plain.chars().distinct().count() < 5) return Optional.of("account.password.repeats");
        if (name.length() > 2 && plain.contains(name.toLowerCase(Locale.ROOT)))
            return Optional.of("account.password.name");
        String letters = plain.replaceAll("[^a-z0-9]+$", "").replaceAll("\\d{0,4}$", "");
        return COMMON.contains(plain) || COMMON.contains(letters)
                ? Optional.of("account.password.common")
                : Optional.empty();
    }

    /** A password to hand over once, four groups of four, without letters that look alike. */
    static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) text.append('-');
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
