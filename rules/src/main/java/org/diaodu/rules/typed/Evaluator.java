package org.diaodu.rules.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;

/** Computes expressions for one case, with the same results as the SQL made of them. */
public final class Evaluator {

    /** The values of one case: by input name, and the rows of its child tables. */
    public interface Case {
        /** As {@link Kind} says; null where missing. */
        @Nullable
        Object value(String input);

        default List<Map<String, @Nullable Object>> rows(String table) {
            return List.of();
        }
    }

    /** The expression's value for the case. */
    public @Nullable Object value(Expr expr, Case one) {
        return new Run(one).value(expr);
    }

    /** A case whose values are computed once, however many expressions ask for them. */
    public Run run(Case one) {
        return new Run(one);
    }

    /** Remembers what it computed. For one thread. */
    public final class Run {

        private static final Object NULL = new Object();
        private final Case one;
        private final Map<Expr, Object> known = new IdentityHashMap<>();

        private Run(Case one) {
            this.one = one;
        }

        public @Nullable Object value(Expr expr) {
            if (expr instanceof Constant constant) {
                return constant.value();
            }
            Object before = known.get(expr);
            if (before != null) {
                return before == NULL ? null : before;
            }
            @Nullable Object now = compute(expr);
            known.put(expr, now == null ? NULL : now);
            return now;
        }

        private @Nullable Object compute(Expr expr) {
            return switch (expr) {
                case Constant constant -> constant.value();
                case Input input -> fitted(one.value(input.name()), input.type());
                case Aggregate aggregate -> folded(aggregate);
                case Call call ->
                    switch (call.op()) {
                        case IF -> choice(call);
                        case AND -> junction(call, false);
                        case OR -> junction(call, true);
                        default -> {
                            List<@Nullable Object> values =
                                    new ArrayList<>(call.args().size());
                            for (Expr arg : call.args()) {
                                values.add(value(arg));
                            }
                            yield apply(call.op(), call.type(), call.args(), values);
                        }
                    };
            };
        }

        /** A long table is a long chain of choices: it is walked, not descended. */
        private @Nullable Object choice(Call call) {
            Expr rest = call;
            while (rest instanceof Call next && next.op() == Op.IF) {
                if (Boolean.TRUE.equals(value(next.arg(0)))) {
                    return value(next.arg(1));
                }
                rest = next.arg(2);
            }
            return value(rest);
        }

        private @Nullable Boolean junction(Call call, boolean decisive) {
            boolean unknown = false;
            for (Expr arg : call.args()) {
                Object value = value(arg);
                if (value == null) {
                    unknown = true;
                } else if (value.equals(decisive)) {
                    return decisive;
                }
            }
            return unknown ? null : !decisive;
        }

