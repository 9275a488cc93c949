package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.impl.RangeImpl;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;

/** FEEL's Java values and the typed form's, from one to the other. */
public final class Values {

    private Values() {}

    /** A FEEL value as the typed form keeps it (see {@link Kind}), or the value itself where it keeps none. */
    public static @Nullable Object kept(@Nullable Object feel) {
        return switch (feel) {
            case null -> null;
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            case LocalTime time -> BigDecimal.valueOf(time.toNanoOfDay()).movePointLeft(9);
            case ChronoPeriod period -> BigDecimal.valueOf(ComparablePeriod.toTotalMonths(period));
            case Duration duration ->
                BigDecimal.valueOf(duration.getSeconds())
                        .add(BigDecimal.valueOf(duration.getNano()).movePointLeft(9));
            default -> feel;
        };
    }

    /** Is the kept value of this kind? */
    public static boolean fits(Object kept, Kind kind) {
        return switch (kind) {
            case NUMBER, TIME, MONTHS, SECONDS -> kept instanceof Number;
            case TEXT -> kept instanceof String;
            case TRUTH -> kept instanceof Boolean;
            case DATE -> kept instanceof LocalDate;
            case DATE_TIME -> kept instanceof LocalDateTime;
            case NOTHING -> false;
        };
    }

