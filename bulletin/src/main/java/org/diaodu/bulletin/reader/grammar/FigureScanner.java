package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a text: number, scale, unit and the words that bound them. Immutable. */
final class FigureScanner {
    private static final Lexicon WORDS = Lexicon.standard();
    private static final Map<Character, BigDecimal> SCALES = Map.of(
            '十',
            BigDecimal.TEN,
            '百',
            new BigDecimal(100),
            '千',
            new BigDecimal(1000),
            '万',
            new BigDecimal(10_000),
            '亿',
            new BigDecimal(100_000_000));
    private static final String MORE = "余多";
    private static final String THING = "的项企园产单户工装机规";
    private static final Unit YUAN = WORDS.unit("元");

    /** What stands behind a sum that only marks off a class: 超20亿元项目200个. */
    private static final Pattern CLASS = Pattern.compile("^的?\\p{IsHan}{0,8}?(?:项目|企业|园区|集群|产业(?!投资)|产品|公司|品牌|县)");

    private FigureScanner() {}

    /** The figures outside of the time phrases, in order. */
    static List<Figure> scan(String text, List<TimePhrase> times, String currency) {
        List<Figure> figures = new ArrayList<>();
        int at = 0;
        int time = 0;
        while (at < text.length()) {
            while (time < times.size() && times.get(time).end() <= at) {
                time++;
            }
            if (time < times.size() && times.get(time).start() <= at) {
                at = times.get(time).end();
                continue;
            }
            Figure figure = startsNumber(text, at) ? at(text, at, currency) : null;
            if (figure == null) {
                at = afterDigits(text, at);
                continue;
            }
            add(figures, figure, text);
            at = figure.end();
        }
        return figures;
    }

