package org.diaodu.server.whitelist;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pass is known by at a checkpoint: 128 random bits as 26 characters of Crockford's base 32, which has no I, L, O and U.
 * It says nothing of whom it belongs to.
 */
public record PassCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 128;
    private static final int LENGTH = 26;
    private static final int GROUP = 5;
    private static final int LONGEST_TYPED = 100;
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final SecureRandom RANDOM = new SecureRandom();

    public PassCode {
        if (!value.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("a code of a pass has " + LENGTH + " characters of " + ALPHABET);
        }
    }

    static PassCode random() {
        return of(new BigInteger(BITS, RANDOM));
    }

    static PassCode of(BigInteger bits) {
        var text = new StringBuilder();
        BigInteger rest = bits;
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
            rest = rest.divide(BASE);
        }
        return new PassCode(text.reverse().toString());
    }

    /** The code somebody typed or scanned: blanks and dashes do not matter, O is 0, I and L are 1; empty where it is none. */
    public static Optional<PassCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) return Optional.empty();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-–—]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new PassCode(plain))
                : Optional.empty();
    }

    /** In groups that can be read aloud: 5Q3HX-… */
    public String grouped() {
        var text = new StringBuilder(value);
        for (int at = LENGTH - GROUP - 1; at > 0; at -= GROUP) text.insert(at, '-');
        return text.toString();
    }
}
