package org.diaodu.growth.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of a group did: the whole campaign, or those of one cause, measure or unit. Figures are means over its
 * measured cases, with {@code effect = (afterPct − beforePct) − (matchedAfterPct − matchedBeforePct) − adjustmentPp}.
 *
 * @param group its name; "" for the whole campaign
 * @param cases cases measured
 * @param unmeasured cases of the group that cannot be measured
 * @param effect mean effect, points of the enterprises' own growth, each enterprise counting once: the average effect
 *     on those treated
 * @param provincePp points of the province's growth the cases won back together; the points of groups that partition
 *     the cases add up to the campaign's
 * @param earlier the mean of the same comparison on the earlier periods, null where returns lack
 * @param remarks what can and cannot be concluded, the verdict first
 */
public record GroupEffect(
        String group,
        int cases,
        int unmeasured,
        double beforePct,
        double afterPct,
        double matchedBeforePct,
        double matchedAfterPct,
        double adjustmentPp,
        Estimate effect,
        Estimate provincePp,
        @Nullable Estimate earlier,
        List<Remark> remarks) {

    /** What a look at before and after alone would say, in points: not an effect. */
    public double beforeAfterPp() {
        return afterPct - beforePct;
    }
}
