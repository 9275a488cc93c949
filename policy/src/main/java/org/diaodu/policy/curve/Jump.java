package org.diaodu.policy.curve;

import java.math.BigDecimal;

/**
 * A cliff: between two neighbouring positions the benefit changes by more than the slope explains.
 *
 * @param below the last position before it
 * @param above the first after it
 * @param belowYuan the benefit at {@code below}
 */
public record Jump(BigDecimal below, BigDecimal above, BigDecimal belowYuan, BigDecimal aboveYuan) {

    /** The bound as the text would write it: of the two positions the rounder one. */
    public BigDecimal threshold() {
        return boundBelow() ? below : above;
    }

    /** Whether the bound itself still has what is below it, as with "no more than 300"; else it has what is above. */
    public boolean boundBelow() {
        return places(below) <= places(above);
    }

    /** In yuan; negative where going on costs. */
    public BigDecimal change() {
        return aboveYuan.subtract(belowYuan);
    }

    /** Digits that are not trailing zeros: 3000 is rounder than 2999.9999, and 300 than 301. */
    private static int places(BigDecimal figure) {
        return figure.signum() == 0 ? 0 : figure.stripTrailingZeros().precision();
    }
}
