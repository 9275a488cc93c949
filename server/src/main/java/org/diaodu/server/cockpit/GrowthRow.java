package org.diaodu.server.cockpit;

import java.util.Map;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.growth.Group;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Status;
import org.jspecify.annotations.Nullable;

/**
 * One line of a view of growth: a group, or an enterprise. Percentages in per cent, contributions in points of the
 * growth of what is selected, amounts in thousand yuan.
 *
 * @param codes the axes and codes to choose to see what this line is made of; empty for an enterprise
 * @param creditCode of an enterprise; empty for a group
 * @param about where and what an enterprise is; empty for a group
 * @param status of an enterprise; null for a group
 * @param unitPp contribution to the growth of the whole unit; null where nothing is selected, being the same
 * @param scopePp what the line adds to the ratio of published levels less growth
 * @param output gross output at current prices; NaN for a group
 * @param outputBase last year's output as restated; NaN for a group
 * @param againstPct growth in the period compared with
 * @param changePp contribution less the contribution in the period compared with
 */
public record GrowthRow(
        Map<String, String> codes,
        String creditCode,
        String name,
        String about,
        @Nullable Status status,
        int enterprises,
        double base,
        double value,
        @Nullable Double growthPct,
        @Nullable Double contributionPp,
        @Nullable Double unitPp,
        @Nullable Double sharePct,
        @Nullable Double nominalPct,
        @Nullable Double pricePp,
        @Nullable Double scopePp,
        double output,
        double outputBase,
        @Nullable Double againstPct,
        @Nullable Double changePp,
        boolean suppressed) {
    private static final Double NOTHING = 0.0;

    static GrowthRow of(Group group, @Nullable Double unitShare, @Nullable Group before, boolean compared) {
        return new GrowthRow(
                codes(group),
                "",
                group.name(),
                "",
                null,
                group.enterprises(),
                group.base(),
                group.value(),
                group.growthPct(),
                group.contributionPp(),
                times(group.contributionPp(), unitShare),
                group.shareOfGrowthPct(),
                group.nominalPct(),
                group.pricePp(),
                group.scopePp(),
                Double.NaN,
                Double.NaN,
                before == null ? null : before.growthPct(),
                compared ? change(group.contributionPp(), before == null ? NOTHING : before.contributionPp()) : null,
                group.suppressed());
    }

    static GrowthRow of(
            EnterpriseContribution enterprise,
            Observations rows,
            int row,
            @Nullable Double unitShare,
            @Nullable EnterpriseContribution before,
            boolean compared) {
        double output = rows.output(row);
        double outputBase = rows.base(row);
        return new GrowthRow(
                Map.of(),
                enterprise.creditCode(),
                enterprise.name(),
                Axes.name("region", enterprise.region()) + " · " + Axes.name("industry", enterprise.industry()),
                enterprise.status(),
                1,
                enterprise.base(),
                enterprise.value(),
                enterprise.growthPct(),
                enterprise.contributionPp(),
                times(enterprise.contributionPp(), unitShare),
                enterprise.shareOfGrowthPct(),
                outputBase == 0 ? null : (Double) ((output - outputBase) / outputBase * 100),
                enterprise.pricePp(),
                null,
                output,
                outputBase,
                before == null ? null : before.growthPct(),
                compared
                        ? change(enterprise.contributionPp(), before == null ? NOTHING : before.contributionPp())
                        : null,
                false);
    }

    private static Map<String, String> codes(Group group) {
        String[] axes = group.dimension().split("\\*", -1);
        String[] codes = group.code().split("\\*", -1);
        return axes.length == 1 || codes.length < 2
                ? Map.of(axes[0], group.code())
                : Map.of(axes[0], codes[0], axes[1], codes[1]);
    }

    private static @Nullable Double times(@Nullable Double points, @Nullable Double share) {
        return points == null || share == null ? null : (Double) (points * share);
    }

    private static @Nullable Double change(@Nullable Double now, @Nullable Double before) {
        return now == null || before == null ? null : (Double) (now - before);
    }
}
