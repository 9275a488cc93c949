package org.diaodu.bulletin.reader.grammar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Kind;

/** The indicator a figure is of: the words before and behind it, filled in by those the text gave before. */
final class FigureNames {

    private static final Pattern ABOVE = Pattern.compile("^(超[\\d.]+[万亿]*[美欧]?元)(?:项目|企业)?$");
    private static final Pattern ABOVE_WITHIN = Pattern.compile("超[\\d.]+[万亿]*[美欧]?元");

    private FigureNames() {}

    /** Empty where the text names nothing. */
    static String of(Figure f, Lead lead, String name, String tail, Kind kind, Carried carried) {
        String plain = name.replaceAll("(?:累计|当月|共|已|实现了?|保持)$", "");
        if (kind == Kind.COUNT
                || kind == Kind.COMMITMENT_COUNT
                || f.ordinal() && f.unit().surface().equals("大")
                || f.is(Unit.Class.AMOUNT)
                || f.is(Unit.Class.MONEY)) {
            boolean noun = !tail.isEmpty()
                    && (Character.isIdeographic(tail.charAt(0)) || tail.charAt(0) == '“')
                    && !tail.matches("^[和与及并在为是占比较，、].*");
            if (f.ordinal()) {
                return Names.counted(tail) + "规模位次";
            }
            Matcher above = ABOVE.matcher(plain);
            if (f.is(Unit.Class.COUNT)
                    && above.find()
                    && ABOVE_WITHIN.matcher(carried.counted).find()) {
                return ABOVE_WITHIN.matcher(carried.counted).replaceFirst(above.group(1));
            }
            if (f.is(Unit.Class.COUNT) && plain.isEmpty() && !noun && !carried.counted.isEmpty()) {
                return carried.counted;
            }
            if (noun && f.is(Unit.Class.COUNT)) {
                String counted = Names.counted(tail);
                return plain.length() <= 6 && !Names.indicates(plain) ? plain + counted : counted;
            }
            if (noun && !Names.indicates(plain) && Names.indicates(Names.counted(tail)) && f.is(Unit.Class.AMOUNT)) {
                return plain + Names.counted(tail);
            }
        }
        if ((f.is(Unit.Class.PERCENT) || f.is(Unit.Class.TENTH))
                && kind == Kind.SHARE
                && tail.startsWith("的")
                && tail.length() > 2
                && !lead.share()
                && !Names.indicates(plain)) {
            return tail.substring(1).replaceAll("(?:[，。；].*|(?:均|都|已|将|是|为|来自|得到|实现|用于).*)$", "") + "占比";
        }
        if (plain.matches("占比|比重|占")) {
            return carried.indicator + "占比";
        }
        if (lead.share() && kind != Kind.YOY) {
            int at = plain.lastIndexOf('占');
            String part = at > 0 ? plain.substring(0, at) : carried.indicator;
            return part + plain.substring(Math.max(at, 0)).replaceAll("(?:的|比重|比例|总量)+$", "") + "比重";
        }
        if (f.is(Unit.Class.RANK)) {
            String ranked = Names.trimmed(
                    plain.replaceAll("(?:在[^在]{2,10})?(?:中|内)?(?:排名?|位居|位列|名列|列|居|位次|全国|全省|全市|跃居|稳居|进位)+.*$", "")
                            .replaceAll("(?:增速)?(?:排|在)?$", ""));
            String of = ranked.isEmpty() || !Names.indicates(ranked) ? carried.indicator : ranked;
            return of + "位次";
        }
        if (plain.isEmpty() || plain.matches("(?:累计)?(?:增长|增速|增幅|涨幅|降幅|跌幅|规划|计划|目标)")) {
            return carried.indicator;
        }
        if (Names.indicates(plain) || carried.indicator.isEmpty()) {
            return carried.verb.startsWith("节") && !plain.startsWith(carried.verb) ? carried.verb + plain : plain;
        }
        if (!f.is(Unit.Class.PERCENT) && !f.is(Unit.Class.POINT) && !f.is(Unit.Class.TIMES)) {
            return carried.verb.startsWith("节") && !plain.startsWith(carried.verb) ? carried.verb + plain : plain;
        }
        String head = head(carried.indicator);
        return f.is(Unit.Class.PERCENT) && plain.equals("完成") ? carried.indicator + "完成率" : plain + head;
    }

    /** What of the carried indicator a part of it takes over: 价格 of 居民消费价格. */
    private static String head(String indicator) {
        String head = Lexicon.standard().list("heads").endOf(indicator);
        return head == null || head.equals(indicator) && head.length() > 4 ? "" : head;
    }
}
