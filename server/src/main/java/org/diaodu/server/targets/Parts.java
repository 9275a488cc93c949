package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.diaodu.growth.PublishedContributions;
import org.jspecify.annotations.Nullable;

/**
 * A target and what it was broken down to. Parts of a flow or a level are added; of a rate each adds its share of the base times
 * its rate (domain.md §3, {@code c = w₀·g}), so that what was given and what is left are the whole exactly.
 *
 * @param parts those that count or are proposed
 */
public record Parts(Target whole, List<Target> parts) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One part and what it adds to the whole, in the whole's base units; in points for a rate. */
    public record Part(Target target, BigDecimal adds) {}

    public List<Part> each() {
        return parts.stream().map(part -> new Part(part, adds(part))).toList();
    }

    private BigDecimal adds(Target part) {
        BigDecimal value = part.aim().low();
        BigDecimal weight = part.weightPct();
        if (!whole.isWeighted()) return value;
        return weight == null ? BigDecimal.ZERO : value.multiply(weight).divide(HUNDRED, MathContext.DECIMAL128);
    }

    public BigDecimal given() {
        return parts.stream().map(this::adds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is still to be given; below zero where more was given than the whole. */
    public BigDecimal left() {
        return whole.aim().low().subtract(given());
    }

    public boolean addsUp() {
        return left().signum() == 0;
    }

    /** The share of the base that has a part, per cent. */
    public BigDecimal weighted() {
        return parts.stream()
                .map(part -> part.weightPct() == null ? BigDecimal.ZERO : part.weightPct())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rate what has no part must have, so that all comes to the whole; null where everything has one. */
    public @Nullable BigDecimal rateOfTheRest() {
        BigDecimal rest = HUNDRED.subtract(weighted());
        if (!whole.isWeighted() || rest.signum() <= 0) return null;
        return left().multiply(HUNDRED).divide(rest, MathContext.DECIMAL64);
    }

    /** The parts of a rate as growth accounts write them; what is left is the residual. */
    public PublishedContributions contributions() {
        return PublishedContributions.ofBaseShares(
                whole.aim().low().doubleValue(),
                parts.stream()
                        .map(part -> new PublishedContributions.Rate(
                                part.region(),
                                part.owner(),
                                part.weightPct() == null
                                        ? Double.NaN
                                        : part.weightPct().doubleValue(),
                                part.aim().low().doubleValue()))
                        .toList());
    }
}
