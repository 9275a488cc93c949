package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.growth.effect.Estimate;
import org.diaodu.growth.effect.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What a case, or the cases of a group, did: growth before and after, of similar enterprises without a case, and the
 * difference of the two changes, in points of the enterprises' own growth (docs/effect.md).
 *
 * @param provincePp the same in points of the province's growth
 * @param earlier the same comparison on earlier periods, which no case can have touched; null where returns lack
 * @param neighbours how many enterprises it is compared with, each counted once for each case
 * @param remarks what can and cannot be concluded, the verdict first
 */
public record Effect(
        double beforePct,
        double afterPct,
        double matchedBeforePct,
        double matchedAfterPct,
        double adjustmentPp,
        Estimate effect,
        Estimate provincePp,
        @Nullable Estimate earlier,
        int neighbours,
        List<Remark> remarks) {

    /** Fewer neighbours than this would tell on one of them. */
    static final int FEWEST = 3;

    /** Whether somebody who may not see all enterprises of the province may see it. */
    boolean tellsOnNobody() {
        return neighbours >= FEWEST;
    }
}
