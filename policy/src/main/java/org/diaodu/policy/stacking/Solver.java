package org.diaodu.policy.stacking;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A component as a model in whole fen, solved to a proven optimum by CP-SAT: first the total, then the sum of each
 * priority in turn, then each candidate in the order of priority and id, what is reached being held fast each time.
 */
final class Solver {

    private final Situation situation;
    private final int[] component;
    private final CpModel model = new CpModel();
    private final Map<Integer, BoolVar> chosen = new HashMap<>();
    private final Map<Integer, IntVar> pay = new HashMap<>();
    private final Map<Integer, IntVar> due = new HashMap<>();
    private final long[] paid;

    private Solver(Situation situation, List<Pool> pools, int[] component, long[] paid) {
        this.situation = situation;
        this.component = component;
        this.paid = paid;
        for (int i : component) {
            chosen.put(i, model.newBoolVar("x" + i));
            pay.put(i, model.newIntVar(0, situation.upper[i], "p" + i));
        }
        for (int i : component) {
            payOnlyWhatIsDue(i);
        }
        situation.exclusions.stream()
                .filter(exclusion -> chosen.containsKey(exclusion.members()[0]))
                .forEach(this::exclude);
        pools.stream().filter(pool -> chosen.containsKey(pool.members()[0])).forEach(this::limit);
    }

    /** Writes what each member is paid into {@code paid}. */
    static void settle(Situation situation, List<Pool> pools, int[] component, long[] paid) {
        Library.load();
        new Solver(situation, pools, component, paid).solve();
    }

    private void payOnlyWhatIsDue(int i) {
        IntVar amount = variable(pay, i);
        BoolVar whether = variable(chosen, i);
        model.addLessOrEqual(amount, LinearExpr.term(whether, situation.upper[i]));
        Footing footing = situation.footings[i];
        if (footing != null) {
            Rate rate = footing.law().rate();
            LinearExprBuilder excess = LinearExpr.newBuilder()
                    .addTerm(amount, rate.denominator())
                    .addTerm(whether, rate.denominator() * situation.deductedFen(i));
            base(excess, footing);
            model.addLessOrEqual(excess, rate.numerator() * footing.earlierFen());
        }
    }

    private void base(LinearExprBuilder excess, Footing footing) {
        for (int base : footing.bases()) {
            excess.addTerm(variable(pay, base), -footing.law().rate().numerator());
        }
    }

    private void exclude(Exclusion exclusion) {
        int[] members = exclusion.members();
        Cliques.Bars bars = (one, other) -> situation.barred(exclusion, members[one], members[other]);
        for (int[] clique : Cliques.of(members.length, bars)) {
            model.addAtMostOne(IntStream.of(clique)
                    .mapToObj(i -> variable(chosen, members[i]))
                    .toArray(Literal[]::new));
        }
    }

    private void limit(Pool pool) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int member : pool.members()) {
            sum.add(variable(pay, member));
        }
        if (pool.rising().length == 0) {
            model.addLessOrEqual(sum, pool.leftFen(paid));
            return;
        }
        LinearExpr[] dues = IntStream.concat(IntStream.of(-1), IntStream.of(pool.rising()))
                .mapToObj(i -> i < 0 ? LinearExpr.constant(pool.limitFen()) : LinearExpr.affine(due(i), 1, 0))
                .toArray(LinearExpr[]::new);
        IntVar highest = model.newIntVar(0, 2 * Candidate.MOST, "highest");
        model.addMaxEquality(highest, dues);
        BoolVar any = model.newBoolVar("any");
        for (int member : pool.members()) {
            model.addImplication(variable(chosen, member), any);
        }
        // Nothing is paid where more was paid earlier than the highest amount.
        model.addLessOrEqual(sum.addTerm(any, pool.spentFen()).addTerm(highest, -1), 0);
    }

    /** What a supplement is due: at most, which is enough, because it only ever raises a limit. */
    private IntVar due(int i) {
        return due.computeIfAbsent(i, key -> {
            Footing footing = Objects.requireNonNull(situation.footings[i]);
            Rate rate = footing.law().rate();
            IntVar amount = model.newIntVar(0, footing.mostFen(), "d" + i);
            LinearExprBuilder excess = LinearExpr.newBuilder().addTerm(amount, rate.denominator());
            base(excess, footing);
            model.addLessOrEqual(excess, rate.numerator() * footing.earlierFen());
            return amount;
        });
    }

    private void solve() {
        maximise(component);
        int[] levels = IntStream.of(component)
                .map(i -> situation.priority[i])
                .distinct()
                .toArray();
        if (levels.length > 1) {
            for (int level : levels) {
                maximise(IntStream.of(component)
                        .filter(i -> situation.priority[i] == level)
                        .toArray());
            }
        }
        for (int i : component) {
            maximise(new int[] {i});
        }
    }

    /** As much as possible to these together; what it is holds from now on. */
    private void maximise(int[] members) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        IntStream.of(members).forEach(i -> sum.add(variable(pay, i)));
        boolean first = members == component;
        long most = Arrays.stream(members).mapToLong(i -> situation.upper[i]).sum();
        if (first || sumOf(members) < most) {
            model.maximize(sum);
            run();
        }
        model.addEquality(sum, sumOf(members));
    }

    private long sumOf(int[] members) {
        return IntStream.of(members).mapToLong(i -> paid[i]).sum();
    }

    private void run() {
        CpSolver solver = Search.optimum(model, component.length);
        model.clearHints();
        for (int i : component) {
            paid[i] = solver.value(variable(pay, i));
            model.addHint(variable(pay, i), paid[i]);
        }
    }

    private static <V> V variable(Map<Integer, V> variables, int position) {
        return Objects.requireNonNull(variables.get(position));
    }

    /** The native library, unpacked and loaded once. */
    private static final class Library {
        static {
            Loader.loadNativeLibraries();
        }

        static void load() {}
    }
}
