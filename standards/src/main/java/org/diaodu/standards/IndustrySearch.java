package org.diaodu.standards;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the industry somebody meant by a code or name that is not in the table. */
final class IndustrySearch {
    private IndustrySearch() {}

    static @Nullable Industry read(Industries industries, String text) {
        String plain = PlainText.of(text).toUpperCase(Locale.ROOT);
        Industry industry = industries.find(plain);
        if (industry != null) return industry;
        if (plain.length() > 2 && plain.charAt(0) >= 'A' && plain.charAt(0) <= 'T') {
            Industry digits = industries.find(plain.substring(1));
            Industry section = digits == null ? null : industries.at(Industry.Level.SECTION, digits.code());
            return section != null && plain.startsWith(section.code()) ? digits : null;
        }
        return industries.all().stream()
                .filter(i -> i.name().equals(plain))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Industry nearest(Industries industries, String text) {
        String plain = PlainText.of(text).toUpperCase(Locale.ROOT);
        Industry known = read(industries, text);
        if (known != null || plain.isEmpty()) return known;
        return plain.chars().allMatch(c -> c < 128) ? nearestCode(industries, plain) : nearestName(industries, plain);
    }

    private static @Nullable Industry nearestCode(Industries industries, String code) {
        Industry zero = industries.find("0" + code);
        if (zero != null) return zero;
        String digits = Character.isLetter(code.charAt(0)) ? code.substring(1) : code;
        return industries.all().stream()
                .filter(i -> i.level() != Industry.Level.SECTION)
                .filter(i -> EditDistance.between(digits, i.code()) <= (digits.length() > 2 ? 2 : 1))
                .min(Comparator.comparingInt((Industry i) -> EditDistance.between(digits, i.code()))
                        .thenComparing(i -> i.code().length() != digits.length())
                        .thenComparing(i -> commonStart(digits, i.code()), Comparator.reverseOrder())
                        .thenComparing(i -> !industries.isIndustry(i.code()))
                        .thenComparing(Industry::code))
                .orElse(null);
    }

    private static @Nullable Industry nearestName(Industries industries, String name) {
        return industries.all().stream()
                .filter(i -> EditDistance.between(name, i.name()) * 2
                        <= Math.max(name.length(), i.name().length()))
                .min(Comparator.comparingInt((Industry i) -> EditDistance.between(name, i.name()))
                        .thenComparing(Industry::code))
                .orElse(null);
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }
}
