package org.diaodu.rules.differential;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Literals of each type, with a liking for edges: zero, halves, month ends, leap days, the empty text, quotes. */
final class Constants {

    private static final List<String> NUMBERS = List.of(
            "0", "1", "-1", "2", "3", "7", "10", "100", "1000", "0.5", "2.5", "-2.5", "0.01", "0.03", "12.34", "-7",
            "99.99", "3.5", "1.005", "10000");
    private static final List<String> TEXTS =
            List.of("a", "b", "C", "ab", "", "甲", "制造业", "企业'乙'", "\\", "x y", "A%_", "é");
    private static final List<String> DATES = List.of(
            "2020-02-29",
            "2021-02-28",
            "2022-01-31",
            "2022-03-31",
            "2022-12-31",
            "2024-02-29",
            "2000-01-01",
            "1999-12-31",
            "2022-04-30");
    private static final List<Integer> MONTHS = List.of(0, 1, 3, 12, 18, -1, 25);
    private static final List<Integer> HOURS = List.of(0, 24, 48, 1, 36, -24, 720, 25);

    private final RandomGenerator random;

    Constants(RandomGenerator random) {
        this.random = random;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Phrase of(Sort sort) {
        return switch (sort) {
            case NUMBER -> number(new BigDecimal(one(NUMBERS)));
            case TEXT -> text(one(TEXTS));
            case TRUTH ->
                random.nextBoolean() ? Phrase.constant(sort, "true", true) : Phrase.constant(sort, "false", false);
            case DATE -> date(LocalDate.parse(one(DATES)));
            case MONTHS -> months(one(MONTHS));
            case DAYS -> days(Duration.ofHours(one(HOURS)));
            case NUMBERS -> throw new IllegalArgumentException("no literal");
        };
    }

    static Phrase number(BigDecimal value) {
        return Phrase.constant(Sort.NUMBER, value.toPlainString(), value);
    }

    static Phrase text(String value) {
        return Phrase.constant(Sort.TEXT, "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"", value);
    }

    static Phrase date(LocalDate value) {
        return Phrase.constant(Sort.DATE, "date(\"" + value + "\")", value);
    }

    static Phrase months(int value) {
        String text = (value < 0 ? "-P" : "P") + Math.abs(value) / 12 + "Y" + Math.abs(value) % 12 + "M";
        return Phrase.constant(Sort.MONTHS, "duration(\"" + text + "\")", months(BigDecimal.valueOf(value)));
    }

    static Object months(BigDecimal value) {
        return new ComparablePeriod(Period.of(value.intValue() / 12, value.intValue() % 12, 0));
    }

    static Phrase days(Duration value) {
        long hours = Math.abs(value.toHours());
        String text = (value.isNegative() ? "-P" : "P") + hours / 24 + "DT" + hours % 24 + "H";
        return Phrase.constant(Sort.DAYS, "duration(\"" + text + "\")", value);
    }

    /** The least step of a value, up or down. */
    static @Nullable Object beside(Object value, int scale, boolean up) {
        int sign = up ? 1 : -1;
        return switch (value) {
            case BigDecimal number ->
                number.add(BigDecimal.ONE.movePointLeft(scale).multiply(BigDecimal.valueOf(sign)));
            case LocalDate date -> date.plusDays(sign);
            case Duration duration -> duration.plusSeconds(sign);
            case String text -> up ? text + "a" : text.isEmpty() ? "A" : text.substring(0, text.length() - 1);
            default -> null;
        };
    }
}