        private @Nullable Object folded(Aggregate aggregate) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Map<String, @Nullable Object> row : one.rows(aggregate.table())) {
                Run inner = new Run(new Case() {
                    @Override
                    public @Nullable Object value(String input) {
                        return row.containsKey(input) ? row.get(input) : one.value(input);
                    }
                });
                if (Boolean.TRUE.equals(inner.value(aggregate.where()))) {
                    values.add(inner.value(aggregate.of()));
                }
            }
            return Evaluator.folded(aggregate, values);
        }
    }

    private static @Nullable Object fitted(@Nullable Object value, Type type) {
        return value instanceof BigDecimal number && number.scale() > type.scale() && !type.real()
                ? number.setScale(type.scale(), RoundingMode.HALF_UP)
                : value;
    }

    private static @Nullable Object folded(Aggregate aggregate, List<@Nullable Object> values) {
        switch (aggregate.fold()) {
            case COUNT -> {
                return BigDecimal.valueOf(values.size());
            }
            case ANY, ALL -> {
                boolean decisive = aggregate.fold() == Expr.Fold.ANY;
                return values.contains(decisive)
                        ? (Boolean) decisive
                        : values.contains(null) ? null : (Boolean) !decisive;
            }
            default -> {
                if (values.isEmpty() || values.contains(null)) {
                    return null;
                }
                Object result = values.get(0);
                for (Object value : values.subList(1, values.size())) {
                    result = switch (aggregate.fold()) {
                        case SUM -> ((BigDecimal) notNull(result)).add((BigDecimal) notNull(value));
                        case MIN -> compare(notNull(value), notNull(result)) < 0 ? value : result;
                        default -> compare(notNull(value), notNull(result)) > 0 ? value : result;
                    };
                }
                return result;
            }
        }
    }

    private static <T> T notNull(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }

    /** The operation on values. The arguments' expressions tell their types. */
    @Nullable
    Object apply(Op op, Type type, List<Expr> args, List<@Nullable Object> values) {
        switch (op) {
            case IS_NULL -> {
                return values.get(0) == null;
            }
            case SAME -> {
                Object a = values.get(0);
                Object b = values.get(1);
                return (a == null || b == null) ? a == null && b == null : compare(a, b) == 0;
            }
            case AND, OR -> {
                boolean decisive = op == Op.OR;
                return values.contains(decisive)
                        ? (Boolean) decisive
                        : values.contains(null) ? null : (Boolean) !decisive;
            }
            case IF -> {
                return Boolean.TRUE.equals(values.get(0)) ? values.get(1) : values.get(2);
            }
            default -> {
                if (values.contains(null)) {
                    return null;
                }
            }
        }
        List<Object> present = new ArrayList<>(values.size());
        for (@Nullable Object value : values) {
            present.add(notNull(value));
        }
        return strict(op, type, present);
    }

    private static @Nullable Object strict(Op op, Type type, List<Object> v) {
        Object first = v.get(0);
        return switch (op) {
            case NOT -> !(Boolean) first;
            case LESS -> compare(first, v.get(1)) < 0;
            case AT_MOST -> compare(first, v.get(1)) <= 0;
            case LEAST -> v.stream().min(Evaluator::compare).orElseThrow();
            case GREATEST -> v.stream().max(Evaluator::compare).orElseThrow();
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, FLOOR, CEILING, RESCALE, ABS, SQRT, EXP, LOG, POWER ->
                type.real() || first instanceof Double ? real(op, type, v) : decimal(op, type, v);
            case CONCAT -> {
                StringBuilder text = new StringBuilder();
                v.forEach(text::append);
                yield text.toString();
            }
            case LENGTH -> BigDecimal.valueOf(codePoints((String) first));
            case UPPER -> ((String) first).toUpperCase(java.util.Locale.ROOT);
            case LOWER -> ((String) first).toLowerCase(java.util.Locale.ROOT);
            case SUBSTRING ->
                substring((String) first, integer(v.get(1)), v.size() > 2 ? (Integer) integer(v.get(2)) : null);
            case CONTAINS -> ((String) first).contains((String) v.get(1));
            case STARTS_WITH -> ((String) first).startsWith((String) v.get(1));
            case ENDS_WITH -> ((String) first).endsWith((String) v.get(1));
            case BEFORE -> {
                int at = ((String) first).indexOf((String) v.get(1));
                yield at < 0 ? "" : ((String) first).substring(0, at);
            }
            case AFTER -> {
                int at = ((String) first).indexOf((String) v.get(1));
                yield at < 0 ? "" : ((String) first).substring(at + ((String) v.get(1)).length());
            }
            case NUMBER_TO_TEXT -> Type.plain((BigDecimal) first).toPlainString();
            case TEXT_TO_NUMBER -> number((String) first);
            case DATE_TO_TEXT -> first.toString();
            case YEAR -> BigDecimal.valueOf(date(first).getYear());
            case MONTH -> BigDecimal.valueOf(date(first).getMonthValue());
            case DAY -> BigDecimal.valueOf(date(first).getDayOfMonth());
            case WEEKDAY -> BigDecimal.valueOf(date(first).getDayOfWeek().getValue());
            case DAY_OF_YEAR -> BigDecimal.valueOf(date(first).getDayOfYear());
            case WEEK_OF_YEAR -> BigDecimal.valueOf(date(first).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case ADD_MONTHS ->
                first instanceof LocalDateTime time
                        ? time.plusMonths(integer(v.get(1)))
                        : ((LocalDate) first).plusMonths(integer(v.get(1)));
            case ADD_DAYS -> ((LocalDate) first).plusDays(integer(v.get(1)));
            case ADD_SECONDS ->
                ((LocalDateTime) first)
                        .plusNanos(((BigDecimal) v.get(1)).movePointRight(9).longValue());
            case DAYS_BETWEEN -> BigDecimal.valueOf(ChronoUnit.DAYS.between((LocalDate) v.get(1), (LocalDate) first));
            case SECONDS_BETWEEN ->
                BigDecimal.valueOf(ChronoUnit.MICROS.between((LocalDateTime) v.get(1), (LocalDateTime) first))
                        .movePointLeft(6);
            case DATE_OF -> ((LocalDateTime) first).toLocalDate();
            case TIME_OF ->
                BigDecimal.valueOf(((LocalDateTime) first).toLocalTime().toNanoOfDay() / 1000)
                        .movePointLeft(6);
            case AT_MIDNIGHT -> ((LocalDate) first).atStartOfDay();
            case DATE_FROM -> {
                try {
                    yield LocalDate.of(integer(first), integer(v.get(1)), integer(v.get(2)));
                } catch (DateTimeException e) {
                    yield null;
                }
            }
            case TEXT_TO_DATE -> {
                try {
                    yield ((String) first).matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse((String) first) : null;
                } catch (DateTimeException e) {
                    yield null;
                }
            }
            default -> throw new IllegalStateException("no such operation: " + op);
        };
    }

    private static @Nullable Object decimal(Op op, Type type, List<Object> v) {
        BigDecimal a = (BigDecimal) v.get(0);
        BigDecimal b = v.size() > 1 ? (BigDecimal) v.get(1) : BigDecimal.ZERO;
        return switch (op) {
            case ADD -> scaled(a.add(b), type);
            case SUBTRACT -> scaled(a.subtract(b), type);
            case MULTIPLY -> scaled(a.multiply(b), type);
            case DIVIDE -> b.signum() == 0 ? null : a.divide(b, type.scale(), RoundingMode.HALF_UP);
            case MODULO -> {
                if (b.signum() == 0) {
                    yield null;
                }
                BigDecimal rest = a.remainder(b);
                yield rest.signum() != 0 && rest.signum() != b.signum() ? rest.add(b) : rest;
            }
            case FLOOR -> a.setScale(0, RoundingMode.FLOOR);
            case CEILING -> a.setScale(0, RoundingMode.CEILING);
            case RESCALE -> scaled(a, type);
            case ABS -> a.abs();
            default -> throw new IllegalStateException("no such operation on decimals: " + op);
        };
    }

    private static BigDecimal scaled(BigDecimal value, Type type) {
        return value.scale() > type.scale() ? value.setScale(type.scale(), RoundingMode.HALF_UP) : value;
    }

    private static @Nullable Object real(Op op, Type type, List<Object> v) {
        double a = ((Number) v.get(0)).doubleValue();
        double b = v.size() > 1 ? ((Number) v.get(1)).doubleValue() : 0;
        double result = switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> Math.exp(a);
            case LOG -> a <= 0 ? Double.NaN : Math.log(a);
            case POWER -> Math.pow(a, b);
            case FLOOR -> Math.floor(a);
            case CEILING -> Math.ceil(a);
            case RESCALE -> a;
            default -> throw new IllegalStateException("no such operation on reals: " + op);
        };
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            return null;
        }
        return type.real() ? (Object) result : scaled(new BigDecimal(result), type);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable String substring(String text, int start, @Nullable Integer length) {
        int[] points = text.codePoints().toArray();
        int from = start > 0 ? start - 1 : points.length + start;
        if (start == 0 || from < 0 || from >= points.length || length != null && length < 1) {
            return null;
        }
        int to = length == null ? points.length : (int) Math.min(points.length, (long) from + length);
        return new String(points, from, to - from);
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("-?(\\d+(\\.\\d+)?|\\.\\d+)") ? new BigDecimal(text) : null;
    }

    private static LocalDate date(Object value) {
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    /** The order of two values of one kind. */
    public static int order(Object a, Object b) {
        return compare(a, b);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        if (a instanceof Double || b instanceof Double) {
            return Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
        }
        return ((Comparable) a).compareTo(b);
    }
}
