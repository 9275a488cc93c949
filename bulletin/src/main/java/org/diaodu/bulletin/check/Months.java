package org.diaodu.bulletin.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The months some words name. {@code year} is 0 where they name none. */
record Months(int year, int from, int to) {

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})月?(?:份)?(?:-|至|到)(\\d{1,2})月");
    private static final Pattern FIRST = Pattern.compile("前([一二三四五六七八九\\d]{1,2})个?月");
    private static final Pattern ONE = Pattern.compile("(\\d{1,2})月");
    private static final String DIGITS = "一二三四五六七八九";

    static @Nullable Months of(String words) {
        Matcher year = YEAR.matcher(words);
        int named = year.find() ? Integer.parseInt(year.group(1)) : 0;
        Matcher range = RANGE.matcher(words);
        if (range.find()) {
            return checked(named, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher first = FIRST.matcher(words);
        if (first.find()) {
            int digit = DIGITS.indexOf(first.group(1)) + 1;
            return checked(named, 1, digit > 0 ? digit : number(first.group(1)));
        }
        if (words.contains("上半年")) {
            return new Months(named, 1, 6);
        }
        if (words.contains("前三季度")) {
            return new Months(named, 1, 9);
        }
        Matcher quarter = Pattern.compile("第?([一二三四1-4])季度").matcher(words);
        if (quarter.find()) {
            int q = DIGITS.indexOf(quarter.group(1)) + 1;
            int last = 3 * (q > 0 ? q : Integer.parseInt(quarter.group(1)));
            return new Months(named, last - 2, last);
        }
        Matcher one = ONE.matcher(words);
        if (one.find()) {
            int month = Integer.parseInt(one.group(1));
            return checked(named, month, month);
        }
        return named > 0 ? new Months(named, 1, 12) : null;
    }

    private static int number(String digits) {
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable Months checked(int year, int from, int to) {
        return from >= 1 && from <= to && to <= 12 ? new Months(year, from, to) : null;
    }
}
