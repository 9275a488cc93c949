package org.diaodu.server.dispatch;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a case was opened with; it never changes.
 *
 * @param light what the rule answered: 红, 黄, 绿 or 数据缺失
 * @param reasons the rule's reasons for the light
 * @param output gross output of the period in thousand yuan, {@code base} the same a year before
 * @param contributionPp points of the growth of the unit that opened the case
 * @param recoverablePp points that could be won back, see {@link Falling#recoverablePp}
 * @param trend year-on-year growth of the reporting periods up to this one, oldest first
 */
public record Opening(
        Period period,
        String light,
        List<String> reasons,
        @Nullable BigDecimal output,
        @Nullable BigDecimal base,
        @Nullable Double contributionPp,
        @Nullable Double recoverablePp,
        List<TrendPoint> trend) {

    public Opening {
        reasons = List.copyOf(reasons);
        trend = List.copyOf(trend);
    }

    /** Growth on a year before, in per cent; null without a base. */
    public @Nullable Double growthPct() {
        return TrendPoint.growthPct(output, base);
    }

    /** The light's colour as pages draw it. */
    public String colour() {
        return colour(light);
    }

    static String colour(String light) {
        return switch (light) {
            case "红" -> "red";
            case "黄" -> "amber";
            case "绿" -> "green";
            default -> "grey";
        };
    }
}
