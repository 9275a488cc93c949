package org.diaodu.growth.effect;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Adds up cases: a group's error in a draw is the weighted sum of its cases' errors in that draw. */
record Grouping(
        String name,
        List<Measured> cases,
        List<Unmeasured> unmeasured,
        double provinceBase,
        Design design,
        int groups) {

    GroupEffect effect() {
        Estimate effect = sum(cases, Measured::effectPp, Measured::errors, _ -> 1.0 / cases.size());
        Estimate earlier = earlier();
        Estimate provincePp = sum(cases, Measured::effectPp, Measured::errors, each -> each.base() / provinceBase);
        return new GroupEffect(
                name,
                cases.size(),
                unmeasured.size(),
                mean(Measured::beforePct),
                mean(Measured::afterPct),
                mean(Measured::matchedBeforePct),
                mean(Measured::matchedAfterPct),
                mean(Measured::adjustmentPp),
                effect,
                provincePp,
                earlier,
                Remarks.of(this, effect, provincePp, earlier));
    }

    double mean(ToDoubleFunction<Measured> figure) {
        return cases.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private @Nullable Estimate earlier() {
        List<Measured> known =
                cases.stream().filter(each -> !Double.isNaN(each.earlierPp())).toList();
        return known.isEmpty()
                ? null
                : sum(known, Measured::earlierPp, Measured::earlierErrors, _ -> 1.0 / known.size());
    }

    private Estimate sum(
            List<Measured> of,
            ToDoubleFunction<Measured> value,
            Function<Measured, double[]> errors,
            ToDoubleFunction<Measured> weight) {
        double sum = of.stream()
                .mapToDouble(each -> weight.applyAsDouble(each) * value.applyAsDouble(each))
                .sum();
        if (of.stream().anyMatch(each -> errors.apply(each).length == 0)) return Estimate.without(sum);
        var added = new double[design.draws()];
        for (int draw = 0; draw < added.length; draw++) added[draw] = error(of, errors, weight, draw);
        return Estimate.of(sum, added, design.level());
    }

    /** Stand-ins that lack returns are made up for by the others. */
    private static double error(
            List<Measured> of, Function<Measured, double[]> errors, ToDoubleFunction<Measured> weight, int draw) {
        double sum = 0;
        double known = 0;
        double all = 0;
        for (Measured each : of) {
            double share = weight.applyAsDouble(each);
            double error = errors.apply(each)[draw];
            all += share;
            if (Double.isNaN(error)) continue;
            sum += share * error;
            known += share;
        }
        return sum * all / known;
    }
}
