package org.diaodu.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What growth would be if some enterprises' figures were others: the account before and after, and the difference of
 * every group, in points. The groups' differences add up to the total's along every dimension and level.
 */
public record WhatIf(
        GrowthAccount before, GrowthAccount after, @Nullable Double deltaPp, List<Delta> groups) {

    /** The figures an enterprise should have instead; null keeps what it has. */
    public record Replacement(
            String creditCode,
            @Nullable Double output,
            @Nullable Double base,
            @Nullable Double baseFiled) {
        public static Replacement output(String creditCode, double output) {
            return new Replacement(creditCode, output, null, null);
        }
    }

    /** How a group's contribution and growth move; null where a side is undefined. */
    public record Delta(
            String dimension,
            String level,
            String code,
            String name,
            @Nullable Double growthPctBefore,
            @Nullable Double growthPctAfter,
            @Nullable Double contributionPpBefore,
            @Nullable Double contributionPpAfter,
            @Nullable Double deltaPp) {}

    /**
     * Computes both accounts.
     *
     * @throws IllegalArgumentException if a replacement names an enterprise that is not there once, or a figure
     *     contradicts its status
     */
    public static WhatIf replace(
            Observations observations,
            List<Replacement> replacements,
            Parameters parameters,
            List<Dimension> dimensions,
            Trees trees) {
        GrowthAccount before = GrowthAccount.of(observations, parameters, dimensions, trees);
        GrowthAccount after = GrowthAccount.of(replaced(observations, replacements), parameters, dimensions, trees);
        var groups = new ArrayList<Delta>();
        for (int i = 0; i < before.groups().size(); i++) {
            groups.add(delta(before.groups().get(i), after.groups().get(i)));
        }
        return new WhatIf(before, after, less(after.growthPct(), before.growthPct()), List.copyOf(groups));
    }

    private static Observations replaced(Observations observations, List<Replacement> replacements) {
        Map<String, Replacement> pending = new HashMap<>();
        for (Replacement replacement : replacements) {
            if (pending.put(replacement.creditCode(), replacement) != null) {
                throw new IllegalArgumentException(replacement.creditCode() + " is replaced twice. Maybe one is meant");
            }
        }
        var missing = new TreeSet<>(pending.keySet());
        Observations.Builder rows = Observations.builder(observations.period());
        for (int row = 0; row < observations.size(); row++) {
            Replacement replacement = pending.get(observations.creditCode(row));
            if (replacement == null) {
                rows.copy(
                        observations,
                        row,
                        observations.output(row),
                        observations.base(row),
                        observations.baseFiled(row));
                continue;
            }
            if (!missing.remove(replacement.creditCode())) {
                throw new IllegalArgumentException(replacement.creditCode() + " has several rows; which is meant?");
            }
            rows.copy(
                    observations,
                    row,
                    orElse(replacement.output(), observations.output(row)),
                    orElse(replacement.base(), observations.base(row)),
                    orElse(replacement.baseFiled(), observations.baseFiled(row)));
        }
        if (missing.isEmpty()) return rows.build();
        throw new IllegalArgumentException(
                "not among the observations: " + String.join(", ", missing) + ". Maybe a mistyped credit code");
    }

    private static double orElse(@Nullable Double figure, double otherwise) {
        return figure == null ? otherwise : figure;
    }

    private static Delta delta(Group before, Group after) {
        return new Delta(
                before.dimension(),
                before.level(),
                before.code(),
                before.name(),
                before.growthPct(),
                after.growthPct(),
                before.contributionPp(),
                after.contributionPp(),
                less(after.contributionPp(), before.contributionPp()));
    }

    private static @Nullable Double less(@Nullable Double after, @Nullable Double before) {
        return after == null || before == null ? null : (Double) (after - before);
    }
}
