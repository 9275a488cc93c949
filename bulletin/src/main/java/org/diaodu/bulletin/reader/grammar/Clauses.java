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
    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet FUTURE = WORDS.list("future");
    private static final WordSet FIXED = WORDS.list("fixed_plans");
    private static final WordSet EMPTY = WORDS.list("empty_nouns");
    private static final WordSet COMMITMENTS = WORDS.list("commitment_nouns");
    private static final WordSet RATE_ENDS = WORDS.list("rate_ends");
    private static final WordSet INDEXES = WORDS.list("index_words");
    private static final Pattern BUILT = Pattern.compile("^.{0,16}?(?:项目|工程|生产线|机组|装置|基地|电站|矿井|加工厂)");
    private static final Pattern TIMELESS = Pattern.compile("(?:总投资|静态投资|占地|占地面积|建筑面积|用地|注册资本)$");
    private static final Pattern RANKED = Pattern.compile("(?:排名?|位居|位列|列|居|名列|升至|跃居|稳居|升到|位次)");
    /** Places counted only to say where the figure after them was taken. */
    private static final Pattern EVERYWHERE = Pattern.compile("^(?:大中)?(?:城市|省份|省市|国家|地区|重点城市)[^，；。]*\\d");

    private static final Pattern ABOVE = Pattern.compile("^(超[\\d.]+[万亿]*[美欧]?元)(?:项目|企业)?$");
    private static final Pattern ABOVE_WITHIN = Pattern.compile("超[\\d.]+[万亿]*[美欧]?元");
    private static final Pattern MARKET = Pattern.compile("期货|主力合约|沪指|深成指|创业板|收盘|跌停|涨停|开盘|盘中|午后|早盘|尾盘|股价|板块|收涨|收跌|现货");
    private static final Pattern MOVED = Pattern.compile(
            "^(.{2,20}?)(?:盘中|尾盘|开盘|早盘|午后|日内|持续|快速|直线|短线|大幅|集体)*(?:触及)?(?:跌停|涨停|大涨|大跌|上涨|下跌|收涨|收跌|高开|低开|走高|走低|拉升|跳水|走强|走弱)");
    private static final Pattern STOCKS = Pattern.compile("(?<!固定)资产|余额|负债|库存|存款|贷款|在册|保有量|户数|人口");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Carried carried;
    private final TimeScanner clock;
    private final String currency;
    private final @Nullable String day;
    private final List<Statement> statements = new ArrayList<>();
    /** What the clause before said of a subject it named; null if it named none. */
    private @Nullable String parallel;
    /** The names of indicators that this sentence states of subjects it names. */
    /** Whether the figure is the first of several capacities of one project: 30万吨合成氨52万吨尿素项目. */
    private boolean chained;

    private boolean wasChained;
    private final Set<String> alike = new LinkedHashSet<>();

    Clauses(Carried carried, TimeScanner clock, String currency, @Nullable String day) {
        this.carried = carried;
        this.day = day;
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
        figures.removeIf(f -> f.threshold() || empty(text, f));
        int from = 0;
        int timed = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int begin = Math.max(from, boundary(text, figure.start()));
            while (timed < times.size() && times.get(timed).start() < figure.start()) {
                TimePhrase time = times.get(timed++);
                int clause = boundary(text, time.start());
                if (clause == boundary(text, figure.start()) || time.start() - clause <= 6) {
                    note(time);
                }
            }
            if (begin > from) {
                context(text, from, begin, times, i == 0);
            }
            if (i > 0 && begin == figures.get(i - 1).end()) {
                begin = afterNoun(text, begin, figure.start());
            }
            int last = lastOfGroup(text, figures, i);
            Lead lead = Lead.of(text, begin, figure.start(), times);
            ahead(text.substring(begin, figure.end()), text.substring(from, begin));
            int next = last + 1 < figures.size() ? figures.get(last + 1).start() : text.length();
            String tail = tail(text, figures.get(last).end(), next);
            chained = last + 1 < figures.size()
                    && !tail.isEmpty()
                    && figures.get(last + 1).start() == figures.get(last).end() + tail.length()
                    && BUILT.matcher(tail(text, figures.get(last + 1).end(), text.length()))
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
            times.stream().filter(t -> t.start() == boundary(text, t.start())).forEach(this::note);
        }
        if (from < text.length()) {
            context(text, from, text.length(), times, figures.isEmpty());
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

    private static boolean empty(String text, Figure f) {
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
        if (f.is(Unit.Class.COUNT)
                && EVERYWHERE.matcher(text.substring(f.end())).find()) {
            return true;
        }
        if (f.is(Unit.Class.RANK) && !f.ordinal()) {
            return !f.unit().surface().contains("次") && !f.unit().surface().startsWith("个");
        }
        return f.is(Unit.Class.AMOUNT) && f.chinese() && f.low().compareTo(BigDecimal.TEN) < 0;
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

    private void ahead(String clause, String before) {
        String words = (before + clause).replaceAll("占[^，；]*|(?:年度?|全年|既定|预期)(?:计划|目标)|规划面积|规划局|规划》|计划》", "");
        for (int end = words.length(); end > 0; end--) {
            if (FIXED.endOf(words.substring(0, end)) != null) {
                String fixed = FIXED.endOf(words.substring(0, end));
                words = words.substring(0, end - (fixed == null ? 0 : fixed.length())) + words.substring(end);
                end = words.length() + 1;
            }
        }
        if (FUTURE.in(words)) {
            carried.ahead = true;
        }
    }

    /** A clause without figures: a heading or opening that says whom or what the figures after it are about. */
    private void context(String text, int from, int to, List<TimePhrase> times, boolean opening) {
        int start = from;
        if (from > 0 && "，；：。！？".indexOf(text.charAt(from - 1)) < 0) {
            while (start < to && "，；：。！？".indexOf(text.charAt(start)) < 0) {
                start++;
            }
            start = Math.min(to, start + 1);
        }
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            if ("，；：。！？".indexOf(c) >= 0 || i == to - 1) {
                int end = "，；：。！？".indexOf(c) >= 0 ? i : i + 1;
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
        String subject = subjectOf(words);
        boolean aside = text.substring(from, to).matches("^(?:通过|把|将|对|围绕|按照|根据|依托|面对|针对|为了?|由|与|同|和).*");
        if (subject != null
                && !(aside && from > 0)
                && !words.substring(subject.length())
                        .matches("^(?:[和与及、].*|.{0,12}(?:表示|说|指出|介绍|认为|强调|获悉|报道|讯|预测|研究所).*)")) {
            subject(subject, from == 0);
            words = Names.trimmed(words.substring(subject.length()));
        }
        String name = Names.withoutClass(words)
                .replaceAll("(?:前|后)[一二三四五六七八九十\\d]+名(?!\\p{IsHan}*项目).*$", "")
                .replaceAll("增速$", "");
        if (opening && Names.indicates(name) && name.length() <= 24 && (heading || name.length() <= 14)) {
            carried.indicator = name;
        }
    }

    /** A figure in parentheses behind its name: 占全区投资总量（1925亿元）的39%. */
    private void addition(Sentences.Aside aside, Figure figure, String host) {
        if (figure.is(Unit.Class.RANK) || figure.is(Unit.Class.POINT)) {
            return;
        }
        String named = host.replaceAll("^.*(?:占|于|比|较|\\d[^\\p{IsHan}]*)", "");
        Lead lead = Lead.of(named, 0, named.length(), clock.scan(named, carried.period));
        String subject = subjectOf(lead.name());
        String name = Names.trimmed(subject == null ? lead.name() : lead.name().substring(subject.length()));
        if (!Names.indicates(name)) {
            return;
        }
        String before = carried.subject;
        if (subject != null) {
            carried.subject = proper(subject);
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

    private @Nullable String subjectOf(String words) {
        String alias = carried.aliasAt(words);
        return alias != null ? alias : Names.leadingSubject(words);
    }

    private String proper(String subject) {
        String alias = carried.aliases.get(subject);
        return alias != null ? alias : Names.proper(subject, carried);
    }

    private void subject(String subject, boolean opening) {
        carried.subject = proper(subject);
        if (opening) {
            carried.paragraphSubject = carried.subject;
        }
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
                    && subjectOf(after) == null) {
                subject = whole;
                name = after;
            }
        }
        String leading = subjectOf(name);
        if (leading != null && !(list && name.contains("、"))) {
            subject = subject.isEmpty() ? leading : subject + leading;
            name = Names.trimmed(name.substring(leading.length()));
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
            subject(subject, opening);
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
            String host = main.text().substring(boundary(main.text(), aside.at()), aside.at());
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
        int begin = boundary(main.text(), aside.at());
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
        String subject = subjectOf(compared);
        String name = Names.trimmed(subject == null ? compared : compared.substring(subject.length()));
        String before = carried.subject;
        if (subject != null) {
            carried.subject = proper(subject);
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
        String list = name;
        String suffix = "";
        int etc = list.lastIndexOf('等');
        if (etc > 0) {
            suffix = list.substring(etc + 1).replaceAll("^(?:重点|主要)?(?:\\p{IsHan}{0,3}(?:行业|地区|市|产业|产品|领域|经济体))?", "");
            list = list.substring(0, etc);
        }
        Matcher classes =
                Pattern.compile("^(.*?)[一二三四五六七八九十\\d]+[大个](?:行业|产业|领域|类)(.*)$").matcher(list);
        if (etc < 0 && classes.find()) {
            list = classes.group(1);
            suffix = classes.group(2).replaceAll("、.*$", "");
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
            if (subjectOf(member) instanceof String place && place.length() == member.length()) {
                carried.subject = proper(place);
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
        Kind kind = kind(sentence.text(), figure, lead, name, tail);
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
        String indicator = indicator(figure, lead, name, tail, kind);
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

    private @Nullable Kind kind(String text, Figure f, Lead lead, String name, String tail) {
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
                target
                                && !fixed(name)
                                && (carried.timed || !TIMELESS.matcher(name).find())
                        ? Kind.TARGET
                        : change && !lead.rate() ? Kind.CHANGE : Kind.LEVEL;
            case COUNT -> COMMITMENTS.in(Names.counted(tail)) || target ? Kind.COMMITMENT_COUNT : Kind.COUNT;
        };
    }

    private static boolean fixed(String name) {
        return FIXED.in(name) && !name.contains("完成");
    }

    private String indicator(Figure f, Lead lead, String name, String tail, Kind kind) {
        String plain = name.replaceAll("(?:累计|当月|共|已|实现了?|保持)$", "");
        if (kind == Kind.COUNT
                || kind == Kind.COMMITMENT_COUNT
                || f.ordinal() && f.unit().surface().equals("大")
                || f.is(Unit.Class.AMOUNT)
                || f.is(Unit.Class.MONEY)) {
            boolean noun =
                    !tail.isEmpty() && Character.isIdeographic(tail.charAt(0)) && !tail.matches("^[和与及并在为是占比较，、].*");
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
        if (f.is(Unit.Class.PERCENT)
                && kind == Kind.SHARE
                && tail.startsWith("的")
                && tail.length() > 2
                && !lead.share()
                && !Names.indicates(plain)) {
            return tail.substring(1).replaceAll("(?:[，。；].*|(?:均|都|已|将|是|为|来自|得到|实现|用于).*)$", "") + "占比";
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
        if (plain.isEmpty() || plain.matches("(?:累计)?(?:增长|增速|增幅|涨幅|降幅|跌幅)")) {
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
        String head = WORDS.list("heads").endOf(indicator);
        return head == null || head.equals(indicator) && head.length() > 4 ? "" : head;
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
        String period = carried.period;
        boolean target = kind == Kind.TARGET || carried.ahead;
        Integer targetYear = null;
        if (target) {
            targetYear = carried.targetYear != null
                    ? carried.targetYear
                    : carried.timed && !carried.now ? yearOf(period) : null;
            period = carried.coming != null
                    ? carried.coming
                    : carried.targetYear != null
                            ? carried.targetYear.toString()
                            : carried.timed && !carried.now ? period : null;
        }
        if (indicator.endsWith("计划投资") && period != null && !target) {
            period = period.substring(0, 4);
        }
        if (carried.plans
                && !carried.timed
                && (kind == Kind.COUNT || kind == Kind.COMMITMENT_COUNT)
                && clock.year() instanceof Integer year) {
            period = year.toString();
        }
        if (carried.market && period == null && day != null && !target) {
            period = day;
        }
        if (period != null
                && STOCKS.matcher(indicator).find()
                && period.contains("-")
                && period.contains("..")
                && kind != Kind.SHARE) {
            period = period.substring(period.indexOf("..") + 2);
        }
        if (period != null
                && kind == Kind.COUNT
                && "户家".contains(f.unit().surface())
                && period.contains("-")
                && carried.asOf) {
            period = period.substring(period.indexOf("..") + 2);
        }
        if (TIMELESS.matcher(indicator).find() && !carried.timed && carried.coming == null) {
            period = carried.stated;
        }
        if (f.ordinal() && f.unit().surface().equals("大") && !carried.timed) {
            period = null;
        }
        carried.stated = period;
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
                target ? targetYear : null,
                comparator,
                period,
                f.low().abs().multiply(factor),
                f.high().abs().multiply(factor),
                unit);
    }

    private static @Nullable Integer yearOf(@Nullable String period) {
        return period == null
                ? null
                : Integer.valueOf(period.substring(
                        Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)),
                        Math.max(0, period.lastIndexOf("..") + (period.contains("..") ? 2 : 1)) + 4));
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
