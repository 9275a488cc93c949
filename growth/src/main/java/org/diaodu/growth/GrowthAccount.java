package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Growth at comparable prices of a set of enterprises and what every group adds to it. With gross output P (current
 * prices), last year's output as restated B, value-added rate r and price index π (same period last year = 100):
 *
 * <pre>
 *   V = r·P/(π/100)     U = r·B     g = ΣV/ΣU − 1     c = (V − U)/ΣU·100,  Σc = 100·g
 *   nominal growth  Σr·P/ΣU − 1 = g + price,  price = Σ(r·P − V)/ΣU
 * </pre>
 *
 * <p>Source: the national bureau's published notes on value added of designated-size industry at comparable prices
 * (design: domain.md section 3). Nothing is rounded.
 *
 * @param growthPct growth in per cent; null where the base is 0
 * @param base like-for-like base ΣU, in the unit of the returns
 * @param value real value added ΣV at last year's prices, same unit
 * @param enterprises enterprises in the list this period, exits not counted
 * @param nominalPct growth at current prices in per cent; null where the base is 0
 * @param pricePp nominal less real growth, in points; null where the base is 0
 * @param scope what separates the ratio of published levels from growth
 * @param residualPp the largest residual of any level, with its sign, in points
 * @param residuals the residual of every level of every dimension
 * @param groups the groups of the asked dimensions, in their order, level by level
 * @param contributions the enterprises' contributions
 */
public record GrowthAccount(
        Period period,
        @Nullable Double growthPct,
        double base,
        double value,
        int enterprises,
        @Nullable Double nominalPct,
        @Nullable Double pricePp,
        Scope scope,
        double residualPp,
        List<LevelResidual> residuals,
        List<Group> groups,
        Contributions contributions) {

    /** Computes the account; the same rows give the same figures to the last bit, however many threads there are. */
    public static GrowthAccount of(
            Observations observations, Parameters parameters, List<Dimension> dimensions, Trees trees) {
        var amounts = new Amounts(observations, parameters);
        Totals total = total(amounts);
        List<List<Group>> byDimension = dimensions.parallelStream()
                .map(dimension -> new Breakdown(dimension, amounts, trees).groups(total))
                .toList();
        List<LevelResidual> residuals = byDimension.stream()
                .flatMap(groups -> residuals(groups, total).stream())
                .toList();
        return new GrowthAccount(
                observations.period(),
                total.growthPct(),
                total.base(),
                total.value(),
                total.enterprises(),
                total.nominalPct(),
                total.pricePp(total.base()),
                total.scope(),
                largest(residuals),
                residuals,
                byDimension.stream().flatMap(List::stream).toList(),
                new Contributions(amounts, total));
    }

    /** The groups of a dimension at a level. */
    public List<Group> groups(Dimension dimension, String level) {
        return groups.stream()
                .filter(group -> group.dimension().equals(dimension.name())
                        && group.level().equals(level))
                .toList();
    }

    /** The group of a dimension with a code, at the highest level that has it. */
    public Optional<Group> group(Dimension dimension, String code) {
        return groups.stream()
                .filter(group -> group.dimension().equals(dimension.name())
                        && group.code().equals(code))
                .findFirst();
    }

    private static Totals total(Amounts amounts) {
        var tally = new Tally(1);
        for (int row = 0; row < amounts.value.length; row++) tally.add(0, amounts, row);
        return tally.of(0);
    }

    private static List<LevelResidual> residuals(Collection<Group> groups, Totals total) {
        var sums = new LinkedHashMap<String, Sums>();
        for (Group group : groups) {
            Double contributionPp = group.contributionPp();
            Sums sum = sums.computeIfAbsent(group.level(), _ -> new Sums(1));
            if (contributionPp != null) sum.add(0, contributionPp);
        }
        Double growthPct = total.growthPct();
        var residuals = new ArrayList<LevelResidual>();
        sums.forEach((level, sum) -> residuals.add(new LevelResidual(
                groups.iterator().next().dimension(), level, growthPct == null ? 0 : sum.of(0) - growthPct)));
        return residuals;
    }

    private static double largest(List<LevelResidual> residuals) {
        double largest = 0;
        for (LevelResidual residual : residuals) {
            if (Math.abs(residual.residualPp()) > Math.abs(largest)) largest = residual.residualPp();
        }
        return largest;
    }
}
