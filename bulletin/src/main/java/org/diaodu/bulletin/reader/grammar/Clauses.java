package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.Statement.Bound;
import org.diaodu.bulletin.Statement.Direction;
import org.diaodu.bulletin.Statement.Kind;
import org.diaodu.bulletin.reader.text.Traced;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a sentence: which figure says what of whom and when. For one document. */
final class Clauses {
    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet FUTURE = WORDS.list("future");
    private static final WordSet FIXED = WORDS.list("fixed_plans");
    private static final WordSet EMPTY = WORDS.list("empty_nouns");
    private static final WordSet COMMITMENTS = WORDS.list("commitment_nouns");
    private static final WordSet RATE_ENDS = WORDS.list("rate_ends");
    private static final WordSet INDEXES = WORDS.list("index_words");
    private static final Pattern BUILT = Pattern.compile("^.{0,16}?(?:项目|工程|生产线|机组|装置|基地|电站|矿井|加工厂)");
    private static final Pattern TIMELESS = Pattern.compile("总投资|静态投资|占地|建筑面积|用地|注册资本");
    private static final Pattern RANKED = Pattern.compile("(?:排名?|位居|位列|列|居|名列|升至|跃居|稳居|升到|位次)");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Carried carried;
    private final TimeScanner clock;
    private final String currency;
    private final List<Statement> statements = new ArrayList<>();

    Clauses(Carried carried, TimeScanner clock, String currency) {
        this.carried = carried;
        this.clock = clock;
        this.currency = currency;
    }

    List<Statement> statements() {
        return statements;
    }

