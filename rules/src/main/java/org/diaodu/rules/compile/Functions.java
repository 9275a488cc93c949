package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Known;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Fold;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Exprs.Rounding;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** FEEL's built-in functions on staged values: DMN 1.5, chapter 10.3.4. What is not here is out of the bulk profile. */
final class Functions {

    private static final Map<String, List<String>> PARAMETERS = parameters();
    private static final Set<String> SUMMARIES = Set.of("count", "sum", "min", "max", "mean", "all", "any");
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final Stage stage;
    private final Exprs exprs;
    private final Operators operators;
    private final @Nullable LocalDate today;

    Functions(Stage stage, @Nullable LocalDate today) {
        this.stage = stage;
        this.exprs = stage.exprs;
        this.operators = stage.operators;
        this.today = today;
    }

    private static Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new HashMap<>();
        for (String one : List.of(
                "not(negand)",
                "abs(n)",
                "floor(n,scale)",
                "ceiling(n,scale)",
                "decimal(n,scale)",
                "round up(n,scale)",
                "round down(n,scale)",
                "round half up(n,scale)",
                "round half down(n,scale)",
                "modulo(dividend,divisor)",
                "even(number)",
                "odd(number)",
                "sqrt(number)",
                "exp(number)",
                "log(number)",
                "string(from)",
                "string length(string)",
                "upper case(string)",
                "lower case(string)",
                "substring(string,start position,length)",
                "contains(string,match)",
                "starts with(string,match)",
                "ends with(string,match)",
                "substring before(string,match)",
                "substring after(string,match)",
                "number(from,grouping separator,decimal separator)",
                "day of week(date)",
                "day of year(date)",
                "week of year(date)",
                "month of year(date)",
                "years and months duration(from,to)",
                "list contains(list,element)",
                "reverse(list)",
                "get value(m,key)",
                "get entries(m)",
                "is(value1,value2)",
                "is defined(value)")) {
            int open = one.indexOf('(');
            all.put(
                    one.substring(0, open),
                    List.of(one.substring(open + 1, one.length() - 1).split(",")));
        }
        return all;
    }

    // --- calls

    private static OutOfProfile unknown(String name) {
        return new OutOfProfile("函数 " + name + " 不在批量范围内", "the function " + name + "() is outside the bulk profile");
    }

    Staged builtIn(String name, List<Staged> positional, Map<String, Staged> named) {
        List<Staged> a = named.isEmpty() ? positional : ordered(name, named);
        if (!SUMMARIES.contains(name) && a.stream().anyMatch(Rows.class::isInstance)) {
            throw summariesOnly();
        }
        List<String> parameters = PARAMETERS.get(name);
        if (parameters != null && a.size() > parameters.size()) {
            return operators.nothing();
        }
        if (a.stream().anyMatch(Known.class::isInstance)) {
            throw new OutOfProfile("函数 " + name + " 用于带时区的值", name + "() of a value with a zone");
        }
        return switch (name) {
            case "today" -> a.isEmpty() ? new Scalar(today()) : operators.nothing();
            case "not" -> new Scalar(exprs.not(operators.truth(arg(a, 0))));
            case "abs" -> number(a, 0, true, n -> exprs.abs(n));
            case "floor" -> rounded(a, Rounding.FLOOR);
            case "ceiling" -> rounded(a, Rounding.CEILING);
            case "decimal" -> rounded(a, Rounding.HALF_EVEN);
            case "round up" -> rounded(a, Rounding.UP);
            case "round down" -> rounded(a, Rounding.DOWN);
            case "round half up" -> rounded(a, Rounding.HALF_UP);
            case "round half down" -> rounded(a, Rounding.HALF_DOWN);
            case "modulo" ->
                a.size() == 2 && numeric(a.get(0)) && numeric(a.get(1))
                        ? new Scalar(exprs.modulo(expr(a.get(0)), expr(a.get(1))))
                        : operators.nothing();
            case "even" -> parity(a, 0);
            case "odd" -> parity(a, 1);
            case "sqrt" -> number(a, 0, false, n -> exprs.approximate(Op.SQRT, n));
            case "exp" -> number(a, 0, false, n -> exprs.approximate(Op.EXP, n));
            case "log" -> number(a, 0, false, n -> exprs.approximate(Op.LOG, n));
            case "string" -> text(arg(a, 0));
            case "string length" -> text(a, Type.number(9, 0), Op.LENGTH);
            case "upper case" -> text(a, Type.TEXT, Op.UPPER);
            case "lower case" -> text(a, Type.TEXT, Op.LOWER);
            case "contains" -> texts(a, Type.TRUTH, Op.CONTAINS);
            case "starts with" -> texts(a, Type.TRUTH, Op.STARTS_WITH);
            case "ends with" -> texts(a, Type.TRUTH, Op.ENDS_WITH);
            case "substring before" -> texts(a, Type.TEXT, Op.BEFORE);
            case "substring after" -> texts(a, Type.TEXT, Op.AFTER);
            case "substring" -> substring(a);
            case "number" -> parsed(a);
            case "date" -> date(a);
            case "date and time" -> dateAndTime(a);
            case "day of week" -> named(a, Op.WEEKDAY, WEEKDAYS);
            case "month of year" -> named(a, Op.MONTH, MONTHS);
            case "day of year" -> part(a, Op.DAY_OF_YEAR, 3);
            case "week of year" -> part(a, Op.WEEK_OF_YEAR, 2);
            case "years and months duration" -> monthsBetween(a);
            case "min" -> extreme(a, true);
            case "max" -> extreme(a, false);
            case "sum" -> summed(a);
            case "product" -> product(a);
            case "mean" -> mean(a);
            case "count" -> counted(a);
            case "all" -> all(a, true);
            case "any" -> all(a, false);
            case "list contains" -> contains(a);
            case "append" -> appended(a);
            case "concatenate" -> concatenated(a);
            case "flatten" -> new Listed(flat(list(arg(a, 0)).elements()), exprs.truth);
            case "reverse" -> new Listed(list(arg(a, 0)).elements().reversed(), exprs.truth);
            case "get value" -> value(a);
            case "is" -> new Scalar(operators.alike(arg(a, 0), arg(a, 1)));
            case "before", "after", "includes", "during", "coincides" -> interval(name, a);
            default -> throw unknown(name);
        };
    }

    private List<Staged> ordered(String name, Map<String, Staged> named) {
        List<String> parameters = PARAMETERS.get(name);
        if (parameters == null) {
            if (named.size() == 1 && named.containsKey("list")) {
                return List.copyOf(named.values());
            }
            throw new OutOfProfile("函数 " + name + " 的具名参数", "named parameters of " + name + "()");
        }
        if (!parameters.containsAll(named.keySet())) {
            throw new OutOfProfile(
                    "函数 " + name + " 没有这样的参数：" + named.keySet(), name + "() has no such parameters: " + named.keySet());
        }
        List<Staged> result = new ArrayList<>();
        for (String parameter : parameters) {
            Staged value = named.get(parameter);
            if (value == null) {
                if (result.size() < named.size()) {
                    throw new OutOfProfile("函数 " + name + " 的具名参数不全", "named parameters of " + name + "() with a gap");
                }
                break;
            }
            result.add(value);
        }
        return result;
    }

    private Staged arg(List<Staged> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : operators.nothing();
    }

    private Expr today() {
        if (today == null) {
            throw new OutOfProfile("today() 需要指定业务日期", "today() needs the business date to be given");
        }
        return exprs.constant(today, Type.DATE);
    }

    // --- numbers

    private interface OnNumber {
        Expr of(Expr number);
    }

    private boolean numeric(Staged value) {
        return value instanceof Scalar(Expr expr) && (expr.is(Kind.NUMBER));
    }

    private static Expr expr(Staged value) {
        return ((Scalar) value).expr();
    }

    private Staged number(List<Staged> a, int index, boolean durationsToo, OnNumber function) {
        if (a.size() != 1 || !(arg(a, index) instanceof Scalar(Expr expr))) {
            return operators.nothing();
        }
        if (expr.is(Kind.NUMBER) || durationsToo && (expr.is(Kind.MONTHS) || expr.is(Kind.SECONDS))) {
            return new Scalar(function.of(expr));
        }
        return operators.nothing();
    }

    private Staged rounded(List<Staged> a, Rounding rounding) {
        if (!numeric(arg(a, 0))) {
            return operators.nothing();
        }
        int places = 0;
        if (a.size() > 1) {
            if (!(a.get(1) instanceof Scalar(Expr scale)) || !scale.is(Kind.NUMBER)) {
                return operators.nothing();
            }
            Constant known = stage.literals.known(scale);
            if (known == null || !(known.value() instanceof BigDecimal value)) {
                throw new OutOfProfile("舍入位数因企业而异", "a number of places that depends on the case");
            }
            if (value.abs().compareTo(BigDecimal.valueOf(30)) > 0) {
                throw new OutOfProfile("舍入位数 " + value, value + " places");
            }
            places = value.intValue();
        }
        return new Scalar(exprs.round(rounding, expr(a.get(0)), places));
    }

    private Staged parity(List<Staged> a, int rest) {
        if (a.size() != 1 || !numeric(a.get(0))) {
            return operators.nothing();
        }
        Expr remainder = exprs.modulo(exprs.abs(expr(a.get(0))), exprs.number(2));
        Expr fits = exprs.ifThen(
                exprs.same(exprs.modulo(remainder, exprs.number(1)), exprs.number(0)),
                exprs.same(remainder, exprs.number(rest)),
                exprs.nothing(Type.TRUTH));
        return new Scalar(exprs.ifThen(exprs.isNull(remainder), exprs.nothing(Type.TRUTH), fits));
    }

    private Staged parsed(List<Staged> a) {
        if (!(arg(a, 0) instanceof Scalar(Expr expr)) || !expr.is(Kind.TEXT)) {
            return operators.nothing();
        }
        for (Staged separator : a.subList(1, a.size())) {
            if (!operators.isNothing(separator)) {
                throw new OutOfProfile("number() 的分隔符", "number() with separators");
            }
        }
        return new Scalar(exprs.call(Op.TEXT_TO_NUMBER, Type.number(24, 8), expr));
    }

    // --- texts

    private Staged text(List<Staged> a, Type type, Op op) {
        return a.size() == 1 && a.get(0) instanceof Scalar(Expr expr) && expr.is(Kind.TEXT)
                ? new Scalar(exprs.call(op, type, expr))
                : operators.nothing();
    }

    private Staged texts(List<Staged> a, Type type, Op op) {
        return a.size() == 2
                        && a.get(0) instanceof Scalar(Expr text)
                        && text.is(Kind.TEXT)
                        && a.get(1) instanceof Scalar(Expr match)
                        && match.is(Kind.TEXT)
                ? new Scalar(exprs.call(op, type, text, match))
                : operators.nothing();
    }

    private Staged substring(List<Staged> a) {
        if (!(arg(a, 0) instanceof Scalar(Expr text)) || !text.is(Kind.TEXT) || !numeric(arg(a, 1))) {
            return operators.nothing();
        }
        List<Expr> args = new ArrayList<>(List.of(text, whole(expr(a.get(1)))));
        if (a.size() > 2 && !operators.isNothing(a.get(2))) {
            if (!numeric(a.get(2))) {
                return operators.nothing();
            }
            args.add(whole(expr(a.get(2))));
        }
        return new Scalar(exprs.call(Op.SUBSTRING, Type.TEXT, args));
    }

    private Expr whole(Expr number) {
        return exprs.round(Rounding.DOWN, number, 0);
    }

    private Staged text(Staged value) {
        if (!(value instanceof Scalar(Expr expr))) {
            throw new OutOfProfile("结构值转文本", "a list or context as text");
        }
        return switch (expr.type().kind()) {
            case TEXT -> value;
            case NOTHING -> operators.nothing();
            case NUMBER -> {
                if (expr.type().real()) {
                    throw new OutOfProfile("近似数转文本", "an approximate number as text");
                }
                yield new Scalar(exprs.call(Op.NUMBER_TO_TEXT, Type.TEXT, expr));
            }
            case TRUTH ->
                new Scalar(exprs.ifThen(
                        exprs.isNull(expr),
                        exprs.nothing(Type.TEXT),
                        exprs.ifThen(expr, exprs.text("true"), exprs.text("false"))));
            case DATE -> new Scalar(exprs.call(Op.DATE_TO_TEXT, Type.TEXT, expr));
            default -> throw new OutOfProfile("时间或时长转文本", "a time or duration as text");
        };
    }

    // --- dates

    private Staged date(List<Staged> a) {
        if (a.size() == 3) {
            if (!numeric(a.get(0)) || !numeric(a.get(1)) || !numeric(a.get(2))) {
                return operators.nothing();
            }
            return new Scalar(exprs.call(Op.DATE_FROM, Type.DATE, expr(a.get(0)), expr(a.get(1)), expr(a.get(2))));
        }
        if (a.size() != 1 || !(a.get(0) instanceof Scalar(Expr expr))) {
            return operators.nothing();
        }
        return switch (expr.type().kind()) {
            case DATE -> a.get(0);
            case DATE_TIME -> new Scalar(exprs.call(Op.DATE_OF, Type.DATE, expr));
            case TEXT -> new Scalar(exprs.call(Op.TEXT_TO_DATE, Type.DATE, expr));
            default -> operators.nothing();
        };
    }

    private Staged dateAndTime(List<Staged> a) {
        if (a.size() == 1 && a.get(0) instanceof Scalar(Expr expr)) {
            return switch (expr.type().kind()) {
                case DATE_TIME -> a.get(0);
                case DATE -> new Scalar(operators.atMidnight(expr));
                default -> throw new OutOfProfile("由文本得到日期时间", "a date and time from text");
            };
        }
        if (a.size() == 2 && a.get(0) instanceof Scalar(Expr date) && a.get(1) instanceof Scalar(Expr time)) {
            if (!(date.is(Kind.DATE) || date.is(Kind.DATE_TIME)) || !time.is(Kind.TIME)) {
                return operators.nothing();
            }
            Expr day = date.is(Kind.DATE) ? date : exprs.call(Op.DATE_OF, Type.DATE, date);
            return new Scalar(exprs.call(
                    Op.ADD_SECONDS, Type.DATE_TIME, operators.atMidnight(day), exprs.retyped(time, Kind.SECONDS)));
        }
        return operators.nothing();
    }

    private boolean dated(Staged value) {
        return value instanceof Scalar(Expr expr) && (expr.is(Kind.DATE) || expr.is(Kind.DATE_TIME));
    }

    private Staged part(List<Staged> a, Op op, int digits) {
        return a.size() == 1 && dated(a.get(0))
                ? new Scalar(exprs.call(op, Type.number(digits, 0), expr(a.get(0))))
                : operators.nothing();
    }

    private Staged named(List<Staged> a, Op op, List<String> names) {
        if (a.size() != 1 || !dated(a.get(0))) {
            return operators.nothing();
        }
        Expr index = exprs.call(op, Type.number(2, 0), expr(a.get(0)));
        Expr result = exprs.nothing(Type.TEXT);
        for (int i = names.size(); i >= 1; i--) {
            result = exprs.ifThen(exprs.same(index, exprs.number(i)), exprs.text(names.get(i - 1)), result);
        }
        return new Scalar(result);
    }

    /** Whole months from one date to the other, as {@code java.time} counts them. */
    private Staged monthsBetween(List<Staged> a) {
        if (a.size() != 2 || !dated(a.get(0)) || !dated(a.get(1))) {
            return operators.nothing();
        }
        if (!expr(a.get(0)).is(Kind.DATE) || !expr(a.get(1)).is(Kind.DATE)) {
            throw new OutOfProfile("日期时间之间的月数", "months between dates with times");
        }
        Expr from = expr(a.get(0));
        Expr to = expr(a.get(1));
        Expr months = exprs.subtract(months(to), months(from));
        Expr day = exprs.subtract(day(to), day(from));
        Expr zero = exprs.number(0);
        Expr early = exprs.and(exprs.less(zero, months), exprs.less(day, zero));
        Expr late = exprs.and(exprs.less(months, zero), exprs.less(zero, day));
        Expr whole = exprs.ifThen(
                early,
                exprs.subtract(months, exprs.number(1)),
                exprs.ifThen(late, exprs.add(months, exprs.number(1)), months));
        return new Scalar(exprs.retyped(whole, Kind.MONTHS));
    }

    private Expr months(Expr date) {
        return exprs.add(
                exprs.multiply(exprs.call(Op.YEAR, Type.number(4, 0), date), exprs.number(12)),
                exprs.call(Op.MONTH, Type.number(2, 0), date));
    }

    private Expr day(Expr date) {
        return exprs.call(Op.DAY, Type.number(2, 0), date);
    }

    Staged property(Expr expr, String name) {
        Kind kind = expr.type().kind();
        if (kind == Kind.DATE || kind == Kind.DATE_TIME) {
            switch (name) {
                case "year" -> {
                    return new Scalar(exprs.call(Op.YEAR, Type.number(4, 0), expr));
                }
                case "month" -> {
                    return new Scalar(exprs.call(Op.MONTH, Type.number(2, 0), expr));
                }
                case "day" -> {
                    return new Scalar(exprs.call(Op.DAY, Type.number(2, 0), expr));
                }
                case "weekday" -> {
                    return new Scalar(exprs.call(Op.WEEKDAY, Type.number(1, 0), expr));
                }
                default -> {}
            }
        }
        if (kind == Kind.DATE_TIME || kind == Kind.TIME) {
            Expr seconds = exprs.retyped(
                    kind == Kind.TIME ? expr : exprs.call(Op.TIME_OF, Type.decimal(Kind.TIME, 11, 6), expr),
                    Kind.NUMBER);
            switch (name) {
                case "hour" -> {
                    return new Scalar(wholes(seconds, 3600));
                }
                case "minute" -> {
                    return new Scalar(exprs.modulo(wholes(seconds, 60), exprs.number(60)));
                }
                case "second" -> {
                    return new Scalar(exprs.modulo(exprs.round(Rounding.FLOOR, seconds, 0), exprs.number(60)));
                }
                default -> {}
            }
        }
        if (kind == Kind.MONTHS) {
            Expr months = exprs.retyped(expr, Kind.NUMBER);
            if (name.equals("years")) {
                return new Scalar(towardsZero(months, 12));
            }
            if (name.equals("months")) {
                return new Scalar(rest(months, 12));
            }
        }
        if (kind == Kind.SECONDS) {
            Expr seconds = exprs.round(Rounding.DOWN, exprs.retyped(expr, Kind.NUMBER), 0);
            switch (name) {
                case "days" -> {
                    return new Scalar(towardsZero(seconds, 86_400));
                }
                case "hours" -> {
                    return new Scalar(towardsZero(rest(seconds, 86_400), 3600));
                }
                case "minutes" -> {
                    return new Scalar(towardsZero(rest(seconds, 3600), 60));
                }
                case "seconds" -> {
                    return new Scalar(rest(seconds, 60));
                }
                default -> {}
            }
        }
        return operators.nothing();
    }

    /** The whole quotient of a number that is not negative. */
    private Expr wholes(Expr number, long by) {
        Expr floor = exprs.round(Rounding.FLOOR, number, 0);
        return exprs.round(
                Rounding.HALF_UP,
                exprs.divide(
                        exprs.subtract(floor, exprs.modulo(floor, exprs.number(by))), exprs.number(by), Kind.NUMBER),
                0);
    }

    private Expr towardsZero(Expr number, long by) {
        Expr quotient = wholes(exprs.abs(number), by);
        return exprs.ifThen(exprs.less(number, exprs.number(0)), exprs.negate(quotient), quotient);
    }

    /** What {@link #towardsZero} leaves, with the sign of the number. */
    private Expr rest(Expr number, long by) {
        Expr rest = exprs.modulo(exprs.abs(number), exprs.number(by));
        return exprs.ifThen(exprs.less(number, exprs.number(0)), exprs.negate(rest), rest);
    }

    // --- lists

    /** The arguments as one list: either the only argument, or all of them. */
    private Staged listed(List<Staged> a) {
        if (a.size() == 1 && (a.get(0) instanceof Listed || a.get(0) instanceof Rows)) {
            return a.get(0);
        }
        return new Listed(
                a.stream().map(value -> new Element(exprs.truth, value)).toList(), exprs.truth);
    }

    private static OutOfProfile summariesOnly() {
        return new OutOfProfile(
                "明细行只能用 count、sum、min、max、mean、all、any、some、every 汇总",
                "rows of a child table can only be summarised by count, sum, min, max, mean, all, any, some, every");
    }

    private Listed list(Staged value) {
        if (value instanceof Listed listed) {
            if (listed.present() != exprs.truth) {
                throw new OutOfProfile("可能为空值的列表", "a list that may be null");
            }
            return listed;
        }
        if (value instanceof Rows) {
            throw summariesOnly();
        }
        return new Listed(List.of(new Element(exprs.truth, value)), exprs.truth);
    }

    private Staged extreme(List<Staged> a, boolean least) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged all = listed(a);
        if (all instanceof Rows rows) {
            Expr of = scalar(rows.each());
            return new Scalar(exprs.aggregate(least ? Fold.MIN : Fold.MAX, rows.table(), of, rows.where(), of.type()));
        }
        Listed list = list(all);
        if (list.elements().isEmpty()) {
            return operators.nothing();
        }
        List<Expr> parts = scalars(list);
        Kind kind = parts.get(0).type().kind();
        for (Expr part : parts) {
            if (!part.is(kind) || part.is(Kind.NOTHING)) {
                return operators.nothing();
            }
        }
        if (list.elements().stream().allMatch(element -> element.guard() == exprs.truth)) {
            return new Scalar(exprs.extreme(least, parts));
        }
        return new Scalar(guarded(list, (so, next) -> exprs.extreme(least, List.of(so, next))));
    }

    private interface Step {
        Expr of(Expr soFar, Expr next);
    }

    /** Folds the elements that are there; null where none is. */
    private Expr guarded(Listed list, Step step) {
        Expr any = exprs.falsity;
        Expr result = exprs.nothing;
        for (Element element : list.elements()) {
            Expr value = scalar(element.value());
            Expr joined = result == exprs.nothing ? value : exprs.ifThen(any, step.of(result, value), value);
            result = result == exprs.nothing && element.guard() == exprs.truth
                    ? joined
                    : exprs.ifThen(
                            element.guard(), joined, result == exprs.nothing ? exprs.nothing(value.type()) : result);
            any = exprs.or(List.of(any, element.guard()));
        }
        return result;
    }

    private List<Expr> scalars(Listed list) {
        return list.elements().stream().map(element -> scalar(element.value())).toList();
    }

    private Expr scalar(Staged value) {
        if (value instanceof Scalar(Expr expr)) {
            return expr;
        }
        throw new OutOfProfile("此处需要单个值", "a list or context where one value is needed");
    }

    private Staged summed(List<Staged> a) {
        return folded(a, exprs::add, Fold.SUM);
    }

    private Staged product(List<Staged> a) {
        return folded(a, exprs::multiply, null);
    }

    private Staged folded(List<Staged> a, Step step, @Nullable Fold fold) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged all = listed(a);
        if (all instanceof Rows rows && fold != null) {
            Expr of = scalar(rows.each());
            if (!of.is(Kind.NUMBER)) {
                return operators.nothing();
            }
            Type type = new Type(
                    Kind.NUMBER,
                    Math.min(Type.MOST_DIGITS, of.type().digits() + 9),
                    of.type().scale(),
                    of.type().exact());
            return new Scalar(exprs.aggregate(
                    fold, rows.table(), of, rows.where(), of.type().real() ? Type.REAL : type));
        }
        Listed list = list(all);
        if (list.elements().isEmpty()) {
            return operators.nothing();
        }
        for (Expr part : scalars(list)) {
            if (!part.is(Kind.NUMBER)) {
                return operators.nothing();
            }
        }
        return new Scalar(guarded(list, step));
    }

    private Staged mean(List<Staged> a) {
        if (!(summed(a) instanceof Scalar(Expr sum)) || !(counted(List.of(listed(a))) instanceof Scalar(Expr count))) {
            return operators.nothing();
        }
        return Exprs.isNothing(sum) || Exprs.isNothing(count)
                ? operators.nothing()
                : new Scalar(exprs.divide(sum, count, Kind.NUMBER));
    }

    private Staged counted(List<Staged> a) {
        if (a.size() != 1) {
            return operators.nothing();
        }
        if (a.get(0) instanceof Rows rows) {
            return new Scalar(exprs.aggregate(Fold.COUNT, rows.table(), exprs.truth, rows.where(), Type.number(9, 0)));
        }
        if (operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        Expr count = exprs.number(0);
        for (Element element : list(a.get(0)).elements()) {
            count = exprs.add(count, exprs.ifThen(element.guard(), exprs.number(1), exprs.number(0)));
        }
        return new Scalar(count);
    }

    /** {@code all}: false if any is false, else null if any is no truth value, else true; {@code any} likewise. */
    private Staged all(List<Staged> a, boolean all) {
        if (a.isEmpty()) {
            return operators.nothing();
        }
        Staged listed = listed(a);
        if (listed instanceof Rows rows) {
            return new Scalar(exprs.aggregate(
                    all ? Fold.ALL : Fold.ANY, rows.table(), operators.truth(rows.each()), rows.where(), Type.TRUTH));
        }
        List<Expr> parts = new ArrayList<>();
        for (Element element : list(listed).elements()) {
            Expr value = operators.truth(element.value());
            parts.add(all ? exprs.or(List.of(exprs.not(element.guard()), value)) : exprs.and(element.guard(), value));
        }
        return new Scalar(all ? exprs.and(parts) : exprs.or(parts));
    }

    private Staged contains(List<Staged> a) {
        if (a.size() != 2 || operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        List<Expr> parts = new ArrayList<>();
        for (Element element : list(a.get(0)).elements()) {
            parts.add(exprs.and(element.guard(), exprs.isTrue(operators.alike(element.value(), a.get(1)))));
        }
        return new Scalar(exprs.or(parts));
    }

    private Staged appended(List<Staged> a) {
        if (a.isEmpty() || operators.isNothing(a.get(0))) {
            return operators.nothing();
        }
        List<Element> all = new ArrayList<>(list(a.get(0)).elements());
        for (Staged more : a.subList(1, a.size())) {
            all.add(new Element(exprs.truth, more));
        }
        return new Listed(all, exprs.truth);
    }

    private Staged concatenated(List<Staged> a) {
        List<Element> all = new ArrayList<>();
        for (Staged one : a) {
            if (operators.isNothing(one)) {
                return operators.nothing();
            }
            all.addAll(list(one).elements());
        }
        return new Listed(all, exprs.truth);
    }

    private List<Element> flat(List<Element> elements) {
        List<Element> all = new ArrayList<>();
        for (Element element : elements) {
            if (element.value() instanceof Listed inner) {
                for (Element one : flat(list(inner).elements())) {
                    all.add(new Element(exprs.and(element.guard(), one.guard()), one.value()));
                }
            } else {
                all.add(element);
            }
        }
        return all;
    }

    // --- contexts and intervals

    private Staged value(List<Staged> a) {
        if (a.size() == 2
                && a.get(0) instanceof Entries
                && a.get(1) instanceof Scalar(Expr key)
                && stage.literals.known(key) instanceof Constant constant
                && constant.value() instanceof String name) {
            return stage.property(a.get(0), name);
        }
        throw new OutOfProfile("get value 的键因企业而异", "get value() with a key that depends on the case");
    }

    /** The interval relations of points and intervals, DMN 1.5 table 78. */
    private Staged interval(String name, List<Staged> a) {
        if (a.size() != 2) {
            return operators.nothing();
        }
        Staged one = a.get(0);
        Staged other = a.get(1);
        if (one instanceof Known || other instanceof Known) {
            throw new OutOfProfile("区间关系只能用于不带时区的值", "interval relations of values with zones");
        }
        return switch (name) {
            case "before" -> new Scalar(before(one, other));
            case "after" -> new Scalar(before(other, one));
            case "includes" -> new Scalar(includes(one, other));
            case "during" -> new Scalar(includes(other, one));
            default -> {
                if (one instanceof Interval || other instanceof Interval) {
                    yield one instanceof Interval && other instanceof Interval
                            ? new Scalar(operators.equal(one, other))
                            : operators.nothing();
                }
                yield new Scalar(operators.equal(one, other));
            }
        };
    }

    private Expr before(Staged one, Staged other) {
        boolean touching =
                (one instanceof Interval left && !left.highIn()) || (other instanceof Interval right && !right.lowIn());
        Staged end = one instanceof Interval left ? bound(left.high()) : one;
        Staged start = other instanceof Interval right ? bound(right.low()) : other;
        return operators.ordered(end, start, touching);
    }

    private Expr includes(Staged outer, Staged inner) {
        if (!(outer instanceof Interval range)) {
            return exprs.nothing(Type.TRUTH);
        }
        if (!(inner instanceof Interval part)) {
            return operators.within(inner, range);
        }
        return exprs.and(
                operators.ordered(bound(range.low()), bound(part.low()), range.lowIn() || !part.lowIn()),
                operators.ordered(bound(part.high()), bound(range.high()), range.highIn() || !part.highIn()));
    }

    private Staged bound(@Nullable Staged end) {
        if (end == null) {
            throw new OutOfProfile("没有端点的区间", "an interval without an end");
        }
        return end;
    }
}
