package org.diaodu.growth;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each enterprise adds to the total's growth, worked out when asked for. Exits are left out: they add nothing. */
public final class Contributions {
    private final @Nullable Amounts amounts;
    private final @Nullable Totals total;

    Contributions(Amounts amounts, Totals total) {
        this.amounts = amounts;
        this.total = total;
    }

    private Contributions() {
        amounts = null;
        total = null;
    }

    /** Withheld: no enterprise is told. */
    static Contributions none() {
        return new Contributions();
    }

    /** The {@code n} that add most, largest first. */
    public List<EnterpriseContribution> top(int n) {
        return first(n, (a, b) -> Double.compare(difference(b), difference(a)), _ -> true);
    }

    /** The {@code n} that pull down most, lowest first. */
    public List<EnterpriseContribution> bottom(int n) {
        return first(n, (a, b) -> Double.compare(difference(a), difference(b)), _ -> true);
    }

    /** All, largest contribution first. */
    public List<EnterpriseContribution> sorted() {
        return top(Integer.MAX_VALUE);
    }

    /** The {@code n} largest by absolute contribution among those under a selection. */
    public List<EnterpriseContribution> under(Selection selection, Trees trees, int n) {
        if (amounts == null) return List.of();
        boolean[] keep = selection.rows(amounts.observations, trees);
        return first(n, (a, b) -> Double.compare(Math.abs(difference(b)), Math.abs(difference(a))), row -> keep[row]);
    }

    /** The larger of the largest enterprise's shares in the total's value and base, 0 to 1. */
    double largestShare() {
        return total == null ? 0 : total.largestShare();
    }

    /** How many enterprises have less value than base. */
    public int falling() {
        if (amounts == null) return 0;
        return (int) IntStream.range(0, amounts.value.length)
                .filter(row -> difference(row) < 0)
                .count();
    }

    private double difference(int row) {
        return amounts == null ? 0 : amounts.value[row] - amounts.base[row];
    }

    private List<EnterpriseContribution> first(int n, RowOrder order, IntPredicate keep) {
        if (amounts == null || total == null) return List.of();
        Amounts known = amounts;
        Totals whole = total;
        Comparator<Integer> rows = (a, b) -> {
            int byFigure = order.compare(a, b);
            return byFigure != 0
                    ? byFigure
                    : known.observations.creditCode(a).compareTo(known.observations.creditCode(b));
        };
        return firstRows(n, rows, known, keep).stream()
                .sorted(rows)
                .map(row -> of(known, whole, row))
                .toList();
    }

    /** The first n in the order, unsorted; a heap of n is enough. */
    private static Collection<Integer> firstRows(int n, Comparator<Integer> order, Amounts amounts, IntPredicate keep) {
        var heap = new PriorityQueue<Integer>(order.reversed());
        for (int row = 0; row < amounts.value.length; row++) {
            if (amounts.observations.status(row) == Status.EXIT || !keep.test(row)) continue;
            if (heap.size() < n) heap.add(row);
            else if (n > 0 && order.compare(row, heap.peek()) < 0) {
                heap.poll();
                heap.add(row);
            }
        }
        return heap;
    }

    private interface RowOrder {
        int compare(int a, int b);
    }

    private static EnterpriseContribution of(Amounts amounts, Totals total, int row) {
        Observations observations = amounts.observations;
        double value = amounts.value[row];
        double base = amounts.base[row];
        return new EnterpriseContribution(
                observations.creditCode(row),
                observations.name(row),
                observations.code("region", row),
                observations.code("industry", row),
                observations.status(row),
                base,
                value,
                base == 0 ? null : (Double) ((value - base) / base * 100),
                total.base() == 0 ? null : (Double) ((value - base) / total.base() * 100),
                total.shareOfGrowthPct(value - base),
                total.base() == 0 ? null : (Double) ((amounts.nominal[row] - value) / total.base() * 100));
    }
}
