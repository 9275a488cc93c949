package org.diaodu.rules.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Fold;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;

/**
 * Makes expressions: types them, folds what is constant, and gives the same object for the same expression. For one
 * thread.
 *
 * <p>Every method throws {@link OutOfProfile} where a number would need more than {@value Type#MOST_DIGITS} digits.
 */
public final class Exprs {

    private static final int QUOTIENT_SCALE = 16;
    private static final int LEAST_SCALE = 6;

    private final Map<List<@Nullable Object>, Expr> pool = new HashMap<>();
    private final Evaluator evaluator = new Evaluator();
    private final Comparisons comparisons = new Comparisons(this);

    public final Constant truth = constant(true, Type.TRUTH);
    public final Constant falsity = constant(false, Type.TRUTH);
    public final Constant nothing = constant(null, Type.NOTHING);

    // --- leaves

    public Input input(String table, String name, Type type) {
        return (Input)
                pool.computeIfAbsent(Arrays.asList("input", table, name, type), key -> new Input(table, name, type));
    }

    public Constant constant(@Nullable Object value, Type type) {
        return (Constant) pool.computeIfAbsent(
                Arrays.asList("constant", value, type.kind(), type.real()), key -> new Constant(value, type));
    }

    public Constant number(BigDecimal value) {
        return decimal(Kind.NUMBER, value);
    }

    public Constant number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** A constant kept as a decimal number. */
    public Constant decimal(Kind kind, BigDecimal value) {
        BigDecimal plain = Type.plain(value);
        Type type = Type.of(kind, plain);
        if (type.digits() > Type.MOST_DIGITS) {
            throw tooLong(type.digits());
        }
        return constant(plain, type);
    }

    public Constant text(String value) {
        return constant(value, Type.TEXT);
    }

    public Constant truth(boolean value) {
        return value ? truth : falsity;
    }

    /** Null of a type. */
    public Constant nothing(Type type) {
        return type.is(Kind.NOTHING) ? nothing : constant(null, type);
    }

    public static boolean isNothing(Expr expr) {
        return expr instanceof Constant constant && constant.value() == null;
    }

    // --- logic

    public Expr and(Expr... parts) {
        return and(List.of(parts));
    }

    public Expr and(List<Expr> parts) {
        return junction(Op.AND, parts, truth, falsity);
    }

    public Expr or(List<Expr> parts) {
        return junction(Op.OR, parts, falsity, truth);
    }

    private Expr junction(Op op, List<Expr> parts, Constant neutral, Constant decisive) {
        Set<Expr> flat = new LinkedHashSet<>();
        for (Expr part : parts) {
            if (part instanceof Call call && call.op() == op) {
                flat.addAll(call.args());
            } else if (part == decisive) {
                return decisive;
            } else if (part != neutral) {
                flat.add(isNothing(part) ? nothing(Type.TRUTH) : part);
            }
        }
        return switch (flat.size()) {
            case 0 -> neutral;
            case 1 -> flat.iterator().next();
            default -> call(op, Type.TRUTH, List.copyOf(flat));
        };
    }

    public Expr not(Expr part) {
        if (isNothing(part)) {
            return nothing(Type.TRUTH);
        }
        if (part instanceof Call call && call.op() == Op.NOT) {
            return call.arg(0);
        }
        return call(Op.NOT, Type.TRUTH, part);
    }

    /** Of an operation that is null only where an operand is, the operands are asked. */
    public Expr isNull(Expr part) {
        if (!part.nullable()) {
            return falsity;
        }
        if (part instanceof Call call && !call.type().real()) {
            switch (call.op()) {
                case ADD, SUBTRACT, MULTIPLY, ABS, FLOOR, CEILING, CONCAT, LENGTH -> {
                    return or(call.args().stream().map(this::isNull).toList());
                }
                case DIVIDE -> {
                    Expr divisor = call.arg(1);
                    Expr zero = isTrue(call(Op.SAME, Type.TRUTH, retyped(divisor, Kind.NUMBER), number(0)));
                    return or(List.of(isNull(call.arg(0)), isNull(divisor), zero));
                }
                default -> {}
            }
        }
        return call(Op.IS_NULL, Type.TRUTH, part);
    }

    /** True where the part is true; false where it is false or null. */
    public Expr isTrue(Expr part) {
        return part.nullable() ? same(part, truth) : part;
    }

    public Expr same(Expr a, Expr b) {
        return comparisons.same(a, b);
    }

    /** a < b. */
    public Expr less(Expr a, Expr b) {
        return comparisons.ordered(Op.LESS, a, b);
    }

    /** a ≤ b. */
    public Expr atMost(Expr a, Expr b) {
        return comparisons.ordered(Op.AT_MOST, a, b);
    }

