package org.diaodu.bulletin.reader.grammar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The words that lead up to a figure, taken apart: {@code 全市工业投资 | 比上年 | 增长}.
 *
 * @param name the words before the predicate, times left out
 * @param before the words before a time in the middle of them, which name whom it is about; empty if there is none
 * @param comparator what it is compared with
 * @param direction up or down where a verb or noun of change stands before the figure
 * @param reached whether the verb of change leads to the figure as a level: 增至
 * @param previous whether the change is against the period before or over several years
 * @param yearly whether it is said to be against the same period a year before
 * @param rate whether the change is named by a noun: 增速为
 * @param share whether it is a part of a whole
 * @param yearlyCapacity 年 or 日 where the words end with 年产, 日产
 */
record Lead(
        String name,
        String before,
        String comparator,
        @Nullable Direction direction,
        boolean reached,
        boolean previous,
        boolean yearly,
        boolean rate,
        boolean share,
        String yearlyCapacity) {

    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet UP = WORDS.list("up");
    private static final WordSet DOWN = WORDS.list("down");
    private static final WordSet FILLERS = WORDS.list("fillers");
    private static final WordSet HEADS = WORDS.list("heads");
    private static final WordSet RATES = WORDS.list("rate_nouns");
    private static final WordSet PREVIOUS = WORDS.list("previous");
    private static final WordSet YEARLY = WORDS.list("yoy");
    /** Verbs so short that they only count after a comparator. */
    private static final String SHORT = "多少高低快慢超出减";

    private static final Pattern THAN = Pattern.compile(
            "(?:明显|大幅|分别|均|都|也|更|显著)?(?:高于|低于|快于|慢于|优于|好于|大于|高过|领先于?|落后于?|高出|低了|超出)(?<than>[^，；。]{1,24})$");
    private static final Pattern BASE = Pattern.compile(
            "(?:比|较|与|同|相比|对比)(?<base>(?:去年|上年|前年|上月|上季|上周|上期|年初|同期|上一|今年|本年|节前|\\d|第|全国|全省|全市|全县|全区|预期|计划|目标|一季度|二季度|三季度|[“\"]?十)[^增长升降涨跌提回减扩多少高低下加放收，；。]{0,12}?)(?:相比|比)?(?:增|$)?$");
    private static final Pattern NAMED_AFTER =
            Pattern.compile("^((?:去年|上年|前年)(?:同期|同月|末|底)?|上月末?|上季度?末?|年初|上周|同期)(?:的)?(\\p{IsHan}{2,12})$");
    private static final Pattern CAPACITY = Pattern.compile("(?:年产|年生产|年产能|日产|日处理|年处理|年加工)$");

    private static final Pattern PART = Pattern.compile("占(?![地用领线])");

    /** @param words the words before the figure, in the text; times are given by their places in the whole text */
    static Lead of(String text, int start, int end, java.util.List<TimePhrase> times) {
        String before = "";
        var plain = new StringBuilder();
        int at = start;
        for (TimePhrase time : times) {
            if (time.start() < start || time.end() > end) {
                continue;
            }
            boolean compared = time.sort() == TimePhrase.Sort.EVENT && comparing(text, time.start());
            if (compared) {
                continue;
            }
            plain.append(text, at, time.start());
            if (time.sort() != TimePhrase.Sort.EVENT) {
                before = plain.toString();
            }
            at = time.end();
        }
        plain.append(text, at, end);
        return parse(plain.toString(), before);
    }

    private static boolean comparing(String text, int at) {
        return at > 0 && "比较与同于".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static Lead parse(String words, String before) {
        String core = words;
        Direction direction = null;
        boolean reached = false;
        boolean previous = false;
        boolean yearly = false;
        boolean rate = false;
        String comparator = "";
        String capacity = "";
        Matcher produced = CAPACITY.matcher(core);
        if (produced.find()) {
            capacity = produced.group().startsWith("日") ? "日" : "年";
            core = core.substring(0, produced.start());
        }
        boolean arrived = false;
        while (true) {
            String last = YEARLY.endOf(core);
            if (last != null) {
                yearly = true;
                core = cut(core, last);
                continue;
            }
            last = PREVIOUS.endOf(core);
            if (last != null) {
                previous = true;
                core = cut(core, last);
                continue;
            }
            Matcher base = BASE.matcher(core);
            if (direction != null && comparator.isEmpty() && base.find()) {
                comparator = base.group("base");
                yearly |= comparator.matches("(?:去年|上年)(?:同期|同月)?.*");
                previous |= comparator.matches(".*(?:上月|上季|上周|上期|年初|节前).*");
                Matcher named = NAMED_AFTER.matcher(comparator);
                String rest = "";
                if (named.matches()) {
                    comparator = named.group(1);
                    rest = named.group(2);
                }
                core = core.substring(0, base.start()) + rest;
                continue;
            }
            String head = HEADS.endOf(core);
            String rise = direction == null && !arrived ? longer(UP.endOf(core), DOWN.endOf(core)) : null;
            String filler = FILLERS.endOf(core);
            if (head != null && head.length() > length(rise) && head.length() > length(filler)) {
                break;
            }
            if (rise != null && (filler == null || filler.length() <= rise.length())) {
                if (rise.length() == 1 && SHORT.contains(rise) && !compared(cut(core, rise))) {
                    break;
                }
                direction = DOWN.has(rise) ? Direction.DOWN : Direction.UP;
                rate = RATES.has(rise) && !rise.equals("增长");
                core = cut(core, rise);
                continue;
            }
            if (filler == null) {
                break;
            }
            if ("至到".indexOf(filler.charAt(filler.length() - 1)) >= 0 && !filler.startsWith("达")) {
                String turned = longer(UP.endOf(cut(core, filler)), DOWN.endOf(cut(core, filler)));
                reached |= turned != null || filler.length() > 1;
                arrived |= reached;
                core = turned == null ? cut(core, filler) : cut(cut(core, filler), turned);
                continue;
            }
            core = cut(core, filler);
        }
        Matcher than = THAN.matcher(core);
        if (comparator.isEmpty() && than.find()) {
            comparator = than.group("than");
            direction = than.group().matches(".*(?:低于|慢于|落后|低了).*")
                    ? Direction.DOWN
                    : direction == null ? Direction.UP : direction;
            core = core.substring(0, than.start());
        }
        boolean share = PART.matcher(core).find();
        return new Lead(
                Names.trimmed(core),
                Names.trimmed(before),
                comparator,
                direction,
                reached,
                previous,
                yearly,
                rate,
                share,
                capacity);
    }

    private static boolean compared(String core) {
        return BASE.matcher(core).find() || core.endsWith("比") || core.matches(".*(?:比|较)[^，。；]{1,14}");
    }

    private static @Nullable String longer(@Nullable String a, @Nullable String b) {
        return a == null ? b : b == null || a.length() >= b.length() ? a : b;
    }

    private static int length(@Nullable String word) {
        return word == null ? 0 : word.length();
    }

    private static String cut(String core, String last) {
        return core.substring(0, core.length() - last.length());
    }
}
