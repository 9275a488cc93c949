package org.diaodu.growth.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The cases opened in one period, and placebo campaigns in their stead. In each draw every case is replaced by an
 * enterprise without one, taken at random from those nearest to it in path, and measured the same way against
 * neighbours that are no placebo cases in that draw. As nothing was done for them, what is found is error: of chance, of
 * neighbours shared between cases, of paths that do not quite match.
 *
 * <p>Source: placebo inference over the untreated as in A. Abadie, A. Diamond, J. Hainmueller, Synthetic control methods
 * for comparative case studies, J. Am. Stat. Assoc. 105 (2010), 493–505, here for many cases at once.
 */
final class CohortEffects {
    private record Target(DispatchCase dispatchCase, int row, Matching.Near[] neighbours, int[] pool) {}

    private static final double[] UNKNOWN = {};

    final List<Unmeasured> unmeasured = new ArrayList<>();
    private final Cohort cohort;
    private final Matching matching;
    private final List<Target> targets = new ArrayList<>();
    private final Outcome change;
    private final Outcome earlier;

    CohortEffects(Cohort cohort, List<DispatchCase> cases) {
        this.cohort = cohort;
        matching = new Matching(cohort);
        for (DispatchCase dispatchCase : cases) add(dispatchCase);
        int[] near = targets.stream()
                .flatMapToInt(target -> Arrays.stream(target.pool()))
                .distinct()
                .toArray();
        change = new Outcome(cohort, cohort.change, near);
        earlier = new Outcome(cohort, cohort.earlierChange, near);
    }

    private void add(DispatchCase dispatchCase) {
        int row = cohort.panel.row(dispatchCase.creditCode());
        Unmeasured.Reason obstacle = row < 0 ? Unmeasured.Reason.NOT_IN_PANEL : cohort.obstacle(row);
        Matching.Near[] found = obstacle == null ? matching.neighbours(row) : new Matching.Near[0];
        if (obstacle == null && found.length == 0) obstacle = Unmeasured.Reason.NO_NEIGHBOUR;
        if (obstacle != null) {
            unmeasured.add(new Unmeasured(dispatchCase, obstacle));
            return;
        }
        int used = Math.min(found.length, cohort.design.neighbours());
        targets.add(new Target(dispatchCase, row, Arrays.copyOf(found, used), matching.pool(row)));
    }

    List<Measured> measure() {
        var errors = new double[targets.size()][cohort.design.draws()];
        var earlierErrors = new double[targets.size()][cohort.design.draws()];
        var random = new SplittableRandom(cohort.design.seed() + cohort.opened);
        for (int draw = 0; draw < cohort.design.draws(); draw++) draw(draw, random, errors, earlierErrors);
        var measured = new ArrayList<Measured>();
        for (int i = 0; i < targets.size(); i++) {
            boolean enough = targets.get(i).pool().length >= cohort.design.fewestPlacebos();
            measured.add(measured(targets.get(i), enough ? errors[i] : UNKNOWN, enough ? earlierErrors[i] : UNKNOWN));
        }
        return measured;
    }

    private void draw(int draw, SplittableRandom random, double[][] errors, double[][] earlierErrors) {
        var taken = new BitSet();
        var standIns = new int[targets.size()];
        for (int i : shuffled(targets.size(), random)) {
            standIns[i] = standIn(targets.get(i).pool(), taken, random);
            if (standIns[i] >= 0) taken.set(standIns[i]);
        }
        for (int i = 0; i < standIns.length; i++) {
            if (standIns[i] < 0) continue;
            int[] neighbours = neighbours(standIns[i], targets.get(i).neighbours().length, taken);
            errors[i][draw] = change.contrast(standIns[i], neighbours);
            earlierErrors[i][draw] = earlier.contrast(standIns[i], neighbours);
        }
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** One of the pool that is not taken, or any if all are; −1 if there is none. */
    private static int standIn(int[] pool, BitSet taken, SplittableRandom random) {
        if (pool.length == 0) return -1;
        var free = new int[pool.length];
        int count = 0;
        for (int row : pool) if (!taken.get(row)) free[count++] = row;
        return count == 0 ? pool[random.nextInt(pool.length)] : free[random.nextInt(count)];
    }

    /** The nearest that are not taken, as many as the case has; taken ones only if there are no others. */
    private int[] neighbours(int row, int count, BitSet taken) {
        Matching.Near[] all = matching.neighbours(row);
        var free = new int[count];
        int found = 0;
        for (int i = 0; i < all.length && found < count; i++) {
            if (!taken.get(all[i].row())) free[found++] = all[i].row();
        }
        return found == 0 ? rows(Arrays.copyOf(all, Math.min(count, all.length))) : Arrays.copyOf(free, found);
    }

    private static int[] rows(Matching.Near[] neighbours) {
        return Arrays.stream(neighbours).mapToInt(Matching.Near::row).toArray();
    }

    private Measured measured(Target target, double[] errors, double[] earlierErrors) {
        int row = target.row();
        int[] neighbours = rows(target.neighbours());
        return new Measured(
                target.dispatchCase(),
                cohort.panel.enterprise(row),
                cohort.after,
                cohort.path[row][0],
                cohort.beforePct[row],
                cohort.afterPct[row],
                change.contrast(row, neighbours),
                change.adjustment(row, neighbours),
                earlier.contrast(row, neighbours),
                cohort.panel.base(row, cohort.opened + 1, cohort.opened + cohort.after),
                Arrays.stream(target.neighbours()).map(this::neighbour).toList(),
                errors,
                earlierErrors);
    }

    private Neighbour neighbour(Matching.Near near) {
        int row = near.row();
        return new Neighbour(
                cohort.panel.enterprise(row),
                near.distance(),
                cohort.beforePct[row],
                cohort.afterPct[row],
                cohort.openedLater(row));
    }
}
