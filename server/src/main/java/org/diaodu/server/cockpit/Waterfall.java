package org.diaodu.server.cockpit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diaodu.growth.Group;
import org.jspecify.annotations.Nullable;

/**
 * The way from zero to the growth of a total in steps of its groups: the largest by size, from the strongest pull up to
 * the strongest pull down, then all others in one. The steps are unrounded and add up to the growth.
 *
 * @param others what the groups not shown add, in points; null if all are shown
 * @param otherGroups how many groups are in {@code others}
 * @param growthPct the growth the steps end at, in per cent
 */
public record Waterfall(List<Step> steps, @Nullable Double others, int otherGroups, double growthPct) {

    /** One group and its contribution in points. */
    public record Step(String code, String name, double contributionPp) {}

    /** The {@code most} largest groups and the rest; null if there is no growth to explain. */
    public static @Nullable Waterfall of(List<Group> groups, @Nullable Double growthPct, int most) {
        if (growthPct == null) return null;
        List<Step> all = new ArrayList<>();
        for (Group group : groups) {
            Double contribution = group.contributionPp();
            if (contribution != null) all.add(new Step(group.code(), group.name(), contribution));
        }
        all.sort(Comparator.comparingDouble((Step step) -> -Math.abs(step.contributionPp())));
        int shown = all.size() <= most + 1 ? all.size() : most;
        List<Step> steps = all.subList(0, shown).stream()
                .sorted(Comparator.comparingDouble((Step step) -> -step.contributionPp()))
                .toList();
        double rest = sum(all.subList(shown, all.size()));
        return new Waterfall(steps, shown < all.size() ? (Double) rest : null, all.size() - shown, growthPct);
    }

    /** What the steps and the others add up to, in points, before any rounding. */
    public double sumPp() {
        return sum(steps) + (others == null ? 0 : others);
    }

    /** The step that pulls most: up if growth is up, else down; null without steps. */
    public @Nullable Step leading() {
        if (steps.isEmpty()) return null;
        return growthPct >= 0 ? steps.getFirst() : steps.getLast();
    }

    private static double sum(List<Step> steps) {
        double sum = 0;
        double lost = 0;
        for (Step step : steps) {
            double next = sum + step.contributionPp();
            lost += Math.abs(sum) >= Math.abs(step.contributionPp())
                    ? (sum - next) + step.contributionPp()
                    : (step.contributionPp() - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
