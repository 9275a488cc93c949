package org.diaodu.server.dispatch;

import java.math.BigDecimal;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** An enterprise's output in one reporting period against a year before, in per cent; null without a base. */
public record TrendPoint(Period period, @Nullable Double growthPct) {

    static @Nullable Double growthPct(@Nullable BigDecimal output, @Nullable BigDecimal base) {
        return output == null || base == null || base.signum() <= 0
                ? null
                : (Double) ((output.doubleValue() / base.doubleValue() - 1) * 100);
    }
}
