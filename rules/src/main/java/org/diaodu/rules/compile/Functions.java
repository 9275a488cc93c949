package org.diaodu.rules.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Known;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs.Rounding;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** FEEL's built-in functions on staged values: DMN 1.5, chapter 10.3.4. What is not here is out of the bulk profile. */
final class Functions extends FunctionGroup {

    private static final Map<String, List<String>> PARAMETERS = parameters();
    private static final Set<String> SUMMARIES = Set.of("count", "sum", "min", "max", "mean", "all", "any");

    private final Stage stage;
    private final @Nullable LocalDate today;
    private final NumberFunctions numbers;
    private final TextFunctions texts;
    private final TimeFunctions times;
    private final ListFunctions lists;
    private final IntervalFunctions intervals;

    Functions(Stage stage, @Nullable LocalDate today) {
        super(stage.operators);
        this.stage = stage;
        this.today = today;
        this.numbers = new NumberFunctions(operators, stage.literals);
        this.texts = new TextFunctions(operators);
        this.times = new TimeFunctions(operators);
        this.lists = new ListFunctions(operators);
        this.intervals = new IntervalFunctions(operators);
    }

    /** What {@code value.name} is of a date, time or duration. */
    Staged property(Expr value, String name) {
        return times.property(value, name);
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
            case "abs" -> numbers.number(a, 0, true, n -> exprs.abs(n));
            case "floor" -> numbers.rounded(a, Rounding.FLOOR);
            case "ceiling" -> numbers.rounded(a, Rounding.CEILING);
            case "decimal" -> numbers.rounded(a, Rounding.HALF_EVEN);
            case "round up" -> numbers.rounded(a, Rounding.UP);
            case "round down" -> numbers.rounded(a, Rounding.DOWN);
            case "round half up" -> numbers.rounded(a, Rounding.HALF_UP);
            case "round half down" -> numbers.rounded(a, Rounding.HALF_DOWN);
            case "modulo" ->
                a.size() == 2 && numeric(a.get(0)) && numeric(a.get(1))
                        ? new Scalar(exprs.modulo(expr(a.get(0)), expr(a.get(1))))
                        : operators.nothing();
            case "even" -> numbers.parity(a, 0);
            case "odd" -> numbers.parity(a, 1);
            case "sqrt" -> numbers.number(a, 0, false, n -> exprs.approximate(Op.SQRT, n));
            case "exp" -> numbers.number(a, 0, false, n -> exprs.approximate(Op.EXP, n));
            case "log" -> numbers.number(a, 0, false, n -> exprs.approximate(Op.LOG, n));
            case "string" -> texts.text(arg(a, 0));
            case "string length" -> texts.text(a, Type.number(9, 0), Op.LENGTH);
            case "upper case" -> texts.text(a, Type.TEXT, Op.UPPER);
            case "lower case" -> texts.text(a, Type.TEXT, Op.LOWER);
            case "contains" -> texts.texts(a, Type.TRUTH, Op.CONTAINS);
            case "starts with" -> texts.texts(a, Type.TRUTH, Op.STARTS_WITH);
            case "ends with" -> texts.texts(a, Type.TRUTH, Op.ENDS_WITH);
            case "substring before" -> texts.texts(a, Type.TEXT, Op.BEFORE);
            case "substring after" -> texts.texts(a, Type.TEXT, Op.AFTER);
            case "substring" -> texts.substring(a);
            case "number" -> numbers.parsed(a);
            case "date" -> times.date(a);
            case "date and time" -> times.dateAndTime(a);
            case "day of week" -> times.named(a, Op.WEEKDAY, TimeFunctions.WEEKDAYS);
            case "month of year" -> times.named(a, Op.MONTH, TimeFunctions.MONTHS);
            case "day of year" -> times.part(a, Op.DAY_OF_YEAR, 3);
            case "week of year" -> times.part(a, Op.WEEK_OF_YEAR, 2);
            case "years and months duration" -> times.monthsBetween(a);
            case "min" -> lists.extreme(a, true);
            case "max" -> lists.extreme(a, false);
            case "sum" -> lists.summed(a);
            case "product" -> lists.product(a);
            case "mean" -> lists.mean(a);
            case "count" -> lists.counted(a);
            case "all" -> lists.all(a, true);
            case "any" -> lists.all(a, false);
            case "list contains" -> lists.contains(a);
            case "append" -> lists.appended(a);
            case "concatenate" -> lists.concatenated(a);
            case "flatten" -> new Listed(lists.flat(lists.list(arg(a, 0)).elements()), exprs.truth);
            case "reverse" -> new Listed(lists.list(arg(a, 0)).elements().reversed(), exprs.truth);
            case "get value" -> value(a);
            case "is" -> new Scalar(operators.alike(arg(a, 0), arg(a, 1)));
            case "before", "after", "includes", "during", "coincides" -> intervals.interval(name, a);
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

    private Expr today() {
        if (today == null) {
            throw new OutOfProfile("today() 需要指定业务日期", "today() needs the business date to be given");
        }
        return exprs.constant(today, Type.DATE);
    }

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
}
