package org.diaodu.rules.compile;

import java.util.List;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs.Rounding;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;

/** FEEL's functions and properties of dates, times and durations: DMN 1.5, chapters 10.3.2.15 and 10.3.4. */
final class TimeFunctions extends FunctionGroup {

    static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    static final List<String> MONTHS = List.of(
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

    TimeFunctions(Operators operators) {
        super(operators);
    }

    Staged date(List<Staged> a) {
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

    Staged dateAndTime(List<Staged> a) {
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

    Staged part(List<Staged> a, Op op, int digits) {
        return a.size() == 1 && dated(a.get(0))
                ? new Scalar(exprs.call(op, Type.number(digits, 0), expr(a.get(0))))
                : operators.nothing();
    }

    Staged named(List<Staged> a, Op op, List<String> names) {
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
    Staged monthsBetween(List<Staged> a) {
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
}
