package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The positions a figure can take: whole multiples of its last declared place. Positions are counted, so that there is a next
 * one: after 300 people come 301, after 2000 (10 000 yuan) at four places 2000.0001.
 *
 * @param places after the point
 */
record Scale(int places) {

    BigDecimal figure(long position) {
        return BigDecimal.valueOf(position, places);
    }

    /** The position at or above the figure. */
    long from(BigDecimal figure) {
        return figure.setScale(places, RoundingMode.CEILING).unscaledValue().longValueExact();
    }

    /** The position at or below the figure. */
    long to(BigDecimal figure) {
        return figure.setScale(places, RoundingMode.FLOOR).unscaledValue().longValueExact();
    }
}
