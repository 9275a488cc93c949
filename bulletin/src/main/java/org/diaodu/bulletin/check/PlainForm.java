package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with one form for each sign and its periods blanked out, character for character, so that places in it are places
 * in the text.
 *
 * @param text with half-width digits and signs
 * @param periods where its periods stand and what they say
 */
record PlainForm(String text, List<PeriodWords> periods) {

    /** What stands for each character of a blanked period. */
    static final char BLANK = '\uE000';

    /** @param comparator whether the period is the one compared with */
    record PeriodWords(int start, int end, String words, boolean comparator) {}

    private static final String FROM = "：；（）％＋－—–−~～〜／．！［］【】｜";
    private static final String TO = ":;()%+-------/.![][]|";

    private static final String MONTHS = "\\d{1,2}月?(?:份)?(?:-|至|到)\\d{1,2}月(?:份)?";
    private static final String MONTH = "\\d{1,2}月(?:份)?(?:\\d{1,2}日)?";
    private static final String OTHER = "(?:第?[一二三四1-4]季度|[上下]半年|前[一二三四五六七八九十\\d]{1,2}个?(?:月|季度)|全年|\\d{1,2}日)";
    private static final Pattern PERIOD = Pattern.compile("(?:(?:19|20)\\d\\d年(?:" + MONTHS + "|" + MONTH + "|" + OTHER
            + ")?|(?:今年|去年|上年)?(?:" + MONTHS + "|" + MONTH + "|" + OTHER + "))(?:同期|末|底|当月)?");
    private static final Pattern NOISE = Pattern.compile(
            "\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{4}|\\d{1,2}:\\d\\d:\\d\\d|https?://[\\w./?=&%#:-]+|(?:19|20)\\d\\d-\\d\\d-\\d\\d|[A-Za-z]+\\d+(?:\\.\\d+)?|[A-Za-z]+-\\d+(?![\\d.]*%)|\\d+(?!\\d*(?:pct|PCT|pp))[A-Za-z]+(?![\\d.])");
    private static final Pattern BEFORE_COMPARATOR = Pattern.compile("(?:比|较|相比|与|对比)(?:上年|去年)?$");

    static PlainForm of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = FROM.indexOf(c);
            if (at >= 0) {
                plain.append(TO.charAt(at));
            } else if (c >= '０' && c <= '９') {
                plain.append((char) (c - '０' + '0'));
            } else {
                plain.append(c == '\u00A0' || c == '\u3000' ? ' ' : c);
            }
        }
        blank(plain, NOISE, ' ');
        List<PeriodWords> periods = new ArrayList<>();
        Matcher period = PERIOD.matcher(plain.toString());
        while (period.find()) {
            boolean comparator = BEFORE_COMPARATOR
                    .matcher(plain.substring(Math.max(0, period.start() - 4), period.start()))
                    .find();
            periods.add(new PeriodWords(period.start(), period.end(), period.group(), comparator));
        }
        for (PeriodWords each : periods) {
            for (int i = each.start(); i < each.end(); i++) {
                plain.setCharAt(i, BLANK);
            }
        }
        return new PlainForm(plain.toString(), List.copyOf(periods));
    }

    private static void blank(StringBuilder plain, Pattern what, char with) {
        Matcher found = what.matcher(plain.toString());
        while (found.find()) {
            for (int i = found.start(); i < found.end(); i++) {
                plain.setCharAt(i, with);
            }
        }
    }

    /** The words of the period that holds at a place: the last before it that is not compared with; empty if none. */
    String periodAt(int place) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (periods.get(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low > 0 && periods.get(low - 1).comparator()) {
            low--;
        }
        return low == 0 ? "" : periods.get(low - 1).words();
    }
}