    void read(Traced sentence) {
        String text = sentence.text();
        List<TimePhrase> times = clock.scan(text, carried.period);
        List<Figure> figures = FigureScanner.scan(text, times, currency);
        figures.removeIf(f -> f.threshold() || empty(text, f));
        int from = 0;
        int timed = 0;
        int group = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int begin = Math.max(from, boundary(text, figure.start()));
            while (timed < times.size() && times.get(timed).start() < figure.start()) {
                note(times.get(timed++));
            }
            if (begin > from) {
                context(text, from, begin, times);
            }
            String joint = text.substring(begin, figure.start());
            boolean member = i > 0 && begin == figures.get(i - 1).end() && joint.matches("[、和与及]?(?:以及)?");
            if (!member) {
                group = i;
                int last = lastOfGroup(text, figures, i);
                Lead lead = Lead.of(text, begin, figure.start(), times);
                ahead(text.substring(begin, figure.end()), text.substring(from, begin));
                int next = last + 1 < figures.size() ? figures.get(last + 1).start() : text.length();
                String tail = tail(text, figures.get(last).end(), next);
                say(sentence, begin, figures.subList(i, last + 1), lead, tail, begin > 0 ? text.substring(from, begin) : "");
                i = last;
                from = figures.get(last).end();
                continue;
            }
            from = figure.end();
        }
        while (timed < times.size()) {
            note(times.get(timed++));
        }
        if (from < text.length()) {
            context(text, from, text.length(), times);
        }
    }

    /** A number of figures that share the words before the first: 分别增长1.2%、3.4%和5.6%. */
    private static int lastOfGroup(String text, List<Figure> figures, int first) {
        int last = first;
        while (last + 1 < figures.size()
                && text.substring(figures.get(last).end(), figures.get(last + 1).start()).matches("[、，]|[和与及]|以及|、?和")
                && figures.get(last + 1).unit().base().equals(figures.get(first).unit().base())) {
            last++;
        }
        return last;
    }

    private static boolean empty(String text, Figure f) {
        if (f.is(Unit.Class.COUNT)) {
            boolean large = f.low().compareTo(BigDecimal.TEN) >= 0;
            if (f.chinese() && !large) {
                return true;
            }
            String noun = EMPTY.at(text, f.end());
            return noun != null && (f.chinese() || !large || noun.equals("月") || noun.equals("工作日") || noun.equals("小时"));
        }
        if (f.is(Unit.Class.AMOUNT) && f.unit().base().equals("点")) {
            return f.decimals() == 0 && f.low().compareTo(HUNDRED) < 0;
        }
        if (f.is(Unit.Class.RANK) && !f.ordinal()) {
            return !f.unit().surface().contains("次") && !f.unit().surface().startsWith("个");
        }
        return f.is(Unit.Class.AMOUNT) && f.chinese() && f.low().compareTo(new BigDecimal(2)) < 0;
    }

    private static int boundary(String text, int before) {
        int i = before;
        while (i > 0 && "，；：。！？".indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    private static String tail(String text, int from, int to) {
        int end = from;
        while (end < to && "，；：。！？".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    private void note(TimePhrase time) {
        switch (time.sort()) {
            case PERIOD, AS_OF, NOW -> {
                if (time.period() != null) {
                    carried.period = time.period();
                    carried.timed = true;
                    if (carried.targetYear != null) {
                        carried.targetYear = null;
                    }
                }
            }
            case UNTIL -> {
                carried.ahead = true;
                if (time.period() != null) {
                    carried.targetYear = Integer.valueOf(time.period().substring(0, 4));
                }
            }
            case EVENT -> {}
        }
    }

    private void ahead(String clause, String before) {
        String words = before + clause;
        for (int end = words.length(); end > 0; end--) {
            if (FIXED.endOf(words.substring(0, end)) != null) {
                words = words.substring(0, end - 4) + words.substring(end);
                end = words.length() + 1;
            }
        }
        if (FUTURE.in(words)) {
            carried.ahead = true;
        }
    }

    /** A clause without figures: a heading or opening that says whom or what the figures after it are about. */
    private void context(String text, int from, int to, List<TimePhrase> times) {
        int start = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ("，；：。！？".indexOf(c) >= 0 || i == to - 1) {
                int end = "，；：。！？".indexOf(c) >= 0 ? i : i + 1;
                clause(text, start, end, times, c == '：');
                start = i + 1;
            }
        }
    }

    private void clause(String text, int from, int to, List<TimePhrase> times, boolean heading) {
        if (to - from < 2) {
            return;
        }
        String words = Names.trimmed(Lead.of(text, from, to, times).name());
        String subject = Names.leadingSubject(words);
        if (subject != null && !words.substring(subject.length()).matches("^(?:[和与及、].*|.{0,12}(?:表示|说|指出|介绍|认为|强调|获悉|报道|讯|预测|研究所).*)")) {
            subject(subject, from == 0);
            words = Names.trimmed(words.substring(subject.length()));
        }
        String name = words.replaceAll("(?:前|后)[一二三四五六七八九十\\d]+名.*$", "").replaceAll("增速$", "");
        if (Names.indicates(name) && name.length() <= 24 && (heading || name.length() <= 14)) {
            carried.indicator = name;
        }
    }

    private void subject(String subject, boolean opening) {
        carried.subject = Names.proper(subject, carried.home);
        if (opening) {
            carried.paragraphSubject = carried.subject;
        }
    }

    private void say(Traced sentence, int begin, List<Figure> figures, Lead lead, String tail, String before) {
        Figure first = figures.getFirst();
        String name = lead.name();
        boolean list = figures.size() > 1;
        String subject = "";
        if (!lead.before().isEmpty() && name.startsWith(lead.before())) {
            String after = Names.trimmed(name.substring(lead.before().length()));
            String whole = lead.before();
            if (!after.isEmpty() && whole.length() <= 20 && Names.leadingSubject(after) == null) {
                subject = whole;
                name = after;
            }
        }
        String leading = Names.leadingSubject(name);
        if (leading != null && !(list && name.contains("、"))) {
            subject = subject.isEmpty() ? leading : subject + leading;
            name = Names.trimmed(name.substring(leading.length()));
        }
        boolean opening = begin == 0;
        if (!subject.isEmpty()) {
            subject(subject, opening);
        }
        if (list && lead.name().contains("、") && sharesOut(text(sentence, begin, first.start()), figures)) {
            shareOut(sentence, begin, figures, lead, name, tail);
            return;
        }
        if (list && name.isEmpty() && before.contains("、")) {
            String previous = before.replaceAll("[，：；。]$", "").replaceAll("^.*[，；。：]", "");
            List<String> members = Names.members(Names.trimmed(previous.replaceAll("^.*的是", "")), figures.size());
            if (members.size() == figures.size()) {
                distribute(sentence, begin, figures, lead, members, "", tail);
                return;
            }
        }
        for (int i = 0; i < figures.size(); i++) {
            one(sentence, begin, figures.get(i), lead, name, i == figures.size() - 1 ? tail : "");
        }
    }

    /** Words in parentheses: the figure of a comparator, 高于全国（6.5%）1.6个百分点, or an addition to the clause. */
    void aside(Sentences.Aside aside, Traced main) {
        String text = aside.words().text();
        List<Figure> figures = FigureScanner.scan(text, clock.scan(text, carried.period), currency);
        if (figures.size() != 1 || figures.getFirst().end() - figures.getFirst().start() < text.length()) {
            if (!figures.isEmpty()) {
                read(aside.words());
            }
            return;
        }
        Figure figure = figures.getFirst();
        if (!figure.is(Unit.Class.PERCENT)) {
            return;
        }
        int begin = boundary(main.text(), aside.at());
        Matcher than = Pattern.compile("(?:于|比|较)(\\p{IsHan}{2,20})$").matcher(main.text().substring(begin, aside.at()));
        if (!than.find()) {
            return;
        }
        String compared = than.group(1).replaceAll("(?:平均)?水平$", "").replaceAll("(?:平均)?(?:增速|增幅)$", "");
        String subject = Names.leadingSubject(compared);
        String name = Names.trimmed(subject == null ? compared : compared.substring(subject.length()));
        String before = carried.subject;
        if (subject != null) {
            carried.subject = Names.proper(subject, carried.home);
        }
        statement(
                aside.words(), 0, figure, name.isEmpty() ? carried.indicator : name, Kind.YOY,
                figure.negative() ? Direction.DOWN : Direction.UP, null, "", carried.period, figure.low().abs(),
                figure.high().abs(), "%");
        carried.subject = before;
    }

    private static String text(Traced sentence, int from, int to) {
        return sentence.text().substring(from, to);
    }

    private static boolean sharesOut(String words, List<Figure> figures) {
        return words.contains("分别") || Names.members(words, figures.size()).size() == figures.size();
    }

    private void shareOut(Traced sentence, int begin, List<Figure> figures, Lead lead, String name, String tail) {
        String list = name;
        String suffix = "";
        int etc = list.lastIndexOf('等');
        if (etc > 0) {
            suffix = list.substring(etc + 1).replaceAll("^(?:重点|主要)?(?:\\p{IsHan}{0,3}(?:行业|地区|市|产业|产品|领域|经济体))?", "");
            list = list.substring(0, etc);
        }
        List<String> members = Names.members(list, figures.size());
        if (members.size() > figures.size()) {
            members = members.subList(members.size() - figures.size(), members.size());
        }
        if (members.size() < figures.size()) {
            for (Figure figure : figures) {
                one(sentence, begin, figure, lead, name, tail);
            }
            return;
        }
        distribute(sentence, begin, figures, lead, members, suffix, tail);
    }

    private void distribute(
            Traced sentence, int begin, List<Figure> figures, Lead lead, List<String> members, String suffix, String tail) {
        String carriedIndicator = carried.indicator;
        String last = members.getLast();
        String ending = suffix;
        if (ending.isEmpty() && Names.indicates(last) && !Names.indicates(members.getFirst())) {
            ending = "";
        }
        String base = ending.isEmpty() ? "" : ending;
        for (int i = 0; i < figures.size(); i++) {
            String member = Names.trimmed(members.get(i));
            if (Names.leadingSubject(member) instanceof String place && place.length() == member.length()) {
                carried.subject = Names.proper(place, carried.home);
                one(sentence, begin, figures.get(i), lead, base, tail);
            } else {
                one(sentence, begin, figures.get(i), lead, member + base, "");
            }
        }
        if (!carriedIndicator.isEmpty() && base.isEmpty()) {
            carried.indicator = carriedIndicator;
        }
    }

    private void one(Traced sentence, int begin, Figure figure, Lead lead, String name, String tail) {
        if (figure.pieces() > 0) {
            pieces(sentence, begin, figure, tail);
            return;
        }
        boolean capacity = figure.is(Unit.Class.AMOUNT)
                && (!lead.yearlyCapacity().isEmpty() || BUILT.matcher(tail).find() && lead.direction() == null);
        if (capacity) {
            capacity(sentence, begin, figure, lead, tail);
            return;
        }
        Kind kind = kind(sentence.text(), figure, lead, name, tail);
        if (kind == null) {
            return;
        }
        Direction direction = switch (kind) {
            case YOY, CHANGE, DIFF_PP -> lead.direction() != null
                    ? lead.direction()
                    : figure.negative() ? Direction.DOWN : carried.direction == null ? Direction.UP : carried.direction;
            default -> null;
        };
        String indicator = indicator(figure, lead, name, tail, kind);
        boolean counted = kind == Kind.COUNT || kind == Kind.COMMITMENT_COUNT;
        if (!counted && !indicator.isEmpty() && kind != Kind.RANK) {
            carried.indicator = indicator;
        }
        carried.kind = kind;
        carried.direction = direction;
        carried.comparator = lead.comparator();
        add(sentence, begin, figure, indicator.isEmpty() ? "未指明" : indicator, kind, direction, lead, tail);
    }

    private @Nullable Kind kind(String text, Figure f, Lead lead, String name, String tail) {
        boolean change = lead.direction() != null && !lead.reached();
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
                    yield lead.previous() ? Kind.CHANGE : Kind.YOY;
                }
                if (lead.previous()) {
                    yield Kind.CHANGE;
                }
                if (INDEXES.in(name)) {
                    yield Kind.LEVEL;
                }
                if (name.isEmpty() && carried.kind != null) {
                    yield carried.kind == Kind.LEVEL || carried.kind == Kind.COUNT || carried.kind == Kind.RANK ? Kind.SHARE : carried.kind;
                }
                yield Kind.SHARE;
            }
            case TENTH -> lead.share() || !change ? Kind.SHARE : lead.previous() ? Kind.CHANGE : Kind.YOY;
            case TIMES -> change ? (lead.previous() ? Kind.CHANGE : Kind.YOY) : null;
            case RANK -> f.ordinal()
                    ? (RANKED.matcher(text.substring(Math.max(0, f.start() - 12), f.start())).find() || f.unit().surface().equals("大") || f.unit().surface().equals("位") ? Kind.RANK : null)
                    : change ? Kind.CHANGE : null;
            case MONEY, AMOUNT -> target && !fixed(name) ? Kind.TARGET : change && !lead.rate() ? Kind.CHANGE : Kind.LEVEL;
            case COUNT -> COMMITMENTS.in(Names.counted(tail)) || target ? Kind.COMMITMENT_COUNT : Kind.COUNT;
        };
    }

    private boolean fixed(String name) {
        return FIXED.in(name) && !name.contains("完成");
    }

    private String indicator(Figure f, Lead lead, String name, String tail, Kind kind) {
        String plain = name.replaceAll("(?:累计|当月|共|已)$", "");
        if (kind == Kind.COUNT || kind == Kind.COMMITMENT_COUNT || f.is(Unit.Class.AMOUNT) || f.is(Unit.Class.MONEY)) {
            boolean noun = !tail.isEmpty() && Character.isIdeographic(tail.charAt(0)) && !tail.matches("^[和与及并在为是占比较，、].*");
            if (noun && f.is(Unit.Class.COUNT)) {
                String counted = Names.counted(tail);
                return plain.length() <= 6 && !Names.indicates(plain) ? plain + counted : counted;
            }
            if (noun && !Names.indicates(plain) && Names.indicates(Names.counted(tail)) && f.is(Unit.Class.AMOUNT)) {
                return plain + Names.counted(tail);
            }
        }
        if (lead.share() && kind != Kind.YOY) {
            int at = plain.lastIndexOf('占');
            String part = at > 0 ? plain.substring(0, at) : carried.indicator;
            return part + plain.substring(Math.max(at, 0)).replaceAll("(?:的|比重|比例|总量)+$", "") + "比重";
        }
        if (plain.isEmpty()) {
            return carried.indicator;
        }
        if (Names.indicates(plain) || carried.indicator.isEmpty()) {
            return plain;
        }
        if (f.is(Unit.Class.COUNT)) {
            return plain;
        }
        String head = head(carried.indicator);
        return f.is(Unit.Class.PERCENT) && plain.equals("完成") ? carried.indicator + "完成率" : plain + head;
    }

    /** What of the carried indicator a part of it takes over: 价格 of 居民消费价格. */
    private static String head(String indicator) {
        String head = WORDS.list("heads").endOf(indicator);
        return head == null || head.equals(indicator) && head.length() > 4 ? "" : head;
    }

    private void capacity(Traced sentence, int begin, Figure figure, Lead lead, String tail) {
        Matcher built = BUILT.matcher(tail);
        String product = (built.find() ? built.group() : Names.counted(tail)).replaceAll("(?:项目|工程|生产线|加工|基地|装置|的)+$", "");
        Figure per = lead.yearlyCapacity().isEmpty() ? figure : figure.withUnit(figure.unit().per(lead.yearlyCapacity()));
        statement(sentence, begin, per, (product.isEmpty() ? lead.name() : product) + "产能", Kind.LEVEL, null, null, "", null, per.low(), per.high(), per.unit().base());
    }

    private void pieces(Traced sentence, int begin, Figure figure, String tail) {
        String thing = Names.counted(tail).replaceAll("项目$", "");
        BigDecimal pieces = BigDecimal.valueOf(figure.pieces());
        statement(sentence, begin, figure, thing + "机组台数", Kind.COUNT, null, null, "", null, pieces, pieces, "台");
        statement(sentence, begin, figure, thing + "单机容量", Kind.LEVEL, null, null, "", null, figure.low(), figure.high(), figure.unit().base());
    }

    private void add(
            Traced sentence, int begin, Figure f, String indicator, Kind kind, @Nullable Direction direction, Lead lead, String tail) {
        String period = carried.period;
        boolean target = kind == Kind.TARGET || carried.ahead;
        Integer targetYear = null;
        if (target) {
            targetYear = carried.targetYear != null ? carried.targetYear : carried.timed ? yearOf(period) : null;
            period = carried.targetYear != null ? carried.targetYear.toString() : carried.timed ? period : null;
        }
        if (TIMELESS.matcher(indicator).find() && !carried.timed) {
            period = null;
        }
        String comparator = lead.comparator();
        if (kind == Kind.RANK) {
            Matcher among = Pattern.compile("(?:[排列居位]|排名|名列|位居|位列)?在?(全国|全省|全市|\\p{IsHan}{2,8}?)(?:中|内)?(?:排名|排|位居|位列|列|居)?$").matcher(lead.name());
            comparator = among.find() ? among.group(1) : comparator;
        }
        BigDecimal factor = f.is(Unit.Class.TIMES) ? HUNDRED : BigDecimal.ONE;
        String unit = f.is(Unit.Class.TIMES) ? "%" : f.is(Unit.Class.RANK) ? "位" : f.unit().base();
        statement(
                sentence, begin, f, indicator, kind, direction, target ? targetYear : null, comparator, period,
                f.low().abs().multiply(factor), f.high().abs().multiply(factor), unit);
    }

    private static @Nullable Integer yearOf(@Nullable String period) {
        return period == null ? null : Integer.valueOf(period.substring(Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)), Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)) + 4));
    }

    private void statement(
            Traced sentence, int begin, Figure f, String indicator, Kind kind, @Nullable Direction direction,
            @Nullable Integer targetYear, String comparator, @Nullable String period, BigDecimal low, BigDecimal high,
            String unit) {
        int start = begin;
        while (start < f.start() && "、，；： 　".indexOf(sentence.charAt(start)) >= 0) {
            start++;
        }
        statements.add(new Statement(
                sentence.from(start),
                sentence.to(f.end() - 1),
                sentence.text().substring(start, f.end()),
                indicator,
                carried.subject,
                period,
                kind,
                low,
                high,
                unit,
                direction,
                f.bound(),
                comparator,
                targetYear,
                f.decimals(),
                f.is(Unit.Class.TIMES) ? HUNDRED : f.scale(),
                0.9));
    }
}
