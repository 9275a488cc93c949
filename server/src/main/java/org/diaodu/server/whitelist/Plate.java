package org.diaodu.server.whitelist;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A vehicle's plate as the road administration issues it (GA 36-2018): the province's character, the office's letter and five
 * characters, the last of which may be 挂, 学, 警, 港 or 澳; or six with one of the letters of new energy in front (small
 * vehicles) or behind (large ones). I and O do not occur.
 */
public record Plate(String value) {

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
    private static final String ANY = "[0-9A-HJ-NP-Z]";
    private static final String NEW_ENERGY = "[A-HJK]";
    private static final Pattern FORM = Pattern.compile(PROVINCE + "[A-HJ-NP-Z](?:" + ANY + "{4}[0-9A-HJ-NP-Z挂学警港澳]|"
            + NEW_ENERGY + ANY + "[0-9]{4}|[0-9]{5}" + NEW_ENERGY + ")");
    private static final int LONGEST_TYPED = 40;

    public Plate {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("\"" + value + "\" is no plate");
    }

    /** The plate somebody typed, with or without blanks, dots and wide letters; empty where it is none. */
    public static Optional<Plate> typed(String text) {
        if (text.length() > LONGEST_TYPED) return Optional.empty();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s·•‧・.\\-]", "")
                .toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? Optional.of(new Plate(plain)) : Optional.empty();
    }

    /** As it stands on the vehicle: 黑A·12345. */
    public String shown() {
        return value.substring(0, 2) + "·" + value.substring(2);
    }

    /** Whether it is that of a new-energy vehicle. */
    public boolean isNewEnergy() {
        return value.length() == 8;
    }
}