    public Expr ifThen(Expr condition, Expr then, Expr otherwise) {
        if (condition instanceof Constant constant) {
            return Boolean.TRUE.equals(constant.value()) ? then : otherwise;
        }
        Type type = common(then.type(), otherwise.type());
        Expr one = widened(then, type);
        Expr other = widened(otherwise, type);
        if (one == other) {
            return one;
        }
        return call(Op.IF, type, condition, one, other);
    }

    /** The least of them, or the greatest; null where any is null. */
    public Expr extreme(boolean least, List<Expr> parts) {
        Type type = parts.get(0).type();
        for (Expr part : parts) {
            type = common(type, part.type());
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        for (Expr part : parts) {
            if (isNothing(part)) {
                return nothing(type);
            }
        }
        Type all = type;
        return call(
                least ? Op.LEAST : Op.GREATEST,
                type,
                parts.stream().map(part -> widened(part, all)).toList());
    }

    // --- numbers

    public Expr add(Expr a, Expr b) {
        return sum(Op.ADD, a, b);
    }

    public Expr subtract(Expr a, Expr b) {
        return sum(Op.SUBTRACT, a, b);
    }

    private Expr sum(Op op, Expr a, Expr b) {
        Kind kind = a.type().kind();
        if (a.type().real() || b.type().real()) {
            return call(op, Type.REAL, real(a), real(b));
        }
        if (isZero(b)) {
            return a;
        }
        if (op == Op.ADD && isZero(a)) {
            return b;
        }
        Expr left = asFineAs(b, a);
        Expr right = asFineAs(a, b);
        Type type = fit(
                kind,
                Math.max(left.type().whole(), right.type().whole()) + 1,
                places(left.type(), right.type()),
                left.type().exact() && right.type().exact());
        return call(op, type, noFiner(left, type), noFiner(right, type));
    }

    /** Places after the point of what is made of both: no more than what was rounded has. */
    private static int places(Type a, Type b) {
        int scale = Math.max(a.scale(), b.scale());
        return Math.min(a.exact() ? scale : a.scale(), b.exact() ? scale : b.scale());
    }

    /** Where places were given up, both sides give them up before an engine makes room for them. */
    private Expr noFiner(Expr part, Type type) {
        return part.type().scale() > type.scale() ? widened(part, type) : part;
    }

    /** A constant is added to a rounded number without the places that the other does not have. */
    private Expr asFineAs(Expr rounded, Expr part) {
        int scale = rounded.type().scale();
        return !rounded.type().exact()
                        && part.type().scale() > scale
                        && part instanceof Constant constant
                        && constant.value() instanceof BigDecimal value
                ? decimal(part.type().kind(), value.setScale(scale, RoundingMode.HALF_EVEN))
                : part;
    }

    public Expr negate(Expr a) {
        return call(Op.SUBTRACT, a.type(), retyped(number(0), a.type().kind()), a);
    }

    public Expr multiply(Expr a, Expr b) {
        Kind kind = a.is(Kind.NUMBER) ? b.type().kind() : a.type().kind();
        if (a.type().real() || b.type().real()) {
            return call(Op.MULTIPLY, kind == Kind.NUMBER ? Type.REAL : Type.REAL.as(kind), real(a), real(b));
        }
        if (isOne(a) && b.is(kind)) {
            return b;
        }
        if (isOne(b) && a.is(kind)) {
            return a;
        }
        int shift = Math.max(powerOfTen(a), powerOfTen(b));
        Type type = shift >= 0
                ? fit(
                        kind,
                        Math.max(a.type().whole(), b.type().whole()) + shift,
                        Math.max(a.type().scale(), b.type().scale()),
                        a.type().exact() && b.type().exact())
                : fit(
                        kind,
                        a.type().whole() + b.type().whole(),
                        a.type().scale() + b.type().scale(),
                        a.type().exact() && b.type().exact());
        return call(Op.MULTIPLY, type, a, b);
    }

    /** k where the constant is 10^k with k ≥ 0; −1 otherwise. */
    private static int powerOfTen(Expr expr) {
        if (expr instanceof Constant constant && constant.value() instanceof BigDecimal value && value.scale() == 0) {
            String digits = value.toPlainString();
            if (digits.startsWith("1") && digits.chars().skip(1).allMatch(c -> c == '0')) {
                return digits.length() - 1;
            }
        }
        return -1;
    }

    /** a ÷ b, null where b is 0; by a constant whose reciprocal ends, exactly. */
    public Expr divide(Expr a, Expr b, Kind kind) {
        if (a.type().real() || b.type().real()) {
            return ifThen(
                    same(real(b), constant(0.0, Type.REAL)),
                    nothing(Type.REAL),
                    call(Op.DIVIDE, Type.REAL, real(a), real(b)));
        }
        if (isZero(b)) {
            return nothing(Type.number(1, 0).as(kind));
        }
        if (b instanceof Constant divisor && divisor.value() instanceof BigDecimal number) {
            BigDecimal reciprocal = reciprocal(number);
            if (reciprocal != null) {
                return retyped(multiply(retyped(a, Kind.NUMBER), number(reciprocal)), kind);
            }
        }
        int whole = Math.max(1, a.type().whole() + b.type().scale());
        int scale = Math.min(
                QUOTIENT_SCALE,
                Type.MOST_DIGITS
                        - 2
                        - Math.max(whole, a.type().whole() + b.type().scale()));
        if (scale < LEAST_SCALE) {
            throw tooLong(whole + LEAST_SCALE);
        }
        return call(Op.DIVIDE, new Type(kind, whole + scale, scale, false), a, b);
    }

    private static @Nullable BigDecimal reciprocal(BigDecimal number) {
        BigInteger unscaled = number.unscaledValue().abs();
        for (long prime : new long[] {2, 5}) {
            while (unscaled.signum() != 0
                    && unscaled.mod(BigInteger.valueOf(prime)).signum() == 0) {
                unscaled = unscaled.divide(BigInteger.valueOf(prime));
            }
        }
        if (!unscaled.equals(BigInteger.ONE)) {
            return null;
        }
        BigDecimal result = Type.plain(BigDecimal.ONE.divide(number));
        return result.scale() <= 12 ? result : null;
    }

    public Expr modulo(Expr a, Expr b) {
        if (isZero(b)) {
            return nothing(Type.number(1, 0));
        }
        if (a.type().real() || b.type().real()) {
            throw new OutOfProfile("近似数不能求余", "a remainder of an approximate number");
        }
        Type type = fit(
                Kind.NUMBER,
                Math.max(a.type().whole(), b.type().whole()),
                Math.max(a.type().scale(), b.type().scale()),
                a.type().exact() && b.type().exact());
        return call(Op.MODULO, type, a, b);
    }

    public Expr abs(Expr a) {
        return call(Op.ABS, a.type(), a);
    }

    /** The named rounding to {@code places} after the point (before it where negative). */
    public Expr round(Rounding rounding, Expr a, int places) {
        if (a.type().real()) {
            throw new OutOfProfile("近似数不能精确舍入", "an approximate number cannot be rounded exactly");
        }
        if (a.type().scale() <= places) {
            return a;
        }
        Expr shifted = multiply(a, number(BigDecimal.ONE.movePointRight(places)));
        return retyped(
                multiply(whole(rounding, shifted), number(BigDecimal.ONE.movePointLeft(places))),
                a.type().kind());
    }

    private Expr whole(Rounding rounding, Expr a) {
        Expr floor = step(Op.FLOOR, a);
        Expr ceiling = step(Op.CEILING, a);
        Expr negative = less(a, retyped(number(0), a.type().kind()));
        Expr half = retyped(number(new BigDecimal("0.5")), a.type().kind());
        return switch (rounding) {
            case FLOOR -> floor;
            case CEILING -> ceiling;
            case DOWN -> ifThen(negative, ceiling, floor);
            case UP -> ifThen(negative, floor, ceiling);
            case HALF_UP -> call(Op.RESCALE, fit(a.type().kind(), a.type().whole() + 1, 0, true), a);
            case HALF_DOWN -> ifThen(negative, step(Op.FLOOR, add(a, half)), step(Op.CEILING, subtract(a, half)));
            case HALF_EVEN -> {
                Expr fraction = subtract(a, floor);
                Expr even = same(retyped(modulo(retyped(floor, Kind.NUMBER), number(2)), Kind.NUMBER), number(0));
                yield ifThen(
                        less(fraction, half),
                        floor,
                        ifThen(less(half, fraction), ceiling, ifThen(even, floor, ceiling)));
            }
        };
    }

    private Expr step(Op op, Expr a) {
        return a.type().scale() == 0
                ? a
                : call(op, fit(a.type().kind(), a.type().whole() + 1, 0, true), a);
    }

    /** How {@link #round} rounds. */
    public enum Rounding {
        FLOOR,
        CEILING,
        DOWN,
        UP,
        HALF_UP,
        HALF_DOWN,
        HALF_EVEN
    }

    public Expr real(Expr a) {
        if (a.type().real()) {
            return a;
        }
        return call(Op.RESCALE, Type.REAL, a);
    }

    /** A function of the reals. */
    public Expr approximate(Op op, Expr... args) {
        return call(op, Type.REAL, Arrays.stream(args).map(this::real).toList());
    }

    /** The same decimal seen as another kind of decimal: months as a number, say. No computation. */
    public Expr retyped(Expr a, Kind kind) {
        if (a.is(kind)) {
            return a;
        }
        return switch (a) {
            case Constant constant -> constant(constant.value(), constant.type().as(kind));
            default -> call(Op.RESCALE, a.type().as(kind), a);
        };
    }

    private static boolean isZero(Expr expr) {
        return expr instanceof Constant constant && constant.value() instanceof BigDecimal value && value.signum() == 0;
    }

    private static boolean isOne(Expr expr) {
        return expr instanceof Constant constant
                && constant.value() instanceof BigDecimal value
                && value.compareTo(BigDecimal.ONE) == 0;
    }

    private static Type fit(Kind kind, int whole, int scale, boolean exact) {
        int least = Math.max(1, whole);
        if (least + scale <= Type.MOST_DIGITS) {
            return new Type(kind, least + scale, scale, exact);
        }
        if (!exact && Type.MOST_DIGITS - least >= LEAST_SCALE) {
            return new Type(kind, Type.MOST_DIGITS, Type.MOST_DIGITS - least, false);
        }
        throw tooLong(least + scale);
    }

    private static OutOfProfile tooLong(int digits) {
        return new OutOfProfile(
                "数值可能需要 " + digits + " 位，超过 " + Type.MOST_DIGITS + " 位；建议：在输入项上声明较小的位数（diaodu:digits、diaodu:scale）",
                "a number may need " + digits + " digits, more than " + Type.MOST_DIGITS
                        + "; maybe declare fewer digits on the inputs (diaodu:digits, diaodu:scale)");
    }

    // --- types

    /** The type that holds values of both. */
    public Type common(Type a, Type b) {
        if (a.is(Kind.NOTHING)) {
            return b;
        }
        if (b.is(Kind.NOTHING)) {
            return a;
        }
        if (!a.is(b.kind())) {
            throw new OutOfProfile(
                    "同一结果有时是 " + a.kind() + "，有时是 " + b.kind(),
                    "the same result is sometimes " + a.kind() + ", sometimes " + b.kind());
        }
        if (a.real() || b.real()) {
            return Type.REAL;
        }
        if (!a.kind().decimal()) {
            return a;
        }
        return fit(a.kind(), Math.max(a.whole(), b.whole()), places(a, b), a.exact() && b.exact());
    }

    /** The expression with the wider type. */
    public Expr widened(Expr expr, Type type) {
        if (expr.type().equals(type)) {
            return expr;
        }
        if (isNothing(expr)) {
            return nothing(type);
        }
        if (!type.kind().decimal()) {
            return expr;
        }
        if (type.real()) {
            return real(expr);
        }
        if (expr instanceof Constant constant) {
            return constant.value() instanceof BigDecimal value && value.scale() > type.scale()
                    ? decimal(type.kind(), value.setScale(type.scale(), RoundingMode.HALF_EVEN))
                    : expr;
        }
        return call(Op.RESCALE, type, expr);
    }

    // --- calls

    public Expr call(Op op, Type type, Expr... args) {
        return call(op, type, List.of(args));
    }

    public Expr call(Op op, Type type, List<Expr> args) {
        if (op == Op.ADD_SECONDS && args.get(1).type().scale() > 6) {
            throw new OutOfProfile("时间精确到微秒以下", "times finer than a microsecond");
        }
        boolean constant = true;
        boolean anyNullable = false;
        for (Expr arg : args) {
            constant &= arg instanceof Constant;
            anyNullable |= arg.nullable();
            if (isNothing(arg) && strict(op)) {
                return nothing(type);
            }
        }
        if (constant) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Expr arg : args) {
                values.add(((Constant) arg).value());
            }
            @Nullable Object value = evaluator.apply(op, type, args, values);
            return value instanceof BigDecimal number && !type.real()
                    ? decimal(type.kind(), number)
                    : constant(value, type);
        }
        boolean nullable = nullable(op, args, anyNullable);
        return pool.computeIfAbsent(Arrays.asList(op, type, args), key -> new Call(op, type, nullable, args));
    }

    public Expr aggregate(Fold fold, String table, Expr of, Expr where, Type type) {
        return pool.computeIfAbsent(
                Arrays.asList("aggregate", fold, table, of, where), key -> new Aggregate(fold, table, of, where, type));
    }

    private static boolean strict(Op op) {
        return switch (op) {
            case AND, OR, IS_NULL, SAME, IF -> false;
            default -> true;
        };
    }

    private static boolean nullable(Op op, List<Expr> args, boolean anyNullable) {
        return switch (op) {
            case IS_NULL, SAME -> false;
            case IF -> args.get(1).nullable() || args.get(2).nullable();
            case DIVIDE, MODULO -> anyNullable || !(args.get(1) instanceof Constant);
            case SQRT, LOG, POWER, EXP, TEXT_TO_NUMBER, TEXT_TO_DATE, DATE_FROM, SUBSTRING -> true;
            default -> anyNullable;
        };
    }
}
