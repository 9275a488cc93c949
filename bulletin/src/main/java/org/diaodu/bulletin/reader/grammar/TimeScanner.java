package org.diaodu.bulletin.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.reader.grammar.TimePhrase.Sort;
import org.jspecify.annotations.Nullable;

/** Finds the times of a text and says which period they mean. Remembers the year spoken of; for one document. */
final class TimeScanner {
    private static final Pattern TIME = Pattern.compile(
            // five-year plans
            "(?<plan>[“\"]?十[一二三四五][五]?[”\"]?(?:规划)?(?:期间|时期|以来|末|期末)|[“\"]十[一二三四][五]?[”\"](?:规划)?)"
                    + "|(?<season>上季度?|次季|本季度?|第(?<q>[一二三四])、(?<r>[一二三四])季度?)"
                    + "|(?<now>截至目前|到目前为止|目前|当前|现在|眼下|如今)"
                    + "|(?<lastmonth>上个?月)"
                    + "|(?<effort>(?:经过|通过|再?用)?[\\d一二三四五十两]+(?:[-至到][\\d一二三四五十两]+)?年左右?的?(?:努力|时间|奋斗))"
                    + "|(?<single>当月|本月|单月|当季)"
                    + "|(?<ahead>未来[\\d一二三四五十两]+年|今后[\\d一二三四五十两]+年)"
                    + "|(?<clock>(?<!\\d)\\d{1,2}(?::\\d\\d|时\\d{0,2}分?|点(?:\\d{1,2}分|整|钟|许))|(?<!\\d)\\d{1,2}日|昨天|昨日|今天|近日|日前|上周|本周)"
                    // 截至7月底, 到2025年
                    + "|(?<asof>截至|截止到?|截止至)?(?<until>到|至)?"
                    + "(?:(?<year>(?:19|20)\\d\\d)年度?|(?<named>今年|去年|上年|前年|明年|本年度?|当年))?的?"
                    + "(?:(?<y2>-(?:20\\d\\d)年)"
                    + "|(?<first>\\d{1,2})月?份?[-至到](?<last>\\d{1,2})月(?:份)?(?!\\d{1,2}日)"
                    + "|前(?<months>\\d{1,2}|[一二两三四五六七八九十]{1,2})个?月"
                    + "|(?<month>\\d{1,2})月(?<day>\\d{1,2}[日号](?:[-至到]\\d{1,2}[日号])?|[上中下]旬|初)?(?<end>底|末)?(?:份)?"
                    + "|第?(?<quarter>[一二三四1-4])季度?(?<qend>末)?"
                    + "|(?<half>上半年|下半年)"
                    + "|前(?<quarters>[二两三23])季度?"
                    + "|前(?<threeq>[三3])个?季度?"
                    + "|(?<whole>全年)"
                    + "|(?<yend>年?[底末初]))?");
    private static final String HAN = "一二三四五六七八九十";

    private final @Nullable Integer published;
    private final @Nullable Integer publishedMonth;
    private @Nullable Integer year;
    private @Nullable Integer inSentence;

    TimeScanner(@Nullable Integer published, @Nullable Integer publishedMonth) {
        this.published = published;
        this.publishedMonth = publishedMonth;
        this.year = published;
    }

    @Nullable
    Integer year() {
        return year;
    }

    /** The times of a stretch of text, in order. @param carried the period spoken of before it */
    List<TimePhrase> scan(String text, @Nullable String carried) {
        List<TimePhrase> times = new ArrayList<>();
        inSentence = null;
        Matcher m = TIME.matcher(text);
        int at = 0;
        while (at < text.length() && m.find(at)) {
            if (m.end() == m.start()) {
                at = m.end() + 1;
                continue;
            }
            at = m.end();
            TimePhrase phrase = comparator(text, m) ? skipped(m) : phrase(text, m, carried);
            if (phrase != null) {
                times.add(phrase);
                carried = phrase.sort() == Sort.PERIOD && phrase.period() != null ? phrase.period() : carried;
            }
        }
        return times;
    }

    /** 比去年同期 and 较上月 name what is compared with, not the time of the figure. */
    private static boolean comparator(String text, Matcher m) {
        String before = text.substring(Math.max(0, m.start() - 2), m.start());
        return before.endsWith("比")
                || before.endsWith("较")
                || before.matches("[高低快慢优好少多大小强弱]于")
                || before.endsWith("与")
                || before.endsWith("同")
                || text.startsWith("同期", m.end())
                || text.startsWith("同月", m.end());
    }

    private static TimePhrase skipped(Matcher m) {
        return new TimePhrase(m.start(), m.end(), null, Sort.EVENT);
    }

    private @Nullable TimePhrase phrase(String text, Matcher m, @Nullable String carried) {
        int start = m.start();
        int end = m.end();
        if (m.group("plan") != null) {
            String plan = plan(m.group("plan"));
            boolean future = published != null
                    && Integer.parseInt(plan.substring(6)) > published
                    && !m.group("plan").endsWith("以来");
            return new TimePhrase(start, end, plan, future ? Sort.UNTIL : Sort.PERIOD);
        }
        if (m.group("now") != null) {
            return new TimePhrase(start, end, published == null ? null : published.toString(), Sort.NOW);
        }
        if (m.group("single") != null) {
            return new TimePhrase(start, end, carried == null ? null : lastMonth(carried), Sort.PERIOD);
        }
        if (m.group("season") != null) {
            return season(m, carried);
        }
        if (m.group("lastmonth") != null) {
            String month = published == null || publishedMonth == null
                    ? null
                    : publishedMonth == 1 ? published - 1 + "-12" : published + "-" + two(publishedMonth - 1);
            return new TimePhrase(start, end, month, month == null ? Sort.EVENT : Sort.PERIOD);
        }
        if (m.group("effort") != null) {
            return new TimePhrase(start, end, null, Sort.UNTIL);
        }
        if (m.group("ahead") != null) {
            return new TimePhrase(start, end, null, Sort.UNTIL);
        }
        if (m.group("clock") != null) {
            return new TimePhrase(start, end, null, Sort.EVENT);
        }
        return dated(text, m, carried);
    }

