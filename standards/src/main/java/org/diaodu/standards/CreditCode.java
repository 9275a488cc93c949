package org.diaodu.standards;

import java.util.Locale;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which 3–8 name the registering region,
 * 9–17 are the organisation code (GB 11714) with a check of its own, and the last checks the whole.
 */
public record CreditCode(String value) {
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static final int LENGTH = 18;
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** What can be said of a text given as a credit code. */
    public sealed interface Outcome permits Valid, OuterCheckFails, Invalid {}

    /** Both checks hold. */
    public record Valid(CreditCode code) implements Outcome {}

    /**
     * The organisation code's check holds, the whole code's does not: so it is with some lawful early codes. Warn, and
     * accept it with a reason ({@link #acceptedBecause}).
     */
    public record OuterCheckFails(CreditCode code, char expected, String zh, String en) implements Outcome {
        /** The code as accepted by a person; the reason must not be blank. */
        public Overridden acceptedBecause(String reason) {
            if (reason.isBlank()) {
                throw new StandardsException(
                        "CREDIT-OVERRIDE", reason, "接受该信用代码须填写理由。", "accepting this credit code needs a reason.");
            }
            return new Overridden(code, reason.strip());
        }
    }

    /** A code whose outer check fails, accepted by a person for a reason. */
    public record Overridden(CreditCode code, String reason) {}

    /** Not a credit code; {@code reason} is a stable code, {@code zh} and {@code en} say what is wrong and what to try. */
    public record Invalid(Reason reason, String zh, String en) implements Outcome {}

    /** Why a text is no credit code. */
    public enum Reason {
        EMPTY,
        LENGTH,
        CHARACTER,
        CHECKS
    }

    public CreditCode {
        if (value.length() != LENGTH
                || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)
                || !innerCheckHolds(value)) {
            throw new StandardsException(
                    "CREDIT-FORM",
                    value,
                    "“" + value + "”不是统一社会信用代码。",
                    "\"" + value + "\" is not a unified social credit code.");
        }
    }

    /** Judges a text: blanks and full-width characters are forgiven, small letters too. */
    public static Outcome parse(String text) {
        return CreditCodeCheck.judge(PlainText.of(text).toUpperCase(Locale.ROOT));
    }

    /**
     * The code of a text for which both checks hold.
     *
     * @throws StandardsException {@code CREDIT-FORM} with what is wrong and a hint
     */
    public static CreditCode of(String text) {
        return switch (parse(text)) {
            case Valid valid -> valid.code();
            case OuterCheckFails fails -> throw new StandardsException("CREDIT-FORM", text, fails.zh(), fails.en());
            case Invalid invalid -> throw new StandardsException("CREDIT-FORM", text, invalid.zh(), invalid.en());
        };
    }

    /**
     * A made-up enterprise code for samples: both checks hold, the organisation code begins with YY, which is not in
     * use; one code for each serial from 0 to 887 503 680.
     */
    public static CreditCode made(String region, long serial) {
        if (serial < 0 || serial >= MADE_CODES) throw new IllegalArgumentException("serial out of range: " + serial);
        var body = new char[6];
        long scattered = serial * SCATTER % MADE_CODES;
        for (int i = body.length - 1; i >= 0; i--, scattered /= 31) body[i] = ALPHABET.charAt((int) (scattered % 31));
        String organisation = "YY" + new String(body);
        String withoutCheck = "91" + region + organisation + innerCheck(organisation);
        return new CreditCode(withoutCheck + outerCheck(withoutCheck));
    }

    private static final long MADE_CODES = 887_503_681L; // 31^6
    private static final long SCATTER = 548_508_443L; // prime to 31, so that every serial has its own code

    /** The six digits of the region where it was registered. */
    public String registrationRegion() {
        return value.substring(2, 8);
    }

    /** The nine characters of the organisation code. */
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /** Whether the whole code's check holds. */
    public boolean outerCheckHolds() {
        return outerCheck(value) == value.charAt(17);
    }

    /** GB 32100-2015: C18 = (31 − Σ c_i·3^(i−1) mod 31) mod 31. */
    static char outerCheck(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: 11 − Σ c_i·w_i mod 11, written X for 10 and 0 for 11; letters count A = 10 … Z = 35. */
    static char innerCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += Character.digit(organisation.charAt(i), 36) * INNER_WEIGHTS[i];
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    static boolean innerCheckHolds(String code) {
        return innerCheck(code.substring(8, 16)) == code.charAt(16);
    }

    @Override
    public String toString() {
        return value;
    }
}
