package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/** What one enterprise adds to growth; fields as in {@link Group}. */
public record EnterpriseContribution(
        String creditCode,
        String name,
        String region,
        String industry,
        Status status,
        double base,
        double value,
        @Nullable Double growthPct,
        @Nullable Double contributionPp,
        @Nullable Double shareOfGrowthPct,
        @Nullable Double pricePp) {}
