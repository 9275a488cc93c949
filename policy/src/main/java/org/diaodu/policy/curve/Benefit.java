package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is due at one position.
 *
 * @param shape RIGHT where something is due that has no amount, FIXED where an amount is
 * @param yuan with two places, 0 where nothing is due or known
 * @param said the missing facts, or why it is refused; Chinese and English, else empty
 */
record Benefit(Shape shape, BigDecimal yuan, List<String> said) {

    static final BigDecimal NOTHING = new BigDecimal("0.00");

    static Benefit none(Shape shape) {
        return new Benefit(shape, NOTHING, List.of());
    }

    boolean sameKind(Benefit other) {
        return shape == other.shape && said.equals(other.said);
    }
}