    private static boolean startsNumber(String text, int at) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            char before = at > 0 ? text.charAt(at - 1) : ' ';
            return !(before >= 'A' && before <= 'Z'
                    || before >= 'a' && before <= 'z'
                    || before == '.'
                    || before == '_'
                    || before == '/');
        }
        return Numeral.digit(c) >= 0 || "十百千万亿".indexOf(c) >= 0;
    }

    private static int afterDigits(String text, int at) {
        int i = at + 1;
        if (Character.isDigit(text.charAt(at))) {
            while (i < text.length()
                    && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) == ',')) {
                i++;
            }
        }
        return i;
    }

    /** Two figures joined by a dash are one range, unless the text goes from the first to the second. */
    private static void add(List<Figure> figures, Figure figure, String text) {
        Figure last = figures.isEmpty() ? null : figures.getLast();
        if (last != null
                && last.unit().base().equals(figure.unit().base())
                && last.low().compareTo(figure.high()) < 0
                && figure.start() - last.end() <= 1
                && figure.start() > last.end()
                && "-至到".indexOf(text.charAt(last.end())) >= 0
                && !text.substring(Math.max(0, last.start() - 8), last.start()).matches(".*[由从自].*")) {
            figures.set(figures.size() - 1, last.to(figure));
            return;
        }
        figures.add(figure);
    }

    private static @Nullable Figure at(String text, int at, String currency) {
        if (text.startsWith("百分之", at) && at + 3 < text.length()) {
            Numeral share = Numeral.at(text, at + 3);
            return share == null ? null : finish(text, at, share, share.end(), BigDecimal.ONE, WORDS.unit("%"), null);
        }
        Numeral number = Numeral.at(text, at);
        boolean bare = number == null;
        if (number == null) {
            number = new Numeral(at, BigDecimal.ONE, 0, true);
        }
        int i = number.end();
        if (i < text.length() && text.startsWith("分之", i) && i + 2 < text.length()) {
            return fraction(text, at, number, i + 2);
        }
        if (i < text.length() && text.charAt(i) == '×' && i + 1 < text.length()) {
            Figure piece = Character.isDigit(text.charAt(i + 1)) ? at(text, i + 1, currency) : null;
            return piece == null ? null : pieces(piece, at, number.value().intValue());
        }
        if (i < text.length()
                && text.charAt(i) == '-'
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i + 1))) {
            Numeral upper = Numeral.at(text, i + 1);
            if (upper != null && upper.value().compareTo(number.value()) > 0) {
                Figure range = scaled(text, at, number, upper.end(), upper, currency, false);
                if (range != null) {
                    return range;
                }
            }
        }
        return scaled(text, at, number, i, null, currency, bare);
    }

    private static @Nullable Figure scaled(
            String text, int at, Numeral number, int from, @Nullable Numeral upper, String currency, boolean bare) {
        int i = from;
        Bound more = null;
        if (i < text.length() && MORE.indexOf(text.charAt(i)) >= 0) {
            more = Bound.GT;
            i++;
        }
        BigDecimal scale = BigDecimal.ONE;
        boolean scaled = false;
        while (i < text.length() && SCALES.get(text.charAt(i)) instanceof BigDecimal factor) {
            scale = scale.multiply(factor);
            scaled = true;
            i++;
        }
        if (bare && !scaled) {
            return null;
        }
        if (number.chinese()
                && scaled
                && i < text.length()
                && Numeral.digit(text.charAt(i)) >= 0
                && Numeral.at(text, i) instanceof Numeral rest
                && rest.chinese()) {
            BigDecimal unitBelow = scale.compareTo(new BigDecimal(10_000)) > 0 ? BigDecimal.ONE : BigDecimal.ONE;
            number = new Numeral(
                    rest.end(), number.value().multiply(scale).add(rest.value().multiply(unitBelow)), 0, true);
            scale = BigDecimal.ONE;
            i = rest.end();
        }
        if (i < text.length() && MORE.indexOf(text.charAt(i)) >= 0) {
            more = Bound.GT;
            i++;
        }
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        boolean ordinal = at > 0 && text.charAt(at - 1) == '第';
        Unit unit = unit(text, i, scaled, ordinal, currency);
        if (unit == null) {
            return null;
        }
        int end = unit.surface().isEmpty() ? i : i + unit.surface().length();
        if (bare
                && !(unit.kind() == Unit.Class.MONEY
                        || unit.kind() == Unit.Class.AMOUNT
                        || unit.kind() == Unit.Class.COUNT)) {
            return null;
        }
        if (unit.kind() == Unit.Class.TENTH) {
            boolean half = end < text.length() && text.charAt(end) == '半';
            BigDecimal value = number.value().multiply(BigDecimal.TEN).add(half ? new BigDecimal(5) : BigDecimal.ZERO);
            number = new Numeral(number.end(), value, 0, number.chinese());
            end += half ? 1 : 0;
        }
        if (bare && at > 0 && "数几".indexOf(text.charAt(at - 1)) >= 0) {
            return null;
        }
        return finish(text, at, number, end, scale, unit, more, upper, ordinal);
    }

    private static @Nullable Unit unit(String text, int at, boolean scaled, boolean ordinal, String currency) {
        Unit unit = at < text.length() ? WORDS.unitAt(text, at) : null;
        if (ordinal) {
            return at < text.length() && "位名大".indexOf(text.charAt(at)) >= 0
                    ? new Unit(text.substring(at, at + 1), "位", BigDecimal.ONE, Unit.Class.RANK)
                    : null;
        }
        if (unit == null) {
            boolean over =
                    at >= text.length() || "，。；：、）！？”左目以".indexOf(text.charAt(at)) >= 0 || text.startsWith("-", at);
            return scaled && over ? new Unit("", currency, BigDecimal.ONE, Unit.Class.MONEY) : null;
        }
        int end = at + unit.surface().length();
        char next = end < text.length() ? text.charAt(end) : ' ';
        boolean latin = unit.surface().charAt(0) < 0x80
                && Character.isLetter(unit.surface().charAt(0));
        if (latin && (next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z')) {
            return null;
        }
        if (unit.surface().equals("元") && !currency.equals("元")) {
            unit = new Unit("元", currency, BigDecimal.ONE, Unit.Class.MONEY);
        }
        if (next == '/' && end + 1 < text.length()) {
            return per(text, end + 1, unit);
        }
        return unit;
    }

    private static Unit per(String text, int at, Unit unit) {
        if ("年月日天".indexOf(text.charAt(at)) >= 0) {
            String time = text.substring(at, at + 1);
            return renamed(unit.per(time.equals("天") ? "日" : time), unit.surface() + "/" + time);
        }
        if (text.charAt(at) == 'd') {
            return renamed(unit.per("日"), unit.surface() + "/d");
        }
        Unit other = WORDS.unitAt(text, at);
        return other == null ? unit : unit.per(other);
    }

    private static Unit renamed(Unit unit, String surface) {
        return new Unit(surface, unit.base(), unit.factor(), unit.kind());
    }

    private static @Nullable Figure fraction(String text, int at, Numeral under, int from) {
        Numeral over = Numeral.at(text, from);
        if (over == null || under.value().signum() == 0) {
            return null;
        }
        BigDecimal percent =
                over.value().multiply(new BigDecimal(100)).divide(under.value(), 2, java.math.RoundingMode.HALF_UP);
        return finish(
                text, at, new Numeral(over.end(), percent, 2, true), over.end(), BigDecimal.ONE, WORDS.unit("%"), null);
    }

    private static Figure pieces(Figure piece, int at, int count) {
        return new Figure(
                at,
                piece.end(),
                piece.low(),
                piece.high(),
                piece.unit(),
                piece.bound(),
                piece.decimals(),
                piece.scale(),
                false,
                false,
                piece.threshold(),
                count);
    }

    private static Figure finish(
            String text, int at, Numeral number, int end, BigDecimal scale, Unit unit, @Nullable Bound more) {
        return finish(text, at, number, end, scale, unit, more, null, false);
    }

    private static Figure finish(
            String text,
            int at,
            Numeral number,
            int end,
            BigDecimal scale,
            Unit unit,
            @Nullable Bound more,
            @Nullable Numeral upper,
            boolean ordinal) {
        BigDecimal whole = scale.multiply(unit.factor());
        BigDecimal low = number.value().multiply(whole);
        BigDecimal high = upper == null ? low : upper.value().multiply(whole);
        int start = at - (ordinal ? 1 : 0);
        Bound bound = more;
        if (start > 0
                && text.charAt(start - 1) == '-'
                && (start < 2 || "为是至到达报（，、：降增速幅率 ".indexOf(text.charAt(start - 2)) >= 0)) {
            low = low.negate();
            high = high.negate();
            start--;
        }
        String before = WORDS.boundBefore(text.substring(Math.max(0, start - 6), start));
        if (before != null && !comparison(text, start, before, unit)) {
            bound = bound == null ? WORDS.before(before) : bound;
            start -= before.length();
        }
        String after = WORDS.boundAfter(text, end);
        boolean threshold = false;
        if (after != null) {
            int next = end + after.length();
            threshold = "及以".indexOf(after.charAt(0)) >= 0 && next < text.length() && thing(text, next, unit);
            bound = bound == Bound.GT && after.equals("以上") ? Bound.GT : WORDS.after(after);
            end = next;
        } else if (before != null && end < text.length()) {
            threshold = unit.kind() == Unit.Class.MONEY
                    && CLASS.matcher(text.substring(end, Math.min(text.length(), end + 16)))
                            .find();
        }
        if (end < text.length() && "级".indexOf(text.charAt(end)) >= 0) {
            threshold = true;
        }
        if (unit.base().equals("元") && text.substring(Math.max(0, at - 14), at).contains("亩均")) {
            unit = new Unit(unit.surface(), "元/亩", unit.factor(), unit.kind());
        }
        return new Figure(
                start, end, low, high, unit, bound, number.decimals(), whole, number.chinese(), ordinal, threshold, 0);
    }

    /** Whether the word before is a comparison and no bound: 高于全国1.6个百分点 has its comparator between. */
    private static boolean comparison(String text, int start, String before, Unit unit) {
        return unit.kind() == Unit.Class.POINT && (before.equals("高于") || before.equals("低于"))
                || before.equals("上") && (start < 2 || "，、。；带达以".indexOf(text.charAt(start - 2)) < 0)
                || before.equals("近") && start > 1 && "附邻最靠远".indexOf(text.charAt(start - 2)) >= 0;
    }

    private static boolean thing(String text, int at, Unit unit) {
        char c = text.charAt(at);
        return Character.isIdeographic(c) && "的、和与及，。；）！在为是占并而".indexOf(c) < 0
                || c == '的' && unit.kind() != Unit.Class.PERCENT
                || THING.indexOf(c) > 0 && c != '的';
    }
}