    private @Nullable TimePhrase season(Matcher m, @Nullable String carried) {
        if (m.group("q") != null) {
            int last = HAN.indexOf(m.group("r")) + 1;
            return new TimePhrase(m.start(), m.end(), year == null ? null : year + "-Q" + last, Sort.PERIOD);
        }
        String quarter = carried;
        if (m.group("season").startsWith("上") && published != null && publishedMonth != null) {
            int before = (publishedMonth - 1) / 3;
            quarter = before == 0 ? published - 1 + "-Q4" : published + "-Q" + before;
        } else if (m.group("season").equals("次季") && published != null) {
            quarter = published + "-Q2";
        }
        return new TimePhrase(m.start(), m.end(), quarter, Sort.PERIOD);
    }

    private @Nullable TimePhrase dated(String text, Matcher m, @Nullable String carried) {
        boolean until = m.group("until") != null;
        boolean asOf = m.group("asof") != null;
        Integer of = year(m);
        boolean named = m.group("year") != null || m.group("named") != null;
        if (!named && bare(m)) {
            return null;
        }
        if (text.startsWith("以来", m.end()) && m.group("yend") == null && !"今年".equals(m.group("named"))) {
            return skipped(m);
        }
        if (text.startsWith("目标", m.end()) || text.startsWith("任务", m.end())) {
            return skipped(m);
        }
        if (of == null) {
            of = inSentence == null ? year : inSentence;
        } else if (m.group("year") != null && !until && (m.group("day") == null || published == null)) {
            year = leads(text, m.start()) ? of : year;
            inSentence = of;
        } else if (m.group("day") == null) {
            inSentence = of;
        }
        if (m.group("day") != null) {
            return new TimePhrase(m.start(), m.end(), null, Sort.EVENT);
        }
        String period = of == null ? null : period(m, of);
        Sort sort = asOf || (until && m.group("end") != null) ? Sort.AS_OF : Sort.PERIOD;
        if (period != null && published != null && later(period)) {
            sort = Sort.UNTIL;
        }
        if (sort == Sort.AS_OF && asOf && period != null && period.length() == 7) {
            period = period.substring(0, 4) + "-01.." + period;
        }
        return new TimePhrase(m.start(), m.end(), period, sort);
    }

    /** Whether a time opens its clause: only then the text goes on to speak of that year. */
    private static boolean leads(String text, int at) {
        return at == 0 || "，。；：、（的在于自从了".indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean later(String period) {
        return published != null && Integer.parseInt(period.substring(0, 4)) > published && !period.contains("..");
    }

    private static boolean bare(Matcher m) {
        return m.group("first") == null
                && m.group("months") == null
                && m.group("month") == null
                && m.group("quarter") == null
                && m.group("half") == null
                && m.group("quarters") == null
                && m.group("threeq") == null
                && m.group("whole") == null;
    }

    private @Nullable Integer year(Matcher m) {
        if (m.group("year") != null) {
            return Integer.valueOf(m.group("year"));
        }
        String named = m.group("named");
        if (named == null) {
            return null;
        }
        Integer base = published == null ? year : published;
        if (base == null) {
            return null;
        }
        return switch (named) {
            case "去年", "上年" -> base - 1;
            case "前年" -> base - 2;
            case "明年" -> base + 1;
            case "当年" -> year == null ? base : year;
            default -> base;
        };
    }

    private String period(Matcher m, int of) {
        if (m.group("first") != null) {
            return of + "-" + two(Integer.parseInt(m.group("first"))) + ".." + of + "-"
                    + two(Integer.parseInt(m.group("last")));
        }
        if (m.group("months") != null) {
            return of + "-01.." + of + "-" + two(number(m.group("months")));
        }
        if (m.group("month") != null) {
            return of + "-" + two(Integer.parseInt(m.group("month")));
        }
        if (m.group("quarter") != null) {
            return of + "-Q" + number(m.group("quarter"));
        }
        if (m.group("half") != null) {
            return of + (m.group("half").startsWith("上") ? "-H1" : "-H2");
        }
        if (m.group("threeq") != null) {
            return of + "-01.." + of + "-09";
        }
        if (m.group("quarters") != null) {
            return of + "-01.." + of + "-" + two(3 * number(m.group("quarters")));
        }
        if (m.group("y2") != null) {
            return of + ".." + m.group("y2").substring(1, 5);
        }
        return String.valueOf(of);
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        Numeral numeral = Numeral.at(text, 0);
        return numeral == null ? 1 : numeral.value().intValue();
    }

    private static String two(int month) {
        return month < 10 ? "0" + month : String.valueOf(month);
    }

    private static String lastMonth(String period) {
        int dots = period.indexOf("..");
        String last = dots < 0 ? period : period.substring(dots + 2);
        int quarter = last.indexOf("-Q");
        return quarter < 0 ? last : last.substring(0, 4) + "-" + two(3 * (last.charAt(quarter + 2) - '0'));
    }

    /** The eleventh plan ran from 2006 to 2010, each later one five years more. */
    private static String plan(String words) {
        int number = switch (words.charAt(words.indexOf('十') + 1)) {
            case '一' -> 11;
            case '二' -> 12;
            case '三' -> 13;
            case '四' -> 14;
            default -> 15;
        };
        int first = 2006 + 5 * (number - 11);
        return first + ".." + (first + 4);
    }
}
