package org.diaodu.bulletin.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text number by number: what each is for the arithmetic, and what it is about. A condensed list counts as well as a
 * sentence: 采矿8.04、制造1879.86 or 装备21242484/2340183. Not thread-safe; one for each text.
 */
final class PassageReader {

    private static final Pattern STATE =
            Pattern.compile("^(?:[^,，。;、:()\\d]{0,9}?(负增长|增长|上升|持平|下降|由盈转亏|扭亏|由亏转盈)|([增升平降减]))");
    private static final Pattern COUNTED = Pattern.compile("^([一-龥]{2,10}?)(?=占|中|实现|完成|[,，。;、:()\\d]|$)");
    private static final Pattern THINGS = Pattern.compile("^(?:大类|行业|门类|个?市州|地市|市州)");
    private static final Pattern VERB = Pattern.compile("^.*?(高于|快于|低于|慢于)(.*)$");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");
    private static final Token POINTS = new Token(0, 0, (char) 0, java.math.BigDecimal.ONE, 0, "个百分点", null, false);
    private static final Set<Role> OWN_NAME =
            Set.of(Role.LEVEL, Role.GROWTH, Role.COUNT, Role.GROWTH_SINCE, Role.TWO_YEARS, Role.RANK);
    private static final Set<Role> CHANGES = Set.of(Role.CHANGE, Role.DELTA, Role.RANK_CHANGE, Role.DIFFERENCE);

    private final String text;
    private final PlainForm plain;
    private final TokenList tokens;
    private final Surroundings around = new Surroundings();
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Deque<Given> pending = new ArrayDeque<>();
    private List<Carrier> shared = List.of();
    private int before; // where the number before this one ends
    private int here;

    /** A number of a list that belongs to one of several named before. */
    private record Given(Carrier carrier, Wording wording, String unit) {}

    private PassageReader(String text) {
        this.text = text;
        this.plain = PlainForm.of(text);
        this.tokens = TokenList.of(plain.text());
    }

    static Passage read(String name, String text) {
        PassageReader reader = new PassageReader(text);
        reader.read();
        return new Passage(name, text, reader.carriers, reader.around.breakdowns(), reader.figures);
    }