    /** A kept value as FEEL has it. */
    public static @Nullable Object feel(@Nullable Object kept, Kind kind) {
        if (kept == null) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> kept instanceof Double real ? real(real) : kept;
            case TIME ->
                LocalTime.ofNanoOfDay(((BigDecimal) kept).movePointRight(9).longValueExact());
            case MONTHS ->
                new ComparablePeriod(
                        Period.ofMonths(((BigDecimal) kept).intValueExact()).normalized());
            case SECONDS ->
                Duration.ofSeconds(
                        ((BigDecimal) kept)
                                .setScale(0, java.math.RoundingMode.FLOOR)
                                .longValueExact(),
                        ((BigDecimal) kept)
                                .remainder(BigDecimal.ONE)
                                .add(
                                        ((BigDecimal) kept).signum() < 0
                                                        && ((BigDecimal) kept)
                                                                        .remainder(BigDecimal.ONE)
                                                                        .signum()
                                                                != 0
                                                ? BigDecimal.ONE
                                                : BigDecimal.ZERO)
                                .movePointRight(9)
                                .longValue());
            default -> kept;
        };
    }

    /** A binary number to the 15 places it is good for. */
    public static BigDecimal real(double value) {
        return new BigDecimal(value).round(new java.math.MathContext(15));
    }

    /** The type of a kept value, as narrow as can be. */
    public static Type typeOf(Object feel) {
        return switch (feel) {
            case Number number -> Type.of(Kind.NUMBER, new BigDecimal(number.toString()));
            case String text -> Type.TEXT;
            case Boolean truth -> Type.TRUTH;
            case LocalDate date -> Type.DATE;
            case LocalDateTime time -> Type.DATE_TIME;
            case LocalTime time -> Type.of(Kind.TIME, (BigDecimal) java.util.Objects.requireNonNull(kept(time)));
            case ChronoPeriod period ->
                Type.of(Kind.MONTHS, (BigDecimal) java.util.Objects.requireNonNull(kept(period)));
            case Duration duration ->
                Type.of(Kind.SECONDS, (BigDecimal) java.util.Objects.requireNonNull(kept(duration)));
            default -> Type.NOTHING;
        };
    }

    /** A FEEL value as a staged constant. */
    static Staged staged(Exprs exprs, @Nullable Object feel) {
        switch (feel) {
            case null -> {
                return new Scalar(exprs.nothing);
            }
            case Collection<?> list -> {
                List<Element> elements = new ArrayList<>();
                for (Object element : list) {
                    elements.add(new Element(exprs.truth, staged(exprs, element)));
                }
                return new Listed(elements, exprs.truth);
            }
            case Map<?, ?> map -> {
                Map<String, Staged> entries = new LinkedHashMap<>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), staged(exprs, value)));
                return new Entries(entries, exprs.truth);
            }
            case LocalDate date
            when date.getYear() < 1 || date.getYear() > 9999 -> {
                return new Known(date);
            }
            case LocalDateTime time
            when time.getYear() < 1
                    || time.getYear() > 9999
                    || !time.truncatedTo(ChronoUnit.MICROS).equals(time) -> {
                return new Known(time);
            }
            case Range range -> {
                return new Interval(
                        range.getLowBoundary() == Range.RangeBoundary.CLOSED,
                        end(exprs, range.getLowEndPoint()),
                        end(exprs, range.getHighEndPoint()),
                        range.getHighBoundary() == Range.RangeBoundary.CLOSED);
            }
            default -> {}
        }
        Type type = typeOf(feel);
        if (type.is(Kind.NOTHING) || type.digits() > Type.MOST_DIGITS) {
            return new Known(feel);
        }
        return new Scalar(
                exprs.constant(kept(feel) instanceof BigDecimal number ? Type.plain(number) : kept(feel), type));
    }

    private static @Nullable Staged end(Exprs exprs, @Nullable Object point) {
        return point instanceof UndefinedValueComparable ? null : staged(exprs, point);
    }

    private static @Nullable Comparable<?> point(@Nullable Staged end, Lookup values) {
        return end == null ? new UndefinedValueComparable() : (Comparable<?>) feel(end, values);
    }

    /** Is its value known now? */
    static boolean known(Staged staged) {
        return switch (staged) {
            case Scalar(Expr expr) -> expr instanceof Constant;
            case Listed(List<Element> elements, Expr present) ->
                present instanceof Constant
                        && elements.stream().allMatch(e -> e.guard() instanceof Constant && known(e.value()));
            case Entries(Map<String, Staged> of, Expr present) ->
                present instanceof Constant && of.values().stream().allMatch(Values::known);
            case Interval(boolean lowIn, var low, var high, boolean highIn) ->
                (low == null || known(low)) && (high == null || known(high));
            case Known ignored -> true;
            case Staged.Function ignored -> false;
            case Staged.Rows ignored -> false;
        };
    }

    /** The FEEL value of what is known. */
    static @Nullable Object feel(Staged staged) {
        return feel(staged, expr -> ((Constant) expr).value());
    }

    /** What a case gives for each expression. */
    public interface Lookup {
        @Nullable
        Object value(Expr expr);
    }

    private static List<Expr> and(List<Expr> within, Expr condition) {
        List<Expr> all = new ArrayList<>(within);
        all.add(condition);
        return all;
    }

    /** The FEEL value for a case. */
    public static @Nullable Object feel(Staged staged, Lookup values) {
        return switch (staged) {
            case Scalar(Expr expr) -> feel(values.value(expr), expr.type().kind());
            case Listed(List<Element> elements, Expr present) -> {
                if (!Boolean.TRUE.equals(values.value(present))) {
                    yield null;
                }
                List<@Nullable Object> list = new ArrayList<>();
                for (Element element : elements) {
                    if (Boolean.TRUE.equals(values.value(element.guard()))) {
                        list.add(feel(element.value(), values));
                    }
                }
                yield list;
            }
            case Entries(Map<String, Staged> of, Expr present) -> {
                if (!Boolean.TRUE.equals(values.value(present))) {
                    yield null;
                }
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                of.forEach((key, value) -> map.put(key, feel(value, values)));
                yield map;
            }
            case Interval(boolean lowIn, var low, var high, boolean highIn) ->
                new RangeImpl(
                        lowIn ? Range.RangeBoundary.CLOSED : Range.RangeBoundary.OPEN,
                        point(low, values),
                        point(high, values),
                        highIn ? Range.RangeBoundary.CLOSED : Range.RangeBoundary.OPEN);
            case Known(Object value) -> value;
            case Staged.Function function -> throw new IllegalStateException("a function is no value of a case");
            case Staged.Rows rows -> throw new IllegalStateException("rows of a child table are no value of a case");
        };
    }

    /**
     * One expression a value is made of.
     *
     * @param name says where it stands, as {@code value.amount} or {@code value[2]}
     * @param within conditions, never null, without which the value has no such part: the context or list around it is
     *     null, or the element is not in the list
     */
    public record Part(String name, Expr expr, List<Expr> within) {}

    /** The expressions a value is made of, each under a name that says where it stands. */
    public static Map<String, Expr> parts(String name, Staged staged) {
        Map<String, Expr> parts = new LinkedHashMap<>();
        partsWithin(name, staged).forEach(part -> parts.put(part.name(), part.expr()));
        return parts;
    }

    /** The same with the conditions under which each of them is there. */
    public static List<Part> partsWithin(String name, Staged staged) {
        List<Part> parts = new ArrayList<>();
        parts(name, staged, List.of(), parts);
        return parts;
    }

    private static void parts(String name, Staged staged, List<Expr> within, List<Part> into) {
        switch (staged) {
            case Scalar(Expr expr) -> into.add(new Part(name, expr, within));
            case Listed(List<Element> elements, Expr present) -> {
                into.add(new Part(name + "?", present, within));
                List<Expr> inside = and(within, present);
                for (int i = 0; i < elements.size(); i++) {
                    String element = name + "[" + (i + 1) + "]";
                    Expr guard = elements.get(i).guard();
                    into.add(new Part(element + " in", guard, inside));
                    parts(element, elements.get(i).value(), and(inside, guard), into);
                }
            }
            case Entries(Map<String, Staged> of, Expr present) -> {
                into.add(new Part(name + "?", present, within));
                of.forEach((key, value) -> parts(name + "." + key, value, and(within, present), into));
            }
            case Interval(boolean lowIn, var low, var high, boolean highIn) -> {
                if (low != null) {
                    parts(name + ".start", low, within, into);
                }
                if (high != null) {
                    parts(name + ".end", high, within, into);
                }
            }
            case Known ignored -> {}
            case Staged.Function ignored -> {}
            case Staged.Rows ignored -> {}
        }
    }
}
