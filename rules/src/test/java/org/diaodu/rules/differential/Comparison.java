package org.diaodu.rules.differential;

import java.math.BigDecimal;
import java.time.chrono.ChronoPeriod;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** When two engines' answers are the same: numbers exactly, or where a quotient or a root was rounded to its places. */
final class Comparison {

    /** Places at the end of a rounded number that what was computed with it may have carried on. */
    private static final int CARRIED = 3;

    private final BigDecimal absolute;
    private final BigDecimal relative;

    private Comparison(BigDecimal absolute, BigDecimal relative) {
        this.absolute = absolute;
        this.relative = relative;
    }

    static Comparison exact() {
        return new Comparison(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Between an engine that works with 34 digits and the compiled form, which has so many places.
     *
     * @param rounded is a quotient in the model?
     */
    static Comparison of(Compiled compiled, boolean rounded) {
        BigDecimal absolute = BigDecimal.ZERO;
        BigDecimal relative = BigDecimal.ZERO;
        for (Expr part : Values.parts("value", compiled.value()).values()) {
            if (part.type().real()) {
                relative = new BigDecimal("1e-12");
            } else if (part.type().kind().decimal() && (rounded || !part.type().exact())) {
                absolute = absolute.max(BigDecimal.ONE.movePointLeft(part.type().scale() - CARRIED));
            }
        }
        return new Comparison(absolute, relative);
    }

    /** Between two engines that run the compiled form: only binary numbers may differ, in their last places. */
    static Comparison between(Compiled compiled) {
        return new Comparison(BigDecimal.ZERO, of(compiled, false).relative);
    }

    boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (a instanceof Number one && b instanceof Number other) {
            return near(decimal(one), decimal(other));
        }
        if (a instanceof Collection<?> one && b instanceof Collection<?> other) {
            Iterator<?> rest = other.iterator();
            return one.size() == other.size() && one.stream().allMatch(item -> same(item, rest.next()));
        }
        if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        if (a instanceof ChronoPeriod one && b instanceof ChronoPeriod other) {
            return ComparablePeriod.toTotalMonths(one) == ComparablePeriod.toTotalMonths(other);
        }
        return a.equals(b);
    }

    private boolean near(BigDecimal a, BigDecimal b) {
        BigDecimal difference = a.subtract(b).abs();
        return difference.compareTo(absolute) <= 0
                || difference.compareTo(a.abs().max(b.abs()).multiply(relative)) <= 0;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            case String text -> "\"" + text + "\"";
            default -> String.valueOf(value);
        };
    }
}
