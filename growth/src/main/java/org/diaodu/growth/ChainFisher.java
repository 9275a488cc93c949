package org.diaodu.growth;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Contributions to one link of a chained Fisher volume index, with the Fisher price index FP:
 *
 * <pre>
 *   c = (p0 + p1/FP)·(q1 − q0) / Σ(p0 + p1/FP)·q0 · 100,   Σc = Fisher growth exactly
 * </pre>
 *
 * <p>Source: Statistics Canada, User Guide: Canadian System of Macroeconomic Accounts, 13-017-x, chapter 2, table 2.12;
 * W. E. Diewert, The quadratic approximation lemma and decompositions of superlative indexes (2002).
 */
public final class ChainFisher {
    private ChainFisher() {}

    /** The contributions of the parts to Fisher volume growth; every price must be above 0 in both periods. */
    public static PublishedContributions of(List<PricedPart> parts) {
        for (PricedPart part : parts) {
            if (!(part.price0() > 0 && part.price1() > 0)) {
                throw new IllegalArgumentException(part.code() + " " + part.name() + " has a price that is not above 0:"
                        + " " + part.price0() + ", " + part.price1() + ". Maybe a new part: give a price for the base"
                        + " period too, or use Bennet's split");
            }
        }
        double p0q0 = sum(parts, part -> part.price0() * part.quantity0());
        double p0q1 = sum(parts, part -> part.price0() * part.quantity1());
        double p1q0 = sum(parts, part -> part.price1() * part.quantity0());
        double p1q1 = sum(parts, part -> part.price1() * part.quantity1());
        double price = Math.sqrt(p1q0 / p0q0 * (p1q1 / p0q1));
        double volume = Math.sqrt(p0q1 / p0q0 * (p1q1 / p1q0));
        double whole = p0q0 + p1q0 / price;
        List<PublishedContributions.Row> rows = parts.stream()
                .map(part -> {
                    double mixed = part.price0() + part.price1() / price;
                    double change = part.quantity1() - part.quantity0();
                    return new PublishedContributions.Row(
                            part.code(),
                            part.name(),
                            mixed * part.quantity0() / whole * 100,
                            part.quantity0() == 0 ? Double.NaN : change / part.quantity0() * 100,
                            mixed * change / whole * 100);
                })
                .toList();
        return PublishedContributions.of((volume - 1) * 100, rows, List.of());
    }

    private static double sum(List<PricedPart> parts, ToDoubleFunction<PricedPart> figure) {
        return Sums.of(
                parts.stream().mapToDouble(part -> figure.applyAsDouble(part)).toArray());
    }
}
