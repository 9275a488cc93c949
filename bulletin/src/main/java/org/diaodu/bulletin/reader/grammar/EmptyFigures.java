package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Figures that state nothing: one or two of something, places counted on the way, round words for many. */
final class EmptyFigures {

    private static final WordSet EMPTY = Lexicon.standard().list("empty_nouns");
    /** Places counted only to say where the figure after them was taken. */
    private static final Pattern EVERYWHERE = Pattern.compile("^(?:大中)?(?:城市|省份|省市|国家|地区|重点城市)(?!重点|级|项目)[^，；。]*\\d");

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private EmptyFigures() {}

    static boolean is(String text, Figure f) {
        if (f.is(Unit.Class.COUNT)
                && EVERYWHERE.matcher(text.substring(f.end())).find()) {
            return true;
        }
        if (f.is(Unit.Class.COUNT)) {
            boolean large = f.low().compareTo(BigDecimal.TEN) >= 0;
            if (f.chinese() && !large) {
                return true;
            }
            String noun = EMPTY.at(text, f.end());
            if (f.chinese()
                    && text.substring(Math.max(0, f.start() - 8), f.start()).matches(".*[“《][^”》]*")) {
                return true;
            }
            return noun != null
                    && (f.chinese() || !large || noun.equals("月") || noun.equals("工作日") || noun.equals("小时"));
        }
        if (f.is(Unit.Class.AMOUNT) && f.unit().base().equals("点")) {
            return f.decimals() == 0 && f.low().compareTo(HUNDRED) < 0;
        }
        if (f.is(Unit.Class.AMOUNT)
                && f.low().compareTo(f.scale()) == 0
                && f.decimals() == 0
                && f.end() < text.length()
                && Character.isIdeographic(text.charAt(f.end()))
                && f.bound() == null) {
            return true;
        }
        if (f.is(Unit.Class.RANK) && !f.ordinal()) {
            return !f.unit().surface().contains("次") && !f.unit().surface().startsWith("个");
        }
        return f.is(Unit.Class.AMOUNT) && f.chinese() && f.low().compareTo(BigDecimal.TEN) < 0;
    }
}
