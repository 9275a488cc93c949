package org.diaodu.bulletin.reader.grammar;

import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement.Kind;
import org.jspecify.annotations.Nullable;

/** What kind of statement a figure makes: by its unit, the words before it, and whether they speak of what is to come. */
final class FigureKinds {

    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet FIXED = WORDS.list("fixed_plans");
    private static final WordSet COMMITMENTS = WORDS.list("commitment_nouns");
    private static final WordSet INDEXES = WORDS.list("index_words");
    private static final Pattern RANKED = Pattern.compile("(?:排名?|位居|位列|列|居|名列|升至|跃居|稳居|升到|位次)");

    private FigureKinds() {}

    /** Null where the figure states nothing by itself. */
    static @Nullable Kind of(String text, Figure f, Lead lead, String name, String tail, Carried carried) {
        boolean change = lead.direction() != null && !lead.reached();
        if (!carried.verb.isEmpty()
                && !carried.verb.startsWith("节")
                && (f.is(Unit.Class.MONEY) || f.is(Unit.Class.AMOUNT))) {
            return Kind.CHANGE;
        }
        if (name.contains("年度计划") && f.is(Unit.Class.MONEY)) {
            return Kind.TARGET;
        }
        boolean target = carried.ahead || tail.startsWith("目标") || tail.startsWith("的目标");
        return switch (f.unit().kind()) {
            case POINT -> Kind.DIFF_PP;
            case PERCENT -> {
                if (lead.share() && !change) {
                    yield target ? Kind.TARGET : Kind.SHARE;
                }
                if (target && !lead.yearly()) {
                    yield Kind.TARGET;
                }
                if (change || lead.yearly() || lead.rate()) {
                    yield lead.previous() || carried.market && !lead.yearly() ? Kind.CHANGE : Kind.YOY;
                }
                if (lead.previous()) {
                    yield Kind.CHANGE;
                }
                if (INDEXES.in(name)) {
                    yield Kind.LEVEL;
                }
                if (name.isEmpty() && carried.kind != null) {
                    yield carried.kind == Kind.LEVEL || carried.kind == Kind.COUNT || carried.kind == Kind.RANK
                            ? Kind.SHARE
                            : carried.kind;
                }
                yield Kind.SHARE;
            }
            case TENTH -> lead.share() || !change ? Kind.SHARE : lead.previous() ? Kind.CHANGE : Kind.YOY;
            case TIMES -> change ? (lead.previous() ? Kind.CHANGE : Kind.YOY) : null;
            case RANK ->
                f.ordinal()
                        ? (RANKED.matcher(text.substring(Math.max(0, f.start() - 12), f.start()))
                                                .find()
                                        || f.unit().surface().equals("大")
                                        || f.unit().surface().equals("位")
                                ? Kind.RANK
                                : null)
                        : change ? Kind.CHANGE : null;
            case MONEY, AMOUNT ->
                target && !fixed(name) && (carried.timed || !FigurePeriods.isTimeless(name))
                        ? Kind.TARGET
                        : change && !lead.rate() ? Kind.CHANGE : Kind.LEVEL;
            case COUNT -> COMMITMENTS.in(Names.counted(tail)) || target ? Kind.COMMITMENT_COUNT : Kind.COUNT;
        };
    }

    private static boolean fixed(String name) {
        return FIXED.in(name) && !name.contains("完成");
    }
}
