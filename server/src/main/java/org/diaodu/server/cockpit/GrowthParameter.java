package org.diaodu.server.cockpit;

import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What an industry's value added and prices are computed with in one period (a month or year-to-date).
 *
 * @param industry a section, division, group or class; empty for all; the longest that fits wins
 * @param vaRate value added ÷ output; null where the line does not say
 * @param priceIndex same period last year = 100; null where the line does not say
 * @param version raised by every change, for those who edit
 */
public record GrowthParameter(
        String industry,
        Period period,
        @Nullable Double vaRate,
        @Nullable Double priceIndex,
        String source,
        int version) {
    public GrowthParameter(
            String industry, Period period, @Nullable Double vaRate, @Nullable Double priceIndex, String source) {
        this(industry, period, vaRate, priceIndex, source, 0);
    }
}
