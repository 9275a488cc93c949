package org.diaodu.growth;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One group of a dimension at one level: a city, an industry, the large enterprises, or a pair of a cross.
 *
 * @param dimension name of the dimension, {@code region} or {@code region*industry}
 * @param parts the node on each axis; one for a plain dimension
 * @param enterprises enterprises in the list this period, exits not counted
 * @param base like-for-like base U, value added in the unit of the returns
 * @param value real value added V at last year's prices, same unit
 * @param growthPct V/U − 1 in per cent; null where the base is 0
 * @param contributionPp (V − U)/ΣU·100, points of the total's growth; adds up over a level; null where ΣU is 0
 * @param shareOfGrowthPct contribution ÷ total growth · 100; null where the total's growth is 0
 * @param nominalPct growth at current prices in per cent; null where the base is 0
 * @param pricePp what prices add to the total's nominal growth in this group, points; adds up over a level
 * @param scope the group's own ratio of published levels against its own growth
 * @param scopePp what the group adds to the total's published ratio less its growth, points; adds up over a level
 * @param largestShare the larger of its largest enterprise's shares in value and in base, 0 to 1
 * @param suppressed whether the figures are withheld: then base, value and largestShare are NaN and the rest null
 */
public record Group(
        String dimension,
        List<Part> parts,
        int enterprises,
        double base,
        double value,
        @Nullable Double growthPct,
        @Nullable Double contributionPp,
        @Nullable Double shareOfGrowthPct,
        @Nullable Double nominalPct,
        @Nullable Double pricePp,
        Scope scope,
        @Nullable Double scopePp,
        double largestShare,
        boolean suppressed) {

    static Group of(String dimension, List<Part> parts, Totals own, Totals total) {
        return new Group(
                dimension,
                parts,
                own.enterprises(),
                own.base(),
                own.value(),
                own.growthPct(),
                own.contributionPp(total.base()),
                total.shareOfGrowthPct(own.value() - own.base()),
                own.nominalPct(),
                own.pricePp(total.base()),
                own.scope(),
                own.scopePp(total),
                own.largestShare(),
                false);
    }

    /** The group's level: {@code prefecture}; of a cross {@code prefecture*division}. */
    public String level() {
        return joined(Part::level, "*");
    }

    /**
     * The group's code; of a cross the codes joined by *. A trailing - marks the part of a group that is known no
     * further down: enterprises whose code ends at a higher level.
     */
    public String code() {
        return joined(Part::code, "*");
    }

    public String name() {
        return joined(Part::name, " × ");
    }

    /** The code one level up in the tree of the last axis that has an upper level; null at the top. */
    public @Nullable String parent() {
        for (int last = parts.size() - 1; last >= 0; last--) {
            if (parts.get(last).parent() == null) continue;
            int moved = last;
            return IntStream.range(0, parts.size())
                    .mapToObj(axis -> axis == moved
                            ? String.valueOf(parts.get(axis).parent())
                            : parts.get(axis).code())
                    .collect(Collectors.joining("*"));
        }
        return null;
    }

    private String joined(Function<Part, String> of, String separator) {
        return parts.size() == 1
                ? of.apply(parts.getFirst())
                : parts.stream().map(of).collect(Collectors.joining(separator));
    }

    /** This group without its scope effect. */
    Group withoutScope() {
        return new Group(
                dimension,
                parts,
                enterprises,
                base,
                value,
                growthPct,
                contributionPp,
                shareOfGrowthPct,
                nominalPct,
                pricePp,
                Scope.WITHHELD,
                null,
                largestShare,
                suppressed);
    }

    /** This group with its figures withheld; the number of enterprises stays. */
    Group withheld() {
        return new Group(
                dimension,
                parts,
                enterprises,
                Double.NaN,
                Double.NaN,
                null,
                null,
                null,
                null,
                null,
                Scope.WITHHELD,
                null,
                Double.NaN,
                true);
    }
}
