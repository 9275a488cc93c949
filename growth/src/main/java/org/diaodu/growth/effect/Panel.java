package org.diaodu.growth.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Status;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Real output of a province's enterprises by reporting period, each with its like-for-like base: V and U of
 * {@link org.diaodu.growth.GrowthAccount}, in one unit throughout. A return that is missing is simply not there; output
 * 0 on a base above 0 is an enterprise that stands still. Give the whole province: its base is what points of growth
 * are measured on. Immutable and safe to share.
 */
public final class Panel {
    private final List<Period> periods;
    private final List<Enterprise> enterprises;
    private final Map<String, Integer> rows = new HashMap<>();
    private final double[][] output;
    private final double[][] base;
    final int[] division;
    final int[] group;
    final int[] size;
    final int[] prefecture;

    private Panel(List<Period> periods, List<Enterprise> enterprises, double[][] output, double[][] base) {
        this.periods = periods;
        this.enterprises = enterprises;
        this.output = output;
        this.base = base;
        for (int row = 0; row < enterprises.size(); row++)
            rows.put(enterprises.get(row).creditCode(), row);
        division = numbers(Enterprise::division);
        group = numbers(Enterprise::group);
        size = numbers(Enterprise::size);
        prefecture = numbers(Enterprise::prefecture);
    }

    private int[] numbers(Function<Enterprise, String> code) {
        var numbers = new HashMap<String, Integer>();
        return enterprises.stream()
                .mapToInt(enterprise -> numbers.computeIfAbsent(code.apply(enterprise), _ -> numbers.size()))
                .toArray();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The reporting periods from the first to the last filed. */
    public List<Period> periods() {
        return periods;
    }

    /** How many enterprises there are. */
    public int enterprises() {
        return enterprises.size();
    }

    /** Growth in one period, in per cent; null where nothing is filed or the base is 0. */
    public @Nullable Double growthPct(String creditCode, Period period) {
        int row = row(creditCode);
        int column = column(period);
        if (row < 0 || column < 0 || column >= periods.size()) return null;
        double growth = growthPct(row, column, column);
        return Double.isNaN(growth) ? null : (Double) growth;
    }

    Enterprise enterprise(int row) {
        return enterprises.get(row);
    }

    /** The enterprise's row; −1 if it never filed. */
    int row(String creditCode) {
        return rows.getOrDefault(creditCode, -1);
    }

    /** How many reporting periods after the first one this is; negative before it. */
    int column(Period period) {
        return periods.isEmpty() ? -1 : steps(period) - steps(periods.getFirst());
    }

    private static int steps(Period reporting) {
        return reporting.year() * 11 + reporting.last().getMonthValue() - 2;
    }

    /**
     * Growth over a span of columns, in per cent, of the periods filed; at least half of them must be.
     *
     * @return NaN where fewer are filed, or their base is 0
     */
    double growthPct(int row, int from, int to) {
        double outputs = 0;
        double bases = 0;
        int filed = 0;
        for (int column = Math.max(0, from); column <= Math.min(to, periods.size() - 1); column++) {
            if (Double.isNaN(output[row][column])) continue;
            outputs += output[row][column];
            bases += base[row][column];
            filed++;
        }
        return 2 * filed < to - from + 1 || !(bases > 0) ? Double.NaN : (outputs / bases - 1) * 100;
    }

    /** Whether at least half of the columns are filed. */
    boolean filed(int row, int from, int to) {
        int filed = 0;
        for (int column = Math.max(0, from); column <= Math.min(to, periods.size() - 1); column++)
            if (!Double.isNaN(output[row][column])) filed++;
        return 2 * filed >= to - from + 1;
    }

    /** The base of the columns filed. */
    double base(int row, int from, int to) {
        double sum = 0;
        for (int column = Math.max(0, from); column <= Math.min(to, periods.size() - 1); column++)
            if (!Double.isNaN(base[row][column])) sum += base[row][column];
        return sum;
    }

    /** Collects returns; not safe for several threads. */
    public static final class Builder {
        private record Cell(double output, double base) {}

        private final Map<String, Enterprise> enterprises = new TreeMap<>();
        private final Map<String, Map<Period, Cell>> cells = new HashMap<>();
        private @Nullable Period first;
        private @Nullable Period last;

        private Builder() {}

        /**
         * Adds a return. What is said of the enterprise last holds for all its periods.
         *
         * @param output real output of the period, at last year's prices
         * @param base of the same period last year, like for like; 0 for a new plant
         * @throws IllegalArgumentException if the period is none that is reported for, a figure is negative or not
         *     finite, or the enterprise has filed for it already
         */
        public Builder add(Enterprise enterprise, Period period, double output, double base) {
            String code = enterprise.creditCode();
            if (!period.isReporting()) {
                throw new IllegalArgumentException(code + ": no return is filed for " + period
                        + ". Maybe January–February or a single month from March on was meant");
            }
            if (!(output >= 0 && base >= 0 && Double.isFinite(output) && Double.isFinite(base))) {
                throw new IllegalArgumentException(code + ", " + period + ": output " + output + " and base " + base
                        + " must be finite and not negative. Maybe the return is missing: then leave it out");
            }
            if (cells.computeIfAbsent(code, _ -> new HashMap<>()).put(period, new Cell(output, base)) != null) {
                throw new IllegalArgumentException(code + " has filed for " + period + " already");
            }
            enterprises.put(code, enterprise);
            if (first == null || period.compareTo(first) < 0) first = period;
            if (last == null || period.compareTo(last) > 0) last = period;
            return this;
        }

        /** Adds a closed period: V = r·P·100/π and U = r·B of each enterprise in the list; exits are left out. */
        public Builder add(Observations closed, Parameters parameters) {
            Period period = closed.period();
            for (int row = 0; row < closed.size(); row++) {
                if (closed.status(row) == Status.EXIT) continue;
                String industry = closed.code("industry", row);
                double rate = parameters.vaRate(industry, period);
                add(
                        new Enterprise(
                                closed.creditCode(row), industry, closed.code("size", row), closed.code("region", row)),
                        period,
                        rate * closed.output(row) * 100 / parameters.priceIndex(industry, period),
                        rate * closed.base(row));
            }
            return this;
        }

        public Panel build() {
            List<Period> periods = first == null || last == null ? List.of() : Period.reportingFrom(first, last);
            List<Enterprise> rows = new ArrayList<>(enterprises.values());
            var output = new double[rows.size()][periods.size()];
            var base = new double[rows.size()][periods.size()];
            for (int row = 0; row < rows.size(); row++) {
                Arrays.fill(output[row], Double.NaN);
                Arrays.fill(base[row], Double.NaN);
                Map<Period, Cell> filed = cells.getOrDefault(rows.get(row).creditCode(), Map.of());
                for (int column = 0; column < periods.size(); column++) {
                    Cell cell = filed.get(periods.get(column));
                    if (cell == null) continue;
                    output[row][column] = cell.output();
                    base[row][column] = cell.base();
                }
            }
            return new Panel(periods, List.copyOf(rows), output, base);
        }
    }
}
