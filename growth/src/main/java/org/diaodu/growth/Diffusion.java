package org.diaodu.growth;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Diffusion (增长面): how many of the groups with a base grew, as a count and in per cent of those counted. A group
 * without a base, or withheld, is not counted.
 */
public record Diffusion(int growing, int falling, int counted) {
    public static Diffusion of(Collection<Group> groups) {
        int growing = 0;
        int falling = 0;
        int counted = 0;
        for (Group group : groups) {
            Double growthPct = group.growthPct();
            if (growthPct == null) continue;
            counted++;
            if (growthPct > 0) growing++;
            if (growthPct < 0) falling++;
        }
        return new Diffusion(growing, falling, counted);
    }

    /** Growing ÷ counted in per cent; null if nothing was counted. */
    public @Nullable Double pct() {
        return counted == 0 ? null : (Double) (100.0 * growing / counted);
    }
}
