package org.diaodu.bulletin.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;

/**
 * A number of a text.
 *
 * @param start its first digit, or its sign
 * @param end behind its unit
 * @param sign '+', '-' or 0 where none is printed
 * @param unit as printed, with 万 or 亿; empty where none stands behind it
 * @param ordinal whether it stands behind 第
 */
record Token(
        int start,
        int end,
        char sign,
        BigDecimal value,
        int decimals,
        String unit,
        @Nullable Bound bound,
        boolean ordinal) {

    private static final String MAGNITUDE = "(?:万亿|亿|千万|百万|万|千|百)";
    private static final String THING =
            "(?:美元|元|千瓦时|度(?!假)|吨标准煤|吨|立方米|平方米|公里|亩|人次|户次|户|家|个|项|人(?!均)|名|件|辆|台|条|艘|只|种|起|点)";
    private static final String UNIT =
            "%|个?百分点|pct|PCT|pp|个?位次|位(?!于)|倍(?!数)|" + MAGNITUDE + "?多?" + THING + "|" + MAGNITUDE + "(?![一-龥])";
    private static final Pattern NUMBER = Pattern.compile("(?:(?<![\\d%.元吨时户家个])(?<sign>[+-]))?(?<![\\d.])"
            + "(?<whole>\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d+)(?<part>\\.\\d+)?(?![\\d.]?\\d)(?<more>余|多)?\\s*(?<unit>"
            + UNIT
            + ")?|(?<tenths>[一二三四五六七八九])成(?<half>半)?(?=[,，。;、）)\\s]|以上|左右|$)");
    private static final Pattern BOUND_BEFORE = Pattern.compile("(近|不足|不到|约|大约|超|超过|逾|突破|达到约)(?:为)?$");

    /** The numbers of a text in plain form, in their order. */
    static List<Token> in(String plain) {
        List<Token> tokens = new ArrayList<>();
        Matcher number = NUMBER.matcher(plain);
        while (number.find()) {
            tokens.add(number.group("tenths") != null ? tenths(plain, number) : token(plain, number));
        }
        return tokens;
    }

    private static Token tenths(String plain, Matcher number) {
        int tens = "一二三四五六七八九".indexOf(number.group("tenths")) + 1;
        BigDecimal value = BigDecimal.valueOf(tens * 10L + (number.group("half") == null ? 0 : 5));
        Bound before = boundBefore(plain, number.start());
        return new Token(
                number.start(), number.end(), (char) 0, value, 0, "%", before == null ? Bound.APPROX : before, false);
    }

    private static Token token(String plain, Matcher number) {
        String part = number.group("part");
        String unit = number.group("unit") == null ? "" : number.group("unit");
        String digits = number.group("whole").replace(",", "") + (part == null ? "" : part);
        boolean many = number.group("more") != null || unit.contains("多");
        return new Token(
                number.start(),
                number.end(),
                number.group("sign") == null ? 0 : number.group("sign").charAt(0),
                new BigDecimal(digits),
                part == null ? 0 : part.length() - 1,
                unit.replace("多", ""),
                many ? Bound.GT : boundBefore(plain, number.start()),
                number.start() > 0 && plain.charAt(number.start() - 1) == '第');
    }

    private static @Nullable Bound boundBefore(String plain, int start) {
        Matcher before = BOUND_BEFORE.matcher(plain.substring(Math.max(0, start - 4), start));
        if (!before.find()) {
            return null;
        }
        return switch (before.group(1)) {
            case "近", "不足", "不到" -> Bound.LT;
            case "约", "大约", "达到约" -> Bound.APPROX;
            default -> Bound.GT;
        };
    }

    boolean percent() {
        return unit.equals("%");
    }

    boolean points() {
        return unit.endsWith("百分点") || unit.equalsIgnoreCase("pct") || unit.equals("pp");
    }

    boolean things() {
        return unit.matches("户|家|个|项|人|名|件|辆|台|条|艘|只|种|起");
    }

    boolean places() {
        return unit.endsWith("位次") || unit.equals("位");
    }

    boolean times() {
        return unit.equals("倍");
    }

    boolean bare() {
        return unit.isEmpty();
    }

    /** An amount with its unit: 亿元, 万吨, 亿千瓦时. */
    boolean amount() {
        return !bare() && !percent() && !points() && !things() && !places() && !times();
    }

    static double scale(String unit) {
        double scale = 1;
        for (int i = 0; i < unit.length(); i++) {
            scale *= switch (unit.charAt(i)) {
                case '亿' -> 1e8;
                case '万' -> 1e4;
                case '千' -> unit.startsWith("千瓦", i) ? 1 : 1e3;
                case '百' -> 1e2;
                default -> 1;
            };
        }
        return scale;
    }

    /** The unit without 万 and 亿. */
    static String base(String unit) {
        return unit.replaceFirst("^(万亿|亿|千万|百万|万|千(?!瓦)|百)", "");
    }
}
