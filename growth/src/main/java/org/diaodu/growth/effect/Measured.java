package org.diaodu.growth.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with its figures and the errors of its placebo draws; the same index is the same draw in all cases, so that a
 * group's error in a draw is the mean of its cases' errors.
 *
 * @param earlierPp the contrast of the earlier periods, NaN where it cannot be told
 * @param base of the periods after
 * @param errors empty where there are too few placebo cases
 */
record Measured(
        DispatchCase dispatchCase,
        Enterprise enterprise,
        int periods,
        double fallPct,
        double beforePct,
        double afterPct,
        double effectPp,
        double adjustmentPp,
        double earlierPp,
        double base,
        List<Neighbour> neighbours,
        double[] errors,
        double[] earlierErrors) {

    double matchedBeforePct() {
        return neighbours.stream().mapToDouble(Neighbour::beforePct).average().orElse(Double.NaN);
    }

    double matchedAfterPct() {
        return neighbours.stream().mapToDouble(Neighbour::afterPct).average().orElse(Double.NaN);
    }

    int laterCases() {
        return (int) neighbours.stream().filter(Neighbour::laterCase).count();
    }

    CaseEffect effect(double provinceBase, Design design) {
        Estimate effect = Estimate.of(effectPp, errors, design.level());
        return new CaseEffect(
                dispatchCase,
                enterprise,
                periods,
                fallPct,
                beforePct,
                afterPct,
                matchedBeforePct(),
                matchedAfterPct(),
                adjustmentPp,
                effect,
                effect.times(base / provinceBase),
                earlierEffect(design),
                neighbours,
                Remarks.of(this, effect, earlierEffect(design), design));
    }

    private @Nullable Estimate earlierEffect(Design design) {
        return Double.isNaN(earlierPp) ? null : Estimate.of(earlierPp, earlierErrors, design.level());
    }
}
