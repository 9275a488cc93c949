package org.diaodu.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Why growth changed between two periods, in points. With a group's base share w = U/ΣU and its growth g, so that its
 * contribution is c = w·g, the change of the contribution splits exactly into
 *
 * <pre>
 *   c1 − c0 = (w1 − w0)·(g0 + g1)/2   weight effect: its share in the base moved
 *           + (g1 − g0)·(w0 + w1)/2   growth effect: it grew faster or slower
 * </pre>
 *
 * and the changes of a level's groups add up to the change in growth. A group without a base in one of the periods has
 * no growth there: the other period's stands in, and what its contribution was without a base counts as growth effect.
 * Source: the midpoint split of a product, T. L. Bennet, The theory of measurement of changes in cost of living, JRSS 83
 * (1920), 455–462.
 */
public record GrowthChange(
        Period from, Period to, @Nullable Double changePp, double residualPp, List<GroupChange> groups) {

    /** The change of one group's contribution; a group missing in one of the periods contributed 0 there. */
    public record GroupChange(
            String dimension,
            String level,
            String code,
            String name,
            double contributionPpBefore,
            double contributionPpAfter,
            double changePp,
            double weightEffectPp,
            double growthEffectPp) {}

    /** The change from {@code before} to {@code after}, for the groups of the dimensions that both were split by. */
    public static GrowthChange between(GrowthAccount before, GrowthAccount after) {
        var groups = new ArrayList<GroupChange>();
        Double changePp = null;
        double residualPp = 0;
        if (before.growthPct() != null && after.growthPct() != null) {
            changePp = after.growthPct() - before.growthPct();
            pairs(before, after).values().forEach(pair -> groups.add(change(pair, before.base(), after.base())));
            residualPp = residual(groups, changePp);
        }
        return new GrowthChange(before.period(), after.period(), changePp, residualPp, List.copyOf(groups));
    }

    private record Key(String dimension, String level, String code) {
        Key(Group group) {
            this(group.dimension(), group.level(), group.code());
        }
    }

    private record Pair(@Nullable Group before, @Nullable Group after) {
        Group any() {
            if (after != null) return after;
            if (before != null) return before;
            throw new IllegalStateException("a pair of groups has one at least");
        }
    }

    private static Map<Key, Pair> pairs(GrowthAccount before, GrowthAccount after) {
        var pairs = new LinkedHashMap<Key, Pair>();
        after.groups().forEach(group -> pairs.put(new Key(group), new Pair(null, group)));
        before.groups()
                .forEach(group -> pairs.merge(
                        new Key(group), new Pair(group, null), (two, one) -> new Pair(one.before(), two.after())));
        return pairs;
    }

    /** A group's share in the base, its growth in per cent if it has one, and its contribution. */
    private record Standing(double weight, @Nullable Double growthPct, double contributionPp) {
        static Standing of(@Nullable Group group, double totalBase) {
            if (group == null) return new Standing(0, null, 0);
            Double contributionPp = group.contributionPp();
            return new Standing(
                    group.base() / totalBase, group.growthPct(), contributionPp == null ? 0 : contributionPp);
        }

        double growthOr(@Nullable Double other) {
            return growthPct != null ? growthPct : other != null ? other : 0;
        }

        /** The contribution made without a base. */
        double unbased() {
            return growthPct == null ? contributionPp : 0;
        }
    }

    private static GroupChange change(Pair pair, double baseBefore, double baseAfter) {
        Standing s0 = Standing.of(pair.before(), baseBefore);
        Standing s1 = Standing.of(pair.after(), baseAfter);
        double g0 = s0.growthOr(s1.growthPct());
        double g1 = s1.growthOr(s0.growthPct());
        Group group = pair.any();
        return new GroupChange(
                group.dimension(),
                group.level(),
                group.code(),
                group.name(),
                s0.contributionPp(),
                s1.contributionPp(),
                s1.contributionPp() - s0.contributionPp(),
                (s1.weight() - s0.weight()) * (g0 + g1) / 2,
                (g1 - g0) * (s0.weight() + s1.weight()) / 2 + s1.unbased() - s0.unbased());
    }

    private static double residual(List<GroupChange> groups, double changePp) {
        var sums = new LinkedHashMap<String, Sums>();
        for (GroupChange group : groups) {
            Sums sum = sums.computeIfAbsent(group.dimension() + " " + group.level(), _ -> new Sums(1));
            sum.add(0, group.weightEffectPp());
            sum.add(0, group.growthEffectPp());
        }
        double largest = 0;
        for (Sums sum : sums.values()) {
            double residual = sum.of(0) - changePp;
            if (Math.abs(residual) > Math.abs(largest)) largest = residual;
        }
        return largest;
    }
}
