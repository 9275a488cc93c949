package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.util.List;

/**
 * A stretch of a curve, both ends included.
 *
 * @param fromYuan the benefit at its first position; at both ends 0 where nothing is due or known
 * @param perUnit yuan for one more unit of the figure, exact where the curve is; for a curved stretch its mean
 * @param said where facts are missing or a value is refused, what; Chinese, then English; else empty
 */
public record Segment(
        BigDecimal from,
        BigDecimal to,
        Shape shape,
        BigDecimal fromYuan,
        BigDecimal toYuan,
        BigDecimal perUnit,
        List<String> said) {

    public Segment {
        said = List.copyOf(said);
    }
}
