package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.Statement.Direction;
import org.diaodu.bulletin.Statement.Kind;
import org.diaodu.bulletin.reader.text.Traced;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a sentence: which figure says what of whom and when. For one document. */
final class Clauses {
    private static final WordSet FUTURE = Lexicon.standard().list("future");
    private static final Pattern BUILT = Pattern.compile("^.{0,16}?(?:项目|工程|生产线|机组|装置|基地|电站|矿井|加工厂)");
    private static final Pattern PLACES_COUNTED = Pattern.compile("^\\d+个?(?:大中)?(?:重点)?(?:城市|省份|省市|国家|地区)(?!重点|级|项目)");
    private static final Pattern MARKET = Pattern.compile("期货|主力合约|沪指|深成指|创业板|收盘|跌停|涨停|开盘|盘中|午后|早盘|尾盘|股价|板块|收涨|收跌|现货");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Carried carried;
    private final TimeScanner clock;
    private final String currency;
    private final Context context;
    private final FigurePeriods periods;
    private final List<Statement> statements = new ArrayList<>();
    /** What the clause before said of a subject it named; null if it named none. */
    private @Nullable String parallel;
    /** Whether the figure is the first of several capacities of one project: 30万吨合成氨52万吨尿素项目. */
    private boolean chained;

    private boolean wasChained;
    /** The names of indicators that this sentence states of subjects it names. */
    private final Set<String> alike = new LinkedHashSet<>();

    Clauses(Carried carried, TimeScanner clock, String currency, @Nullable String day) {
        this.carried = carried;
        this.context = new Context(carried);
        this.periods = new FigurePeriods(carried, clock, day);
        this.clock = clock;
        this.currency = currency;
    }

    List<Statement> statements() {
        return statements;
    }

