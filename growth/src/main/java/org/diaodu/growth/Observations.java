package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.standards.Period;

/**
 * The rows of one period that growth is computed on, one an enterprise, as columns: output of this period and of the
 * same period last year, restated and as filed, in one unit throughout, and a code on every axis. Immutable and safe to
 * share between threads once built.
 */
public final class Observations {
    private final Period period;
    private final List<String> creditCodes;
    private final List<String> names;
    private final Map<String, Codes> axes;
    private final Status[] status;
    private final double[] output;
    private final double[] base;
    private final double[] filed;

    private Observations(
            Period period,
            List<String> creditCodes,
            List<String> names,
            Map<String, Codes> axes,
            Status[] status,
            double[] output,
            double[] base,
            double[] filed) {
        this.period = period;
        this.creditCodes = creditCodes;
        this.names = names;
        this.axes = Map.copyOf(axes);
        this.status = status;
        this.output = output;
        this.base = base;
        this.filed = filed;
    }

    /**
     * Rows that come as columns already, by the rules of {@link Builder#add}; for hundreds of thousands of them. The
     * arrays are taken over: do not change them afterwards.
     *
     * @param creditCodes and {@code names} may be empty where no enterprise will be asked for
     * @param baseFiled NaN for as restated
     * @throws IllegalArgumentException if a figure is not finite or contradicts the status
     */
    public static Observations ofColumns(
            Period period,
            List<String> creditCodes,
            List<String> names,
            Map<String, Codes> axes,
            Status[] status,
            double[] output,
            double[] base,
            double[] baseFiled) {
        for (int row = 0; row < status.length; row++) {
            baseFiled[row] = Figures.filed(status[row], base[row], baseFiled[row]);
            String who = row < creditCodes.size() ? creditCodes.get(row) : "row " + (row + 1);
            Figures.check(who, status[row], output[row], base[row], baseFiled[row]);
        }
        return new Observations(period, creditCodes, names, axes, status, output, base, baseFiled);
    }

    public static Builder builder(Period period) {
        return new Builder(period);
    }

    public Period period() {
        return period;
    }

    /** How many rows there are, exits included. */
    public int size() {
        return status.length;
    }

    public String creditCode(int row) {
        return creditCodes.isEmpty() ? "" : creditCodes.get(row);
    }

    public String name(int row) {
        return names.isEmpty() ? "" : names.get(row);
    }

    /** The names of the axes the rows carry. */
    public Set<String> axes() {
        return axes.keySet();
    }

    /** The row's code on an axis; empty where it has none. */
    public String code(String axis, int row) {
        Codes codes = axes.get(axis);
        return codes == null ? "" : codes.at(row);
    }

    public Status status(int row) {
        return status[row];
    }

    /** Gross output of the period at current prices; 0 for an exit. */
    public double output(int row) {
        return output[row];
    }

    /** Last year's output as restated in this period's return; 0 for a new plant or an exit. */
    public double base(int row) {
        return base[row];
    }

    /** Last year's output as filed last year; 0 for a new plant or an entry, which were not in the list. */
    public double baseFiled(int row) {
        return filed[row];
    }

    Codes column(String axis) {
        Codes codes = axes.get(axis);
        return codes != null ? codes : new Codes(List.of(""), new int[size()]);
    }

    /** The rows that stand under all the given codes of their trees. */
    public Observations under(Selection selection, Trees trees) {
        boolean[] keep = selection.rows(this, trees);
        Builder kept = builder(period);
        for (int row = 0; row < size(); row++) if (keep[row]) kept.copy(this, row, output[row], base[row], filed[row]);
        return kept.build();
    }

    /** Collects rows; not safe for several threads. */
    public static final class Builder {
        private final Period period;
        private final List<String> creditCodes = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Map<String, Codes.Builder> axes = new HashMap<>();
        private final List<Status> status = new ArrayList<>();
        private double[] output = new double[64];
        private double[] base = new double[64];
        private double[] filed = new double[64];

        private Builder(Period period) {
            this.period = period;
        }

        /**
         * Adds an enterprise.
         *
         * @param baseFiled last year's figure as filed last year; NaN means as restated (for entry and new plant: not
         *     in the list, 0)
         * @param codes its codes on the flat axes by axis name; what is missing is unclassified
         * @throws IllegalArgumentException if a figure is not finite or contradicts the status
         */
        public Builder add(
                String creditCode,
                String name,
                String region,
                String industry,
                Status status,
                double output,
                double base,
                double baseFiled,
                Map<String, String> codes) {
            int row = creditCodes.size();
            grow(row);
            this.output[row] = output;
            this.base[row] = base;
            filed[row] = Figures.filed(status, base, baseFiled);
            Figures.check(creditCode, status, output, base, filed[row]);
            creditCodes.add(creditCode);
            names.add(name);
            this.status.add(status);
            code("region", row, region);
            code("industry", row, industry);
            codes.forEach((axis, code) -> code(axis, row, code));
            return this;
        }

        /** Adds an enterprise whose base was filed last year as it stands now. */
        public Builder add(
                String creditCode,
                String name,
                String region,
                String industry,
                Status status,
                double output,
                double base,
                Map<String, String> codes) {
            return add(creditCode, name, region, industry, status, output, base, Double.NaN, codes);
        }

        /** Gives the enterprise added last its code on a flat axis; "" where it has none. */
        public Builder with(String axis, String code) {
            code(axis, creditCodes.size() - 1, code);
            return this;
        }

        Builder copy(Observations from, int row, double output, double base, double filed) {
            add(
                    from.creditCode(row),
                    from.name(row),
                    from.code("region", row),
                    from.code("industry", row),
                    from.status(row),
                    output,
                    base,
                    filed,
                    Map.of());
            for (String axis : from.axes.keySet()) {
                if (!axis.equals("region") && !axis.equals("industry")) with(axis, from.code(axis, row));
            }
            return this;
        }

        public int size() {
            return creditCodes.size();
        }

        public Observations build() {
            int size = creditCodes.size();
            var built = new HashMap<String, Codes>();
            axes.forEach((axis, codes) -> {
                codes.fillTo(size);
                built.put(axis, codes.build());
            });
            return new Observations(
                    period,
                    List.copyOf(creditCodes),
                    List.copyOf(names),
                    built,
                    status.toArray(Status[]::new),
                    Arrays.copyOf(output, size),
                    Arrays.copyOf(base, size),
                    Arrays.copyOf(filed, size));
        }

        private void code(String axis, int row, String code) {
            Codes.Builder codes = axes.computeIfAbsent(axis, _ -> new Codes.Builder());
            codes.fillTo(row);
            if (codes.size() > row) throw new IllegalStateException("row " + row + " has its code on " + axis);
            codes.add(code);
        }

        private void grow(int row) {
            if (row < output.length) return;
            output = Arrays.copyOf(output, row * 2);
            base = Arrays.copyOf(base, row * 2);
            filed = Arrays.copyOf(filed, row * 2);
        }
    }
}
