package org.diaodu.server.dispatch;

import java.math.BigDecimal;
import org.diaodu.server.returns.EnterpriseLight;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * A key enterprise whose light is red or yellow.
 *
 * @param contributionPp points of growth it adds to the unit looked at (less than 0: it pulls down); null without a base
 * @param recoverablePp points that growth would gain if the enterprise came back to last year's level, or to the growth of the
 *     period before where that was higher: {@code (max(1, 1 + g′) · U − V) / ΣU · 100}, with real value added V, its base U and
 *     the growth g′ of the period before (design: domain.md section 3)
 */
public record Falling(
        long id,
        String creditCode,
        String name,
        String region,
        String industry,
        EnterpriseLight light,
        @Nullable Double growthPct,
        @Nullable Double contributionPp,
        @Nullable Double recoverablePp) {

    public Period period() {
        return light.period();
    }

    /** Gross output of the period in thousand yuan. */
    public @Nullable BigDecimal output() {
        return light.output().month();
    }

    /** The same a year before. */
    public @Nullable BigDecimal base() {
        return light.output().monthBase();
    }
}