    void read(Traced sentence) {
        String text = sentence.text();
        parallel = null;
        alike.clear();
        wasChained = false;
        carried.market = MARKET.matcher(text).find();
        List<TimePhrase> times = clock.scan(text, carried.period);
        List<Figure> figures = FigureScanner.scan(text, times, currency);
        figures.removeIf(f -> f.threshold() || EmptyFigures.is(text, f));
        int from = 0;
        int timed = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int begin = Math.max(from, Bounds.begin(text, figure.start()));
            while (timed < times.size() && times.get(timed).start() < figure.start()) {
                TimePhrase time = times.get(timed++);
                int clause = Bounds.begin(text, time.start());
                if (clause == Bounds.begin(text, figure.start()) || time.start() - clause <= 6) {
                    context.note(time);
                }
            }
            if (begin > from) {
                context.read(text, from, begin, times, i == 0);
            }
            if (i > 0 && begin == figures.get(i - 1).end()) {
                begin = afterNoun(text, begin, figure.start());
            }
            int last = lastOfGroup(text, figures, i);
            Lead lead = Lead.of(text, begin, figure.start(), times);
            context.ahead(text.substring(begin, figure.end()), text.substring(from, begin));
            int next = last + 1 < figures.size() ? figures.get(last + 1).start() : text.length();
            String tail = Bounds.tail(text, figures.get(last).end(), next);
            chained = last + 1 < figures.size()
                    && !tail.isEmpty()
                    && figures.get(last + 1).start() == figures.get(last).end() + tail.length()
                    && BUILT.matcher(Bounds.tail(text, figures.get(last + 1).end(), text.length()))
                            .find()
                    && tail.length() < 10;
            if (wasChained) {
                lead = Lead.of("", 0, 0, List.of());
            }
            wasChained = chained;
            say(
                    sentence,
                    begin,
                    figures.subList(i, last + 1),
                    lead,
                    tail,
                    begin > 0 ? text.substring(from, begin) : "");
            i = last;
            from = figures.get(last).end();
        }
        if (figures.isEmpty()) {
            times.stream()
                    .filter(t -> t.start() == Bounds.begin(text, t.start()))
                    .forEach(context::note);
        }
        if (from < text.length()) {
            context.read(text, from, text.length(), times, figures.isEmpty());
        }
    }

    /** A number of figures that share the words before the first: 分别增长1.2%、3.4%和5.6%. */
    private static int lastOfGroup(String text, List<Figure> figures, int first) {
        int last = first;
        while (last + 1 < figures.size()
                && text.substring(figures.get(last).end(), figures.get(last + 1).start())
                        .matches("[、，]|[和与及]|以及|、?和")
                && figures.get(last + 1)
                        .unit()
                        .base()
                        .equals(figures.get(first).unit().base())) {
            last++;
        }
        return last;
    }

    /** Past the noun of the figure before, where a 、 parts it from the words of this one. */
    private static int afterNoun(String text, int begin, int end) {
        int part = text.lastIndexOf('、', end - 1);
        return part > begin && text.substring(begin, end).indexOf("分别") < 0 ? part + 1 : begin;
    }

    /** A figure in parentheses behind its name: 占全区投资总量（1925亿元）的39%. */
    private void addition(Sentences.Aside aside, Figure figure, String host) {
        if (figure.is(Unit.Class.RANK) || figure.is(Unit.Class.POINT)) {
            return;
        }
        String named = host.replaceAll("^.*(?:占|于|比|较|\\d[^\\p{IsHan}]*)", "");
        Lead lead = Lead.of(named, 0, named.length(), clock.scan(named, carried.period));
        String subject = carried.subjectOf(lead.name());
        String name = Names.trimmed(subject == null ? lead.name() : lead.name().substring(subject.length()));
        if (!Names.indicates(name)) {
            return;
        }
        String before = carried.subject;
        if (subject != null) {
            carried.subject = carried.proper(subject);
        }
        statement(
                aside.words(),
                0,
                figure,
                name,
                figure.is(Unit.Class.COUNT) ? Kind.COUNT : Kind.LEVEL,
                null,
                null,
                "",
                carried.period,
                figure.low(),
                figure.high(),
                figure.unit().base());
        carried.subject = before;
    }

    private void say(Traced sentence, int begin, List<Figure> figures, Lead lead, String tail, String before) {
        Figure first = figures.getFirst();
        String name = lead.name();
        boolean list = figures.size() > 1;
        String around = carried.subject;
        int quote = name.lastIndexOf('“');
        if (quote >= 0 && name.indexOf('”', quote) < 0) {
            name = name.substring(quote + 1);
        }
        int is = name.indexOf('是');
        if (first.ordinal() && is > 1 && is < 16) {
            carried.subject = name.substring(0, is);
            name = "";
        }
        String subject = "";
        if (!lead.before().isEmpty() && name.startsWith(lead.before())) {
            String after = Names.trimmed(name.substring(lead.before().length()));
            String whole = lead.before();
            if (!after.isEmpty()
                    && whole.length() <= 20
                    && whole.length() > 1
                    && !FUTURE.in(whole)
                    && !Names.indicates(whole)
                    && !whole.matches(".*[得将由把使从对为于就又也还的].*")
                    && carried.subjectOf(after) == null) {
                subject = whole;
                name = after;
            }
        }
        String leading = carried.subjectOf(name);
        if (leading != null && !(list && name.contains("、"))) {
            subject = subject.isEmpty() ? leading : subject + leading;
            name = Names.trimmed(name.substring(leading.length()));
        }
        Matcher places = PLACES_COUNTED.matcher(name);
        if (places.find()) {
            subject += places.group();
            name = Names.trimmed(name.substring(places.end()));
        }
        if (subject.isEmpty() || !name.isEmpty()) {
            String body = unnamedSubject(first, name, tail);
            if (body != null) {
                subject += body;
                name = name.substring(body.length());
            }
        }
        boolean opening = begin == 0;
        if (!subject.isEmpty()) {
            carried.speakOf(subject, opening);
            parallel = list ? null : name;
            if (!name.isEmpty() && Names.indicates(name)) {
                alike.add(name);
            }
        } else if (!name.isEmpty()) {
            parallel = null;
        }
        Matcher verb = Pattern.compile("^(?:共|累计|可)?(减少|增加|节约|节省)(?=.{2,})").matcher(name);
        if (verb.find() && lead.direction() == null) {
            carried.verb = verb.group(1);
            name = carried.verb.startsWith("节") ? name.substring(verb.start(1)) : name.substring(verb.end());
        } else if (begin > 0 && sentence.charAt(begin) != '、' && sentence.charAt(begin - 1) != '、') {
            carried.verb = "";
        }
        boolean within = text(sentence, begin, first.start()).startsWith("其中") && !subject.isEmpty();
        sayAll(sentence, begin, figures, lead, name, tail, before);
        if (within) {
            carried.subject = around;
        }
    }

    private void sayAll(
            Traced sentence, int begin, List<Figure> figures, Lead lead, String name, String tail, String before) {
        Figure first = figures.getFirst();
        boolean list = figures.size() > 1;
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
        Matcher called =
                Pattern.compile("(?:以下简称|下称|简称|下同称)[“]?([^”]{2,12})[”]?$").matcher(text);
        if (called.find()) {
            String host = main.text().substring(Bounds.begin(main.text(), aside.at()), aside.at());
            Matcher name = Pattern.compile("[\\p{IsHan}A-Za-z]{4,24}$").matcher(host);
            if (name.find()) {
                carried.aliases.put(called.group(1), Names.trimmed(name.group()));
            }
            return;
        }
        List<Figure> figures = FigureScanner.scan(text, clock.scan(text, carried.period), currency);
        if (figures.size() != 1 || figures.getFirst().end() - figures.getFirst().start() < text.length()) {
            if (!figures.isEmpty()) {
                read(aside.words());
            }
            return;
        }
        Figure figure = figures.getFirst();
        int begin = Bounds.begin(main.text(), aside.at());
        if (!figure.is(Unit.Class.PERCENT)) {
            addition(aside, figure, main.text().substring(begin, aside.at()));
            return;
        }
        Matcher than = Pattern.compile("(?:于|比|较)(\\p{IsHan}{2,20})$")
                .matcher(main.text().substring(begin, aside.at()));
        if (!than.find()) {
            return;
        }
        String compared = than.group(1).replaceAll("(?:平均)?水平$", "").replaceAll("(?:平均)?(?:增速|增幅)$", "");
        String subject = carried.subjectOf(compared);
        String name = Names.trimmed(subject == null ? compared : compared.substring(subject.length()));
        String before = carried.subject;
        if (subject != null) {
            carried.subject = carried.proper(subject);
        }
        statement(
                aside.words(),
                0,
                figure,
                name.isEmpty() ? carried.indicator : name,
                Kind.YOY,
                figure.negative() ? Direction.DOWN : Direction.UP,
                null,
                "",
                carried.period,
                figure.low().abs(),
                figure.high().abs(),
                "%");
        carried.subject = before;
    }

    /** A subject no dictionary knows, told by what stands beside it: the clause before says the same of another. */
    private @Nullable String unnamedSubject(Figure figure, String name, String tail) {
        if (figure.is(Unit.Class.COUNT)
                && tail.isEmpty()
                && Names.body(name)
                && !Names.indicates(name)
                && !name.matches(".*(?:落实|推动|推进|实施|支持|服务|带动|保障).*")) {
            return name;
        }
        if (name.isEmpty()) {
            return null;
        }
        for (String said : alike) {
            int rest = name.length() - said.length();
            if (rest > 1
                    && rest <= 6
                    && name.endsWith(said)
                    && !name.substring(0, rest).matches(".*[将把使得].*")
                    && !FUTURE.in(name.substring(0, rest))) {
                return name.substring(0, rest);
            }
        }
        return parallel != null && parallel.isEmpty() && name.length() <= 8 && !Names.indicates(name) ? name : null;
    }

    private static String text(Traced sentence, int from, int to) {
        return sentence.text().substring(from, to);
    }

    private static boolean sharesOut(String words, List<Figure> figures) {
        return words.contains("分别") || Names.members(words, figures.size()).size() == figures.size();
    }

    private void shareOut(Traced sentence, int begin, List<Figure> figures, Lead lead, String name, String tail) {
        SharedList list = SharedList.of(name, figures.size());
        if (list == null) {
            for (Figure figure : figures) {
                one(sentence, begin, figure, lead, name, tail);
            }
            return;
        }
        distribute(sentence, begin, figures, lead, list.members(), list.suffix(), tail);
    }

    private void distribute(
            Traced sentence,
            int begin,
            List<Figure> figures,
            Lead lead,
            List<String> members,
            String suffix,
            String tail) {
        String carriedIndicator = carried.indicator;
        String last = members.getLast();
        String ending = suffix;
        if (ending.isEmpty() && Names.indicates(last) && !Names.indicates(members.getFirst())) {
            ending = "";
        }
        String base = ending.isEmpty() ? "" : ending;
        for (int i = 0; i < figures.size(); i++) {
            String member = Names.trimmed(members.get(i));
            if (carried.subjectOf(member) instanceof String place && place.length() == member.length()) {
                carried.subject = carried.proper(place);
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
        boolean capacity = (figure.is(Unit.Class.AMOUNT)
                        || figure.is(Unit.Class.COUNT) && !lead.yearlyCapacity().isEmpty())
                && (!lead.yearlyCapacity().isEmpty()
                        || (BUILT.matcher(tail).find() || chained) && lead.direction() == null);
        if (capacity) {
            capacity(sentence, begin, figure, lead, tail);
            return;
        }
        if (figure.is(Unit.Class.PERCENT)
                && tail.matches("^的(?:增速|增幅|涨幅|降幅).*")
                && sentence.text().substring(begin, figure.start()).matches(".*(?:比|较)(?:上年|去年)$")
                && clock.year() instanceof Integer year) {
            statement(
                    sentence,
                    begin,
                    figure,
                    carried.indicator,
                    Kind.YOY,
                    tail.startsWith("的降") ? Direction.DOWN : Direction.UP,
                    null,
                    "",
                    String.valueOf(year - 1),
                    figure.low().abs(),
                    figure.high().abs(),
                    "%");
            return;
        }
        Kind kind = FigureKinds.of(sentence.text(), figure, lead, name, tail, carried);
        if (kind == null) {
            return;
        }
        Direction direction = switch (kind) {
            case YOY, CHANGE, DIFF_PP ->
                carried.verb.startsWith("减")
                        ? Direction.DOWN
                        : lead.direction() != null
                                ? lead.direction()
                                : figure.negative()
                                        ? Direction.DOWN
                                        : carried.direction == null ? Direction.UP : carried.direction;
            default -> null;
        };
        String indicator = FigureNames.of(figure, lead, name, tail, kind, carried);
        boolean counted = kind == Kind.COUNT || kind == Kind.COMMITMENT_COUNT;
        if (!counted && !indicator.isEmpty() && kind != Kind.RANK && !(kind == Kind.SHARE && lead.share())) {
            carried.indicator = indicator;
        }
        if (counted && !indicator.isEmpty()) {
            carried.counted = indicator;
        }
        carried.kind = kind;
        carried.direction = direction;
        carried.comparator = lead.comparator();
        add(sentence, begin, figure, indicator.isEmpty() ? "未指明" : indicator, kind, direction, lead, tail);
    }

    private void capacity(Traced sentence, int begin, Figure figure, Lead lead, String tail) {
        Matcher built = BUILT.matcher(tail);
        String product =
                (built.find() ? built.group() : Names.counted(tail)).replaceAll("(?:项目|工程|生产线|加工|基地|装置|的)+$", "");
        Figure per = lead.yearlyCapacity().isEmpty()
                ? figure
                : figure.withUnit(figure.unit().per(lead.yearlyCapacity()));
        statement(
                sentence,
                begin,
                per,
                (product.isEmpty() ? lead.name() : product) + "产能",
                Kind.LEVEL,
                null,
                null,
                "",
                null,
                per.low(),
                per.high(),
                per.unit().base());
    }

    private void pieces(Traced sentence, int begin, Figure figure, String tail) {
        String thing = Names.counted(tail).replaceAll("项目$", "");
        BigDecimal pieces = BigDecimal.valueOf(figure.pieces());
        statement(sentence, begin, figure, thing + "机组台数", Kind.COUNT, null, null, "", null, pieces, pieces, "台");
        statement(
                sentence,
                begin,
                figure,
                thing + "单机容量",
                Kind.LEVEL,
                null,
                null,
                "",
                null,
                figure.low(),
                figure.high(),
                figure.unit().base());
    }

    private void add(
            Traced sentence,
            int begin,
            Figure f,
            String indicator,
            Kind kind,
            @Nullable Direction direction,
            Lead lead,
            String tail) {
        FigurePeriods.Dated dated = periods.of(f, text(sentence, begin, f.start()), indicator, kind);
        String comparator = lead.comparator();
        if (kind == Kind.RANK) {
            Matcher among = Pattern.compile(
                            "(?:[排列居位]|排名|名列|位居|位列)?在?(全国|全省|全市|\\p{IsHan}{2,8}?)(?:中|内)?(?:排名|排|位居|位列|列|居)?$")
                    .matcher(lead.name());
            comparator = among.find() ? among.group(1) : comparator;
        }
        BigDecimal factor = f.is(Unit.Class.TIMES) ? HUNDRED : BigDecimal.ONE;
        String unit = f.is(Unit.Class.TIMES)
                ? "%"
                : f.is(Unit.Class.RANK) ? "位" : f.unit().base();
        statement(
                sentence,
                begin,
                f,
                indicator,
                kind,
                direction,
                dated.targetYear(),
                comparator,
                dated.period(),
                f.low().abs().multiply(factor),
                f.high().abs().multiply(factor),
                unit);
    }

    private void statement(
            Traced sentence,
            int begin,
            Figure f,
            String indicator,
            Kind kind,
            @Nullable Direction direction,
            @Nullable Integer targetYear,
            String comparator,
            @Nullable String period,
            BigDecimal low,
            BigDecimal high,
            String unit) {
        int start = begin;
        while (start < f.start() && "、，；： 　".indexOf(sentence.charAt(start)) >= 0) {
            start++;
        }
        statements.add(new Statement(
                sentence.from(start),
                sentence.to(f.end() - 1),
                sentence.text().substring(start, f.end()),
                Indicators.proper(indicator, carried.home),
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
