package org.diaodu.bulletin.reader.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What words without figures say of the figures after them: the time, whether it is to come, the subject, the indicator. */
final class Context {

    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet FUTURE = WORDS.list("future");
    private static final WordSet FIXED = WORDS.list("fixed_plans");
    private static final Pattern MOVED = Pattern.compile(
            "^(.{2,20}?)(?:盘中|尾盘|开盘|早盘|午后|日内|持续|快速|直线|短线|大幅|集体)*(?:触及)?(?:跌停|涨停|大涨|大跌|上涨|下跌|收涨|收跌|高开|低开|走高|走低|拉升|跳水|走强|走弱)");

    private final Carried carried;

    Context(Carried carried) {
        this.carried = carried;
    }

    /** A time the text names. */
    void note(TimePhrase time) {
        switch (time.sort()) {
            case PERIOD, AS_OF, NOW -> {
                if (time.period() != null) {
                    if (carried.coming != null) {
                        carried.coming = null;
                        carried.ahead = false;
                    }
                    carried.period = time.period();
                    carried.asOf = time.sort() == TimePhrase.Sort.AS_OF;
                    carried.timed = true;
                    carried.now = time.sort() == TimePhrase.Sort.NOW;
                    if (carried.targetYear != null) {
                        carried.targetYear = null;
                    }
                }
            }
            case UNTIL -> {
                carried.ahead = true;
                if (time.period() != null) {
                    carried.coming = time.period().length() > 4 ? time.period() : null;
                    String last = time.period().contains("..")
                            ? time.period().substring(time.period().indexOf("..") + 2)
                            : time.period();
                    carried.targetYear = Integer.valueOf(last.substring(0, 4));
                }
            }
            case EVENT -> {}
        }
    }

    /** Whether these words speak of what is to come. */
    void ahead(String clause, String before) {
        String words = (before + clause).replaceAll("占[^，；]*|(?:年度?|全年|既定|预期)(?:计划|目标)|规划面积|规划局|规划》|计划》", "");
        for (int end = words.length(); end > 0; end--) {
            if (FIXED.endingAt(words, end) != null) {
                String fixed = FIXED.endingAt(words, end);
                words = words.substring(0, end - (fixed == null ? 0 : fixed.length())) + words.substring(end);
                end = words.length() + 1;
            }
        }
        if (FUTURE.in(words)) {
            carried.ahead = true;
        }
    }

    /** A clause without figures: a heading or opening that says whom or what the figures after it are about. */
    void read(String text, int from, int to, List<TimePhrase> times, boolean opening) {
        int start = from;
        if (from > 0 && !Bounds.isMark(text.charAt(from - 1))) {
            while (start < to && !Bounds.isMark(text.charAt(start))) {
                start++;
            }
            start = Math.min(to, start + 1);
        }
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            if (Bounds.isMark(c) || i == to - 1) {
                int end = Bounds.isMark(c) ? i : i + 1;
                clause(text, start, end, times, c == '：', opening);
                start = i + 1;
            }
        }
    }

    private void clause(String text, int from, int to, List<TimePhrase> times, boolean heading, boolean opening) {
        if (to - from < 2 || "按是据".indexOf(text.charAt(from)) >= 0) {
            return;
        }
        Matcher moved = carried.market ? MOVED.matcher(text.substring(from, to)) : null;
        if (moved != null && moved.find()) {
            carried.subject = Names.trimmed(moved.group(1));
            carried.indicator = "价格";
            return;
        }
        String words = Names.trimmed(Lead.of(text, from, to, times).name());
        String subject = carried.subjectOf(words);
        boolean aside = text.substring(from, to).matches("^(?:通过|把|将|对|围绕|按照|根据|依托|面对|针对|为了?|由|与|同|和).*");
        if (subject != null
                && !(aside && from > 0)
                && !words.substring(subject.length())
                        .matches("^(?:[和与及、].*|.{0,12}(?:表示|说|指出|介绍|认为|强调|获悉|报道|讯|预测|研究所).*)")) {
            carried.speakOf(subject, from == 0);
            words = Names.trimmed(words.substring(subject.length()));
        }
        String name = Names.withoutClass(words)
                .replaceAll("(?:前|后)[一二三四五六七八九十\\d]+名(?!\\p{IsHan}*项目).*$", "")
                .replaceAll("增速$", "");
        if (opening && Names.indicates(name) && name.length() <= 24 && (heading || name.length() <= 14)) {
            carried.indicator = name;
        }
    }
}
