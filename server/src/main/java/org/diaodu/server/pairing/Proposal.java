package org.diaodu.server.pairing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Who would look after whom by the rule.
 *
 * @param placed those that would be given a leader
 * @param without those the rule gives a leader's level at which there is nobody, or nobody the caller may pair
 * @param kept how many stay with whom they have
 * @param mark changes whenever anything of the proposal does
 */
public record Proposal(List<Placed> placed, List<Without> without, int kept, String mark) {

    public Proposal {
        placed = List.copyOf(placed);
        without = List.copyOf(without);
    }

    /**
     * An enterprise and who would look after it.
     *
     * @param now who does; null for nobody
     * @param why the rule's level and how the share was found
     */
    public record Placed(
            long enterpriseId,
            String name,
            String region,
            String light,
            Unit.Level level,
            @Nullable Pairing now,
            Leader leader,
            String why) {}

    /** An enterprise for which there is no leader of the level at the place. */
    public record Without(long enterpriseId, String name, String region, Unit.Level level) {}

    /** How many each leader would be given, by number. */
    public Map<Leader, Long> shares() {
        Map<Leader, Long> shares = new TreeMap<>(
                java.util.Comparator.comparing((Leader leader) -> leader.unit().code())
                        .thenComparingLong(Leader::id));
        for (Placed one : placed) shares.merge(one.leader(), 1L, Long::sum);
        return shares;
    }
}
