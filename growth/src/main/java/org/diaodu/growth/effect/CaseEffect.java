package org.diaodu.growth.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one case did, as far as it can be told. Growth is against the same periods last year, at comparable prices, in
 * per cent, cut at the design's cap; effects are in points of it:
 *
 * <pre>
 *   effect = (afterPct − beforePct) − (matchedAfterPct − matchedBeforePct) − adjustmentPp
 * </pre>
 *
 * @param periods reporting periods after the opening that are measured
 * @param fallPct growth in the last period before the opening
 * @param matchedBeforePct mean growth of the neighbours before, {@code matchedAfterPct} after
 * @param adjustmentPp what the neighbours' path, not being quite the same, would make
 * @param effect points of the enterprise's own growth; the interval is that of this one enterprise
 * @param provincePp the same in points of the province's growth
 * @param earlier the same comparison on the earlier periods, which no case can have touched; null where returns lack
 * @param remarks what can and cannot be concluded, the verdict first
 */
public record CaseEffect(
        DispatchCase dispatchCase,
        Enterprise enterprise,
        int periods,
        double fallPct,
        double beforePct,
        double afterPct,
        double matchedBeforePct,
        double matchedAfterPct,
        double adjustmentPp,
        Estimate effect,
        Estimate provincePp,
        @Nullable Estimate earlier,
        List<Neighbour> neighbours,
        List<Remark> remarks) {}