    private void read() {
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            around.pass(plain.text().substring(from, tokens.get(i).start()));
            before = from;
            from = tokens.get(i).end();
            here = tokens.get(i).start();
            if (!pending.isEmpty()) {
                give(tokens.get(i), pending.pop());
            } else {
                number(i);
            }
        }
        around.pass(plain.text().substring(from));
    }

    private void number(int index) {
        Token token = tokens.get(index);
        if (around.slash() && around.last != null) {
            Figure last = around.last;
            add(token, last.role(), 1, last.carrier(), "", null, last.column() + 1, last.unit());
            return;
        }
        Figure whole = whole(index);
        if (whole != null) {
            add(token, Role.COUNT_PART, 1, whole.carrier(), state(index), whole, 0, whole.unit());
            return;
        }
        Wording wording = wording(index);
        Role role = wording.role();
        if (role == null) {
            around.last = null;
        } else if (!several(index, wording)) {
            Figure about = around.last;
            Carrier carrier = carrier(index, wording, role);
            add(token, role, sign(token, wording), carrier, wording.other(), about, 0, unit(index));
        }
    }

    private Wording wording(int index) {
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

    // --- numbers of things -------------------------------------------------------------------------------------------

    private String state(int index) {
        Matcher state = STATE.matcher(tokens.after(index));
        return !state.find() ? "" : state.group(1) != null ? state.group(1) : state.group(2);
    }

    /** What a number counts a part of: 38个行业中22个增长, 14增1平24降; null where it does not. */
    private @Nullable Figure whole(int index) {
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

    // --- numbers whose words say nothing -----------------------------------------------------------------------------

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

    // --- lists given to several --------------------------------------------------------------------------------------

    /** A、B、C分别拉动1、2、3个百分点, and a list of as many behind it. */
    private boolean several(int index, Wording wording) {
        int length = tokens.listLength(index);
        if (compared(index, length)) {
            return true;
        }
        List<Carrier> targets = List.of();
        if (around.words().contains("分别")) {
            targets = named(wording, length);
        } else if (length > 1 && length == shared.size() && wording.subject().isEmpty()) {
            targets = shared;
        }
        if (targets.size() < 2 || length < targets.size()) {
            return false;
        }
        shared = targets;
        String unit = tokens.get(index + targets.size() - 1).unit();
        targets.forEach(target -> pending.add(new Given(target, wording, unit)));
        give(tokens.get(index), pending.pop());
        return true;
    }

    /** 分别高于全国、全省2.5和1.2个百分点: one's differences to several. */
    private boolean compared(int index, int length) {
        Carrier current = around.current;
        List<String> others = new ArrayList<>(around.waiting());
        others.add(Wording.label(around.words()));
        Matcher verb = VERB.matcher(others.size() == length && length > 1 ? others.getFirst() : "");
        if (current == null || !verb.find()) {
            return false;
        }
        others.set(0, verb.group(2));
        int sign = verb.group(1).matches("高于|快于") ? 1 : -1;
        others.forEach(other -> pending.add(new Given(current, new Wording("", Role.DIFFERENCE, sign, other), "")));
        give(tokens.get(index), pending.pop());
        return true;
    }

    private List<Carrier> named(Wording wording, int length) {
        List<String> labels = new ArrayList<>(around.waiting());
        if (!wording.subject().isEmpty()) {
            labels.add(wording.subject());
        }
        if (labels.size() >= 2) {
            return labels.subList(Math.max(0, labels.size() - length), labels.size()).stream()
                    .map(this::begin)
                    .toList();
        }
        List<String> parts =
                Partition.of(wording.subject()).map(Partition::labels).orElse(List.of());
        if (parts.size() == length) {
            return parts.stream().map(this::begin).toList();
        }
        List<Carrier> run = carriers.stream()
                .filter(c -> c.sentence() == around.sentence() && !c.label().isEmpty())
                .toList();
        return run.size() < length ? List.of() : List.copyOf(run.subList(run.size() - length, run.size()));
    }

    private void give(Token token, Given given) {
        Wording wording = given.wording();
        Role role = wording.role();
        if (role != null) {
            add(token, role, sign(token, wording), given.carrier(), wording.other(), null, 0, given.unit());
        }
    }

    // --- whom a number is about --------------------------------------------------------------------------------------

    private Carrier carrier(int index, Wording wording, Role role) {
        Carrier current = around.current;
        String label = wording.subject();
        if (role == Role.RATIO || role == Role.STRUCTURE || role == Role.FROM) {
            Carrier aside = new Carrier(label, period(), around.sentence(), null);
            carriers.add(aside);
            return aside;
        }
        if (role == Role.TO && around.last != null) {
            return around.last.carrier();
        }
        boolean counted = around.last != null && around.last.role() == Role.COUNT && !around.broken();
        if (!label.isEmpty() && !CHANGES.contains(role) && !(counted && role == Role.SHARE)) {
            return current != null && current.label().equals(label) && !current.has(role) ? current : begin(label);
        }
        if (!label.isEmpty()
                && role == Role.DIFFERENCE
                && current != null
                && !current.label().equals(label)) {
            return begin(label);
        }
        if (current == null) {
            return begin(role == Role.COUNT ? counted(index) : label);
        }
        if (OWN_NAME.contains(role) && (current.has(role) || role == Role.COUNT)) {
            return again(index, role, current);
        }
        return current;
    }

    /** A second figure of the same kind without a name: the same of another period, or the next of a list. */
    private Carrier again(int index, Role role, Carrier current) {
        Breakdown breakdown = around.breakdown();
        if (breakdown != null && breakdown.total().role() == role) {
            return begin(borrowed(breakdown));
        }
        String counted = role == Role.COUNT ? counted(index) : "";
        if (role == Role.COUNT && (!counted.isEmpty() || !current.has(Role.COUNT))) {
            return begin(counted);
        }
        Carrier next = new Carrier(current.label(), period(), around.sentence(), current.total());
        carriers.add(next);
        return next;
    }

    /** The name the same place had in an earlier list of the text. */
    private String borrowed(Breakdown breakdown) {
        int place = breakdown.parts().size();
        return around.breakdowns().stream()
                .filter(b -> b != breakdown
                        && b.parts().size() > place
                        && b.total().role() == breakdown.total().role())
                .map(b -> b.parts().get(place).carrier().label())
                .findFirst()
                .orElse("");
    }

    private String counted(int index) {
        Matcher counted = COUNTED.matcher(tokens.after(index));
        return counted.find() ? counted.group(1) : "";
    }

    private Carrier begin(String label) {
        Breakdown breakdown = around.breakdown();
        Carrier carrier = new Carrier(
                label,
                period(),
                around.sentence(),
                breakdown == null ? null : breakdown.total().carrier());
        carriers.add(carrier);
        return carrier;
    }

    private String period() {
        return plain.periodAt(here);
    }

    // --- the figure --------------------------------------------------------------------------------------------------

    private static int sign(Token token, Wording wording) {
        return token.sign() == '-' ? -1 : wording.sign();
    }

    private String unit(int index) {
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

    private void add(
            Token token,
            Role role,
            int sign,
            Carrier carrier,
            String other,
            @Nullable Figure about,
            int column,
            String unit) {
        boolean things = token.things() && (role == Role.FROM || role == Role.TO || role == Role.DELTA);
        Printed printed =
                things || role == Role.COUNT || role == Role.COUNT_PART || role == Role.RANK || role == Role.RANK_CHANGE
                        ? Printed.exact(token.value())
                        : Printed.rounded(token.value(), token.decimals());
        printed = printed.bounded(token.bound(), token.decimals());
        if (token.times()) {
            printed = printed.times(100);
        }
        String shown = switch (role) {
            case CONTRIBUTION, DIFFERENCE, CHANGE -> "个百分点";
            case GROWTH, GROWTH_SINCE, TWO_YEARS, SHARE, SHARE_OF_GROWTH, RATIO -> "%";
            default -> token.percent() ? "%" : unit;
        };
        int start = quoteFrom(token);
        Figure figure = new Figure(
                start,
                token.end(),
                text.substring(start, token.end()),
                role,
                sign < 0 ? printed.negated() : printed,
                shown,
                Token.scale(shown),
                carrier,
                other,
                about,
                column);
        carrier.add(figure);
        figures.add(figure);
        around.last = figure;
        if (role != Role.RATIO && role != Role.STRUCTURE && role != Role.FROM && role != Role.TO) {
            around.current = carrier;
        }
        Breakdown breakdown = around.breakdown();
        if (breakdown != null
                && breakdown.total().role() == role
                && carrier != breakdown.total().carrier()) {
            breakdown.add(figure);
        }
    }

    /** The words that belong to a number: back to a delimiter or the number before. */
    private int quoteFrom(Token token) {
        int start = token.start();
        while (start > before && "，,。;；:：()（）、\n/".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (start < token.start() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }
}
