package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a curve goes, both ends included; null where it is to be chosen: from 0, and a quarter beyond the last
 * bound or cap of the clause.
 */
public record CurveRange(
        @Nullable BigDecimal from, @Nullable BigDecimal to) {

    private static final int MOST_DIGITS = 17;
    private static final BigDecimal BEYOND = new BigDecimal("1.25");
    private static final BigDecimal FALLBACK = BigDecimal.valueOf(1_000);

    public CurveRange {
        if (from != null && to != null && from.compareTo(to) >= 0) {
            throw new PolicyFault(
                    "policy.range",
                    Place.of("--from " + from.toPlainString() + " --to " + to.toPlainString()),
                    "起点不在终点之前。建议：--from 小于 --to。",
                    "the range ends before it begins. Maybe give --from less than --to.");
        }
    }

    public static CurveRange chosen() {
        return new CurveRange(null, null);
    }

    long first(Scale scale) {
        return from == null ? 0 : scale.from(from);
    }

    /** The last position a figure of so many digits can take. */
    static long furthest(DrivingFact over) {
        return BigDecimal.TEN
                        .pow(Math.min(MOST_DIGITS, Math.max(1, over.whole() + over.places())))
                        .longValueExact()
                - 1;
    }

    long last(Scale scale, List<Long> bounds, @Nullable BigDecimal own) {
        if (to != null) {
            return scale.to(to);
        }
        BigDecimal furthest = bounds.stream().max(Long::compare).map(scale::figure).orElse(BigDecimal.ZERO);
        if (own != null && own.compareTo(furthest) > 0) {
            furthest = own;
        }
        BigDecimal end = furthest.signum() == 0 ? FALLBACK : furthest.multiply(BEYOND);
        return Math.max(scale.to(end.round(new MathContext(2, RoundingMode.UP))), first(scale) + 1);
    }
}
