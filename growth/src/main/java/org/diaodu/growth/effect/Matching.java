package org.diaodu.growth.effect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Who is like whom in a cohort. With x the path and s its scales, the distance is
 *
 * <pre>
 *   d² = Σₖ((xᵢₖ − xⱼₖ)/sₖ)²/3 + 0.25²·(how many of industry group, size class and prefecture differ)
 * </pre>
 *
 * Neighbours are the nearest donors of the same division within both calipers; a donor may serve several cases.
 */
final class Matching {
    /** A donor and its distance. */
    record Near(int row, double distance) {}

    private static final double PREFERENCE = 0.25 * 0.25;
    /** Neighbours kept beyond those used, for when some are taken as placebo cases. */
    private static final int SPARE = 30;

    private static final Comparator<Near> NEAREST =
            Comparator.comparingDouble(Near::distance).thenComparingInt(Near::row);

    private final Cohort cohort;
    private final Map<Integer, int[]> donorsByDivision = new HashMap<>();
    private final Map<Integer, Near[]> known = new HashMap<>();

    Matching(Cohort cohort) {
        this.cohort = cohort;
        Arrays.stream(cohort.donors)
                .boxed()
                .collect(Collectors.groupingBy(row -> cohort.panel.division[row]))
                .forEach((division, rows) -> donorsByDivision.put(
                        division, rows.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The nearest first: as many as the design asks for and some to spare. */
    Near[] neighbours(int row) {
        return known.computeIfAbsent(row, this::find);
    }

    private Near[] find(int row) {
        int[] donors = donorsByDivision.getOrDefault(cohort.panel.division[row], new int[0]);
        return Arrays.stream(donors)
                .filter(donor -> donor != row && isWithinCalipers(row, donor))
                .mapToObj(donor -> new Near(donor, distance(row, donor)))
                .sorted(NEAREST)
                .limit(cohort.design.neighbours() + SPARE)
                .toArray(Near[]::new);
    }

    /** Who may stand in for a case as a placebo: the nearest donors of any industry that have neighbours themselves. */
    int[] pool(int row) {
        var nearest = new PriorityQueue<>(NEAREST.reversed());
        for (int donor : cohort.donors) {
            var near = new Near(donor, distance(row, donor));
            boolean isFull = nearest.size() == cohort.design.pool();
            if (donor == row || (isFull && NEAREST.compare(near, nearest.peek()) >= 0) || neighbours(donor).length == 0)
                continue;
            if (isFull) nearest.poll();
            nearest.add(near);
        }
        return nearest.stream().sorted(NEAREST).mapToInt(Near::row).toArray();
    }

    private double distance(int a, int b) {
        return Math.sqrt(squaredPath(a, b) + PREFERENCE * others(a, b));
    }

    private boolean isWithinCalipers(int a, int b) {
        double fall = Math.abs(cohort.path[a][0] - cohort.path[b][0]) / cohort.scale[0];
        double path = cohort.design.pathCaliper();
        return fall <= cohort.design.fallCaliper() && squaredPath(a, b) <= path * path;
    }

    private double squaredPath(int a, int b) {
        double sum = 0;
        for (int k = 0; k < Cohort.PATH; k++) {
            double difference = (cohort.path[a][k] - cohort.path[b][k]) / cohort.scale[k];
            sum += difference * difference;
        }
        return sum / Cohort.PATH;
    }

    private int others(int a, int b) {
        Panel panel = cohort.panel;
        return (panel.group[a] == panel.group[b] ? 0 : 1)
                + (panel.size[a] == panel.size[b] ? 0 : 1)
                + (panel.prefecture[a] == panel.prefecture[b] ? 0 : 1);
    }
}
