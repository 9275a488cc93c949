package org.diaodu.bulletin.check;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said of a number: by the words before it, by those behind it, and where those say nothing, by the list it is in. */
record Saying(TokenList tokens, Surroundings around) {

    private static final Pattern STATE =
            Pattern.compile("^(?:[^,，。;、:()\\d]{0,9}?(负增长|增长|上升|持平|下降|由盈转亏|扭亏|由亏转盈)|([增升平降减]))");
    private static final Pattern COUNTED = Pattern.compile("^([一-龥]{2,10}?)(?=占|中|实现|完成|[,，。;、:()\\d]|$)");
    private static final Pattern THINGS = Pattern.compile("^(?:大类|行业|门类|个?市州|地市|市州)");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");
    private static final Token POINTS = new Token(0, 0, (char) 0, BigDecimal.ONE, 0, "个百分点", null, false);

    /** Role null where nothing is said. */
    Wording wording(int index) {
        if (tokens.structure(index)) {
            return new Wording("", Role.STRUCTURE, 1, around.words());
        }
        Token token = tokens.get(index);
        Wording wording = Wording.of(around.words(), token);
        if (wording.role() != null) {
            return wording;
        }
        if (!around.heading().isEmpty()) {
            Wording headed = Wording.of(around.words() + around.heading(), token);
            if (headed.role() == Role.CONTRIBUTION
                    || headed.role() == Role.SHARE_OF_GROWTH
                    || headed.role() == Role.SHARE) {
                return new Wording(wording.subject(), headed.role(), headed.sign(), headed.other());
            }
        }
        return unspoken(index, wording);
    }

    /** The word behind it for what those counted did; empty where there is none. */
    String state(int index) {
        Matcher state = STATE.matcher(tokens.after(index));
        return !state.find() ? "" : state.group(1) != null ? state.group(1) : state.group(2);
    }

    /** What a number counts a part of: 38个行业中22个增长, 14增1平24降; null where it does not. */
    @Nullable
    Figure whole(int index) {
        Figure last = around.last;
        Token token = tokens.get(index);
        if (last == null || last.role() != Role.COUNT && last.role() != Role.COUNT_PART) {
            return null;
        }
        boolean sameUnit = token.things() && token.unit().equals(last.unit());
        boolean state = !state(index).isEmpty();
        boolean counts = token.bare() && state
                || sameUnit
                        && Wording.of(around.words(), token).role() == Role.COUNT
                        && (!around.broken()
                                || state
                                || around.among()
                                || around.words().startsWith("其中"));
        return !counts ? null : last.role() == Role.COUNT ? last : last.about();
    }

    /** The name of the things it counts, which stands behind it. */
    String counted(int index) {
        Matcher counted = COUNTED.matcher(tokens.after(index));
        return counted.find() ? counted.group(1) : "";
    }

    /** Its unit, said behind it, at the end of its list, or with the total. */
    String unit(int index) {
        Token token = tokens.get(index);
        String behind = token.bare() ? tokens.unitBehind(index) : token.unit();
        if (behind == null && THINGS.matcher(tokens.after(index)).find()) {
            return "个";
        }
        if (behind != null && !behind.isEmpty() && Token.base(behind).isEmpty()) {
            Figure whole =
                    around.breakdown() == null ? null : around.breakdown().total();
            return behind + (whole == null ? "" : Token.base(whole.unit()));
        }
        if (behind != null) {
            return behind;
        }
        if (around.breakdown() != null) {
            return around.breakdown().total().unit();
        }
        Figure level = around.current == null ? null : around.current.figure(Role.LEVEL);
        return level == null ? "" : level.unit();
    }

    private Wording unspoken(int index, Wording wording) {
        Token token = tokens.get(index);
        Figure last = around.last;
        if (token.points()
                && last != null
                && last.role() == Role.DIFFERENCE
                && !wording.subject().isEmpty()) {
            return new Wording("", Role.DIFFERENCE, last.value() < 0 ? -1 : 1, wording.subject());
        }
        if (token.percent()) {
            return percent(wording);
        }
        if (!token.bare()) {
            return wording;
        }
        if (THINGS.matcher(tokens.after(index)).find()) {
            return new Wording(wording.subject(), Role.COUNT, 1, "");
        }
        if (token.sign() != 0 && !wording.subject().isEmpty()) {
            return new Wording(wording.subject(), Role.GROWTH, 1, "");
        }
        Breakdown breakdown = around.breakdown();
        boolean named = !wording.subject().isEmpty()
                && !LATIN.matcher(wording.subject()).find();
        if (breakdown != null && (named || around.broken() && around.words().isBlank())) {
            Role role = breakdown.total().role();
            return new Wording(wording.subject(), role == Role.GROWTH ? null : role, 1, "");
        }
        boolean again = !named
                && around.current != null
                && around.current.has(Role.LEVEL)
                && tokens.after(index).startsWith(":");
        return tokens.unitBehind(index) != null || again ? new Wording(wording.subject(), Role.LEVEL, 1, "") : wording;
    }

    private Wording percent(Wording wording) {
        Wording outside = Wording.of(around.wordsOutside(), POINTS);
        if (outside.role() == Role.DIFFERENCE && wording.subject().isEmpty()) {
            return new Wording(outside.other(), Role.GROWTH, 1, "");
        }
        Role role = switch (around.last == null ? null : around.last.role()) {
            case null -> null;
            case COUNT, COUNT_PART, RATIO -> Role.RATIO;
            case CONTRIBUTION, SHARE_OF_GROWTH -> Role.SHARE_OF_GROWTH;
            case SHARE -> Role.SHARE;
            case LEVEL -> around.opened() ? Role.SHARE : null;
            default -> null;
        };
        return new Wording(wording.subject(), role, 1, "");
    }
}
