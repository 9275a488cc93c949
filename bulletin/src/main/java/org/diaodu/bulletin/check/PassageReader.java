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
    private static final Pattern VERB = Pattern.compile("^.*?(高于|快于|低于|慢于)(.*)$");
    private static final int LONGEST = 50_000;
    private static final Set<Role> OWN_NAME =
            Set.of(Role.LEVEL, Role.GROWTH, Role.COUNT, Role.GROWTH_SINCE, Role.TWO_YEARS, Role.RANK);
    private static final Set<Role> CHANGES = Set.of(Role.CHANGE, Role.DELTA, Role.RANK_CHANGE, Role.DIFFERENCE);

    private final String text;
    private final PlainForm plain;
    private final TokenList tokens;
    private final Surroundings around = new Surroundings();
    private final Saying saying;
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
        this.saying = new Saying(tokens, around);
    }

    static Passage read(String name, String text) {
        return read(name, text, 0);
    }

    /** A long text in pieces of whole lines: figures a book apart do not speak of each other. */
    static List<Passage> pieces(String name, String text) {
        List<Passage> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from + LONGEST < text.length() ? text.indexOf('\n', from + LONGEST) : text.length();
            int to = end < 0 ? text.length() : end;
            pieces.add(read(name, text.substring(from, to), from));
            from = to;
        }
        return pieces;
    }

    private static Passage read(String name, String text, int offset) {
        PassageReader reader = new PassageReader(text);
        reader.read();
        return new Passage(name, text, offset, reader.carriers, reader.around.breakdowns(), reader.figures);
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
        Figure whole = saying.whole(index);
        if (whole != null) {
            add(token, Role.COUNT_PART, 1, whole.carrier(), saying.state(index), whole, 0, whole.unit());
            return;
        }
        Wording wording = saying.wording(index);
        Role role = wording.role();
        if (role == null) {
            around.last = null;
        } else if (!several(index, wording)) {
            Figure about = around.last;
            Carrier carrier = carrier(index, wording, role);
            add(token, role, sign(token, wording), carrier, wording.other(), about, 0, saying.unit(index));
        }
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
            return begin(role == Role.COUNT ? saying.counted(index) : label);
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
        String counted = role == Role.COUNT ? saying.counted(index) : "";
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

    private void add(
            Token token,
            Role role,
            int sign,
            Carrier carrier,
            String other,
            @Nullable Figure about,
            int column,
            String unit) {
        int start = quoteFrom(token);
        Figure figure = Figure.of(
                token, role, sign, carrier, other, about, column, unit, start, text.substring(start, token.end()));
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
