package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Known;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;

/** FEEL's operators on staged values: DMN 1.5, chapter 10.3.2. Operands of the wrong type give null, as there. */
final class Operators {

    private final Exprs exprs;

    Operators(Exprs exprs) {
        this.exprs = exprs;
    }

    Exprs exprs() {
        return exprs;
    }

    Scalar nothing() {
        return new Scalar(exprs.nothing);
    }

    /** A value as an operand of logic: what is no truth value is null. */
    Expr truth(Staged value) {
        if (value instanceof Scalar(Expr expr) && expr.is(Kind.TRUTH)) {
            return expr;
        }
        noRows(value);
        return exprs.nothing(Type.TRUTH);
    }

    private static void noRows(Staged value) {
        if (value instanceof Staged.Rows) {
            throw new OutOfProfile("明细行作为单个值", "rows of a child table as one value");
        }
    }

    // --- equality and order

    /** FEEL's {@code =}: null where the types differ. */
    Expr equal(Staged a, Staged b) {
        return equal(a, b, exprs.nothing(Type.TRUTH));
    }

    /** Equal and of the same type: never null. */
    Expr alike(Staged a, Staged b) {
        return equal(a, b, exprs.falsity);
    }

    private Expr equal(Staged a, Staged b, Expr mismatch) {
        noRows(a);
        noRows(b);
        if (a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right)) {
            return equalScalars(left, right, mismatch);
        }
        if (a instanceof Listed one && !(b instanceof Listed)) {
            return singleton(one, b, mismatch);
        }
        if (b instanceof Listed one && !(a instanceof Listed)) {
            return singleton(one, a, mismatch);
        }
        if (a instanceof Listed(List<Element> left, Expr leftPresent)
                && b instanceof Listed(List<Element> right, Expr rightPresent)) {
            whole(left);
            whole(right);
            if (left.size() != right.size()) {
                return exprs.falsity;
            }
            List<Expr> parts = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                parts.add(exprs.isTrue(equal(left.get(i).value(), right.get(i).value(), exprs.falsity)));
            }
            return bothPresent(leftPresent, rightPresent, exprs.and(parts));
        }
        if (a instanceof Entries(var left, Expr leftPresent) && b instanceof Entries(var right, Expr rightPresent)) {
            if (!left.keySet().equals(right.keySet())) {
                return exprs.falsity;
            }
            List<Expr> parts = new ArrayList<>();
            left.forEach((key, value) -> parts.add(
                    exprs.isTrue(equal(value, java.util.Objects.requireNonNull(right.get(key)), exprs.falsity))));
            return bothPresent(leftPresent, rightPresent, exprs.and(parts));
        }
        if (a instanceof Interval left && b instanceof Interval right) {
            if (left.lowIn() != right.lowIn() || left.highIn() != right.highIn()) {
                return exprs.falsity;
            }
            return exprs.and(equalEnds(left.low(), right.low()), equalEnds(left.high(), right.high()));
        }
        if (a instanceof Scalar(Expr scalar)) {
            return exprs.ifThen(exprs.isNull(scalar), exprs.falsity, mismatch);
        }
        if (b instanceof Scalar(Expr scalar)) {
            return exprs.ifThen(exprs.isNull(scalar), exprs.falsity, mismatch);
        }
        if (a instanceof Known || b instanceof Known) {
            throw new OutOfProfile("带时区的时间等只能与常量比较", "a time with its zone and the like compare with constants only");
        }
        return mismatch;
    }

    private Expr equalEnds(@org.jspecify.annotations.Nullable Staged a, @org.jspecify.annotations.Nullable Staged b) {
        if (a == null || b == null) {
            return exprs.truth(a == null && b == null);
        }
        return alike(a, b);
    }

    private Expr bothPresent(Expr a, Expr b, Expr equal) {
        return exprs.ifThen(exprs.and(a, b), equal, exprs.and(exprs.not(a), exprs.not(b)));
    }

    private Expr singleton(Listed list, Staged other, Expr mismatch) {
        whole(list.elements());
        if (list.elements().size() == 1 && list.present() == exprs.truth) {
            return equal(list.elements().get(0).value(), other, mismatch);
        }
        Expr absent = other instanceof Scalar(Expr expr) ? exprs.isNull(expr) : exprs.falsity;
        return exprs.ifThen(list.present(), exprs.ifThen(absent, exprs.falsity, mismatch), absent);
    }

    private Expr equalScalars(Expr left, Expr right, Expr mismatch) {
        if (left.is(Kind.NOTHING)
                || right.is(Kind.NOTHING)
                || left.is(right.type().kind())) {
            return exprs.same(left, right);
        }
        Expr leftNull = exprs.isNull(left);
        Expr rightNull = exprs.isNull(right);
        return exprs.ifThen(exprs.or(List.of(leftNull, rightNull)), exprs.and(leftNull, rightNull), mismatch);
    }

    /** a < b, or a ≤ b. */
    Expr ordered(Staged a, Staged b, boolean orEqual) {
        noRows(a);
        noRows(b);
        if (a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right)) {
            if (!left.is(right.type().kind()) || left.is(Kind.NOTHING)) {
                return exprs.nothing(Type.TRUTH);
            }
            if (left.is(Kind.TRUTH)) {
                throw new OutOfProfile("是否值不能比大小", "truth values have no order");
            }
            return orEqual ? exprs.atMost(left, right) : exprs.less(left, right);
        }
        if (a instanceof Known || b instanceof Known) {
            throw new OutOfProfile("带时区的时间等只能与常量比较", "a time with its zone and the like compare with constants only");
        }
        return exprs.nothing(Type.TRUTH);
    }

    /** Is the value in the interval? Null where either is null or the types do not fit. */
    Expr within(Staged value, Interval interval) {
        List<Expr> parts = new ArrayList<>();
        if (interval.low() != null) {
            parts.add(ordered(interval.low(), value, interval.lowIn()));
        }
        if (interval.high() != null) {
            parts.add(ordered(value, interval.high(), interval.highIn()));
        }
        Expr inside = exprs.and(parts);
        if (interval.low() == null || interval.high() == null || Values.known(interval)) {
            return inside;
        }
        Expr lawful = ordered(interval.low(), interval.high(), true);
        return exprs.ifThen(lawful, inside, exprs.nothing(Type.TRUTH));
    }

    // --- arithmetic

    Staged add(Staged a, Staged b) {
        if (!(a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right))) {
            return noNumber(a, b);
        }
        Kind l = left.type().kind();
        Kind r = right.type().kind();
        if (l == Kind.TEXT && r == Kind.TEXT) {
            return new Scalar(exprs.call(Op.CONCAT, Type.TEXT, left, right));
        }
        if (l == r && (l == Kind.NUMBER || l == Kind.MONTHS || l == Kind.SECONDS)) {
            return new Scalar(exprs.add(left, right));
        }
        if (r == Kind.MONTHS || r == Kind.SECONDS) {
            return moved(left, right, false);
        }
        if (l == Kind.MONTHS || l == Kind.SECONDS) {
            return moved(right, left, false);
        }
        return nothing();
    }

    Staged subtract(Staged a, Staged b) {
        if (!(a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right))) {
            return noNumber(a, b);
        }
        Kind l = left.type().kind();
        Kind r = right.type().kind();
        if (l == r && (l == Kind.NUMBER || l == Kind.MONTHS || l == Kind.SECONDS)) {
            return new Scalar(exprs.subtract(left, right));
        }
        if (r == Kind.MONTHS || r == Kind.SECONDS) {
            return moved(left, right, true);
        }
        if (l == Kind.TIME && r == Kind.TIME) {
            return new Scalar(exprs.subtract(exprs.retyped(left, Kind.SECONDS), exprs.retyped(right, Kind.SECONDS)));
        }
        if (l == Kind.DATE && r == Kind.DATE) {
            Expr days = exprs.call(Op.DAYS_BETWEEN, Type.number(7, 0), left, right);
            return new Scalar(exprs.retyped(exprs.multiply(days, exprs.number(86_400)), Kind.SECONDS));
        }
        if (l == Kind.DATE_TIME && r == Kind.DATE_TIME) {
            return new Scalar(exprs.call(Op.SECONDS_BETWEEN, Type.decimal(Kind.SECONDS, 18, 6), left, right));
        }
        return nothing();
    }

    Expr atMidnight(Expr date) {
        return date.is(Kind.DATE) ? exprs.call(Op.AT_MIDNIGHT, Type.DATE_TIME, date) : date;
    }

    private Staged moved(Expr point, Expr duration, boolean back) {
        Expr by = back ? exprs.negate(duration) : duration;
        Kind kind = point.type().kind();
        if (duration.is(Kind.MONTHS)) {
            return kind == Kind.DATE || kind == Kind.DATE_TIME
                    ? new Scalar(exprs.call(Op.ADD_MONTHS, point.type(), point, exprs.retyped(by, Kind.NUMBER)))
                    : nothing();
        }
        return switch (kind) {
            case DATE_TIME -> new Scalar(exprs.call(Op.ADD_SECONDS, Type.DATE_TIME, point, by));
            case DATE ->
                new Scalar(exprs.call(
                        Op.DATE_OF, Type.DATE, exprs.call(Op.ADD_SECONDS, Type.DATE_TIME, atMidnight(point), by)));
            case TIME -> {
                Expr sum = exprs.add(exprs.retyped(point, Kind.NUMBER), exprs.retyped(by, Kind.NUMBER));
                yield new Scalar(exprs.retyped(exprs.modulo(sum, exprs.number(86_400)), Kind.TIME));
            }
            default -> nothing();
        };
    }

    Staged multiply(Staged a, Staged b) {
        if (!(a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right))) {
            return noNumber(a, b);
        }
        Kind l = left.type().kind();
        Kind r = right.type().kind();
        if (l == Kind.NUMBER && r == Kind.NUMBER) {
            return new Scalar(exprs.multiply(left, right));
        }
        if (l == Kind.NUMBER && (r == Kind.MONTHS || r == Kind.SECONDS)
                || r == Kind.NUMBER && (l == Kind.MONTHS || l == Kind.SECONDS)) {
            return new Scalar(wholeMonths(exprs.multiply(left, right)));
        }
        return nothing();
    }

    private Expr wholeMonths(Expr product) {
        return product.is(Kind.MONTHS) ? exprs.round(Exprs.Rounding.DOWN, product, 0) : product;
    }

    Staged divide(Staged a, Staged b) {
        if (!(a instanceof Scalar(Expr left) && b instanceof Scalar(Expr right))) {
            return noNumber(a, b);
        }
        Kind l = left.type().kind();
        Kind r = right.type().kind();
        if (l == Kind.NUMBER && r == Kind.NUMBER) {
            return new Scalar(exprs.divide(left, right, Kind.NUMBER));
        }
        if ((l == Kind.MONTHS || l == Kind.SECONDS) && r == Kind.NUMBER) {
            Expr quotient = exprs.divide(left, right, l);
            return new Scalar(
                    l == Kind.SECONDS && !Exprs.isNothing(quotient)
                            ? exprs.round(Exprs.Rounding.HALF_EVEN, quotient, 9)
                            : wholeMonths(quotient));
        }
        if (l == r && (l == Kind.MONTHS || l == Kind.SECONDS)) {
            return new Scalar(
                    exprs.divide(exprs.retyped(left, Kind.NUMBER), exprs.retyped(right, Kind.NUMBER), Kind.NUMBER));
        }
        return nothing();
    }

    /** A small whole exponent multiplies; any other is left to binary numbers. */
    Staged power(Staged a, Staged b) {
        if (!(a instanceof Scalar(Expr base) && b instanceof Scalar(Expr exponent))) {
            return noNumber(a, b);
        }
        if (!base.is(Kind.NUMBER) || !exponent.is(Kind.NUMBER)) {
            return nothing();
        }
        if (exponent instanceof Constant constant
                && constant.value() instanceof BigDecimal value
                && value.scale() <= 0
                && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(4)) <= 0) {
            Expr product = base;
            for (int i = 1; i < value.intValue(); i++) {
                product = exprs.multiply(product, base);
            }
            return new Scalar(product);
        }
        return new Scalar(exprs.approximate(Op.POWER, base, exponent));
    }

    Staged negated(Staged a) {
        if (a instanceof Scalar(Expr expr) && (expr.is(Kind.NUMBER) || expr.is(Kind.MONTHS) || expr.is(Kind.SECONDS))) {
            return new Scalar(exprs.negate(expr));
        }
        return nothing();
    }

    private Staged noNumber(Staged a, Staged b) {
        noRows(a);
        noRows(b);
        if (a instanceof Known || b instanceof Known) {
            throw new OutOfProfile(
                    "带时区的时间等只能用于常量表达式", "times with zones and the like appear in constant expressions only");
        }
        return nothing();
    }

    // --- shapes

    /** Refuses a list whose length depends on the case. */
    void whole(List<Element> elements) {
        for (Element element : elements) {
            if (element.guard() != exprs.truth) {
                throw new OutOfProfile(
                        "列表的长度因企业而异，此处需要固定长度", "a list whose length depends on the case, where a fixed one is needed");
            }
        }
    }

    /** One value or the other. */
    Staged either(Expr condition, Staged then, Staged otherwise) {
        if (condition instanceof Constant constant) {
            return Boolean.TRUE.equals(constant.value()) ? then : otherwise;
        }
        if (then.equals(otherwise)) {
            return then;
        }
        Expr holds = exprs.isTrue(condition);
        Expr fails = exprs.not(holds);
        if (then instanceof Scalar(Expr one) && otherwise instanceof Scalar(Expr other)) {
            if (!one.is(Kind.NOTHING)
                    && !other.is(Kind.NOTHING)
                    && !one.is(other.type().kind())) {
                throw new OutOfProfile(
                        "同一结果有时是 " + one.type().kind() + "，有时是 " + other.type().kind(),
                        "the same result is sometimes " + one.type().kind() + ", sometimes "
                                + other.type().kind());
            }
            return new Scalar(exprs.ifThen(condition, one, other));
        }
        if (isNothing(otherwise) && then instanceof Listed(List<Element> elements, Expr present)) {
            return new Listed(elements, exprs.and(holds, present));
        }
        if (isNothing(then) && otherwise instanceof Listed(List<Element> elements, Expr present)) {
            return new Listed(elements, exprs.and(fails, present));
        }
        if (isNothing(otherwise) && then instanceof Entries(var of, Expr present)) {
            return new Entries(of, exprs.and(holds, present));
        }
        if (isNothing(then) && otherwise instanceof Entries(var of, Expr present)) {
            return new Entries(of, exprs.and(fails, present));
        }
        if (then instanceof Listed(List<Element> one, Expr onePresent)
                && otherwise instanceof Listed(List<Element> other, Expr otherPresent)) {
            List<Element> all = new ArrayList<>();
            one.forEach(e -> all.add(new Element(exprs.and(holds, e.guard()), e.value())));
            other.forEach(e -> all.add(new Element(exprs.and(fails, e.guard()), e.value())));
            return new Listed(all, exprs.ifThen(holds, onePresent, otherPresent));
        }
        if (then instanceof Entries(var one, Expr onePresent)
                && otherwise instanceof Entries(var other, Expr otherPresent)
                && one.keySet().equals(other.keySet())) {
            var merged = new java.util.LinkedHashMap<String, Staged>();
            one.forEach((key, value) ->
                    merged.put(key, either(condition, value, java.util.Objects.requireNonNull(other.get(key)))));
            return new Entries(merged, exprs.ifThen(holds, onePresent, otherPresent));
        }
        throw new OutOfProfile("同一结果因企业而有不同的结构", "the same result has another shape from case to case");
    }

    boolean isNothing(Staged value) {
        return value instanceof Scalar(Expr expr) && Exprs.isNothing(expr);
    }

    /** Is the value null? */
    Expr isNull(Staged value) {
        return switch (value) {
            case Scalar(Expr expr) -> exprs.isNull(expr);
            case Listed listed -> exprs.not(listed.present());
            case Entries entries -> exprs.not(entries.present());
            default -> exprs.falsity;
        };
    }
}
