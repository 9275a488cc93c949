package org.diaodu.standards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which people and files write a period. */
final class PeriodText {
    private static final String YEAR = "(\\d{4})";
    private static final Pattern WHOLE_YEAR = Pattern.compile(YEAR + "(?:年|年度|年全年|全年)?");
    private static final Pattern ONE_MONTH = Pattern.compile(YEAR + "(?:[-/.](\\d{1,2})|(\\d{2})|年(\\d{1,2})月份?)");
    private static final Pattern TWO_MONTHS = Pattern.compile(YEAR
            + "(?:[-/.](\\d{1,2})(?:\\.{2,3}|…+|[-/])(?:(\\d{4})[-/.])?(\\d{1,2})"
            + "|年(\\d{1,2})月?-(?:(\\d{4})年)?(\\d{1,2})月份?)");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "(?:[-/.年]?[Qq]([1-4])|年第?([1-4])季度?)");
    private static final Pattern SPAN = Pattern.compile(YEAR + "年?(上半年|前[123]个?季度|1-3季度)");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private PeriodText() {}

    static Period parse(String text) {
        String plain = arabic(PlainText.withOneDash(text));
        Period period = read(plain);
        if (period == null) {
            throw new StandardsException(
                    "PERIOD-FORM",
                    text,
                    "读不懂时期“" + text + "”；请写成 2022-03、2022-01..2022-03、2022-Q1、2022，或 2022年3月、2022年1—3月。",
                    "cannot read the period \"" + text
                            + "\". Maybe write 2022-03, 2022-01..2022-03, 2022-Q1, 2022 or 2022年1—3月.");
        }
        return period;
    }

    private static @Nullable Period read(String plain) {
        Matcher m = WHOLE_YEAR.matcher(plain);
        if (m.matches()) return Period.year(number(m, 1));
        m = ONE_MONTH.matcher(plain);
        if (m.matches()) return Period.month(number(m, 1), number(m, 2, 3, 4));
        m = QUARTER.matcher(plain);
        if (m.matches()) return Period.quarter(number(m, 1), number(m, 2, 3));
        m = SPAN.matcher(plain);
        if (m.matches()) return Period.yearToDate(number(m, 1), lastMonth(m.group(2)));
        m = TWO_MONTHS.matcher(plain);
        if (m.matches()) return months(m);
        return null;
    }

    private static int lastMonth(String span) {
        if (span.equals("上半年")) return 6;
        return span.startsWith("前") ? (span.charAt(1) - '0') * 3 : 9;
    }

    private static @Nullable Period months(Matcher m) {
        int year = number(m, 1);
        String secondYear = m.group(3) != null ? m.group(3) : m.group(6);
        if (secondYear != null && Integer.parseInt(secondYear) != year) return null;
        int from = number(m, 2, 5);
        int to = number(m, 4, 7);
        if (from == 1) return Period.yearToDate(year, to);
        if (from == to) return Period.month(year, from);
        return from % 3 == 1 && to == from + 2 && to <= 12 ? Period.quarter(year, to / 3) : null;
    }

    private static int number(Matcher m, int... groups) {
        for (int group : groups) {
            if (m.group(group) != null) return Integer.parseInt(m.group(group));
        }
        throw new IllegalStateException("no group of " + m);
    }

    /** 二〇二二年十二月 → 2022年12月. */
    private static String arabic(String text) {
        var arabic = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '零' || text.charAt(i) == '○' ? '〇' : text.charAt(i);
            if (c == '十') {
                boolean unitsFollow = i + 1 < text.length() && CHINESE_DIGITS.indexOf(text.charAt(i + 1)) > 0;
                arabic.append(unitsFollow ? "1" : "10");
            } else {
                int digit = CHINESE_DIGITS.indexOf(c);
                arabic.append(digit < 0 ? String.valueOf(c) : String.valueOf(digit));
            }
        }
        return arabic.toString();
    }
}
