package org.diaodu.growth;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A change in value split into volume and price by part, without a rest: {@code change = Σ volume + Σ price +
 * residual}, the residual being rounding only.
 *
 * @param change the change of the total: in the unit of the values (Bennet) or in log points × 100 (Montgomery–Vartia)
 */
public record PriceVolumeSplit(double change, List<Row> rows, double residual) {

    /** What a part's volume and price add to the change. */
    public record Row(String code, String name, double volume, double price) {}

    /**
     * Bennet's split of the difference of values: volume {@code (p0+p1)/2·(q1−q0)}, price {@code (q0+q1)/2·(p1−p0)}. A
     * part without value in one of the periods has no price there: all of its change is volume. Source: T. L. Bennet,
     * JRSS 83 (1920), 455–462; W. E. Diewert, Index number theory using differences rather than ratios (1998).
     */
    public static PriceVolumeSplit bennet(List<PricedPart> parts) {
        List<Row> rows = parts.stream()
                .map(part -> {
                    if (part.value0() == 0 || part.value1() == 0) {
                        return new Row(part.code(), part.name(), part.value1() - part.value0(), 0);
                    }
                    return new Row(
                            part.code(),
                            part.name(),
                            (part.price0() + part.price1()) / 2 * (part.quantity1() - part.quantity0()),
                            (part.quantity0() + part.quantity1()) / 2 * (part.price1() - part.price0()));
                })
                .toList();
        return of(total(parts, PricedPart::value1) - total(parts, PricedPart::value0), rows);
    }

    /**
     * The Montgomery–Vartia split of the logarithm of the ratio of values, in log points × 100: with the logarithmic mean
     * L(a,b) = (a−b)/ln(a/b), part i has the weight L(v1,v0)/L(V1,V0). Source: Y. O. Vartia, Ideal log-change index
     * numbers, Scandinavian Journal of Statistics 3 (1976), 121–126.
     *
     * @throws IllegalArgumentException if a value or price is not above 0: it has no logarithm
     */
    public static PriceVolumeSplit montgomeryVartia(List<PricedPart> parts) {
        double total0 = total(parts, PricedPart::value0);
        double total1 = total(parts, PricedPart::value1);
        double totalMean = logarithmicMean(total1, total0);
        List<Row> rows = parts.stream()
                .map(part -> {
                    if (!(Math.min(Math.min(part.value0(), part.value1()), Math.min(part.price0(), part.price1()))
                            > 0)) {
                        throw new IllegalArgumentException(part.code() + " " + part.name()
                                + " has a value or price that is not above 0. Maybe use Bennet's split, which takes"
                                + " entry and exit");
                    }
                    double weight = logarithmicMean(part.value1(), part.value0()) / totalMean * 100;
                    return new Row(
                            part.code(),
                            part.name(),
                            weight * Math.log(part.quantity1() / part.quantity0()),
                            weight * Math.log(part.price1() / part.price0()));
                })
                .toList();
        return of(Math.log(total1 / total0) * 100, rows);
    }

    static double logarithmicMean(double a, double b) {
        double ratio = (a - b) / b;
        return Math.abs(ratio) < 1e-8 ? b * (1 + ratio / 2) : (a - b) / Math.log1p(ratio);
    }

    private static double total(List<PricedPart> parts, ToDoubleFunction<PricedPart> figure) {
        return Sums.of(parts.stream().mapToDouble(figure).toArray());
    }

    private static PriceVolumeSplit of(double change, List<Row> rows) {
        var sum = new Sums(1);
        sum.add(0, change);
        for (Row row : rows) {
            sum.add(0, -row.volume());
            sum.add(0, -row.price());
        }
        return new PriceVolumeSplit(change, rows, sum.of(0));
    }
}
