package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why each candidate is paid what it is. */
final class Reasons {

    private final Situation situation;
    private final long[] paid;
    private final long[] due;

    Reasons(Situation situation, long[] paid) {
        this.situation = situation;
        this.paid = paid;
        this.due = situation.duesFen(paid);
    }

    Outcome of(int position) {
        Footing footing = situation.footings[position];
        if (footing != null && footing.baseFen(paid) == 0) {
            return new Outcome.BaseMissing(footing.law().base());
        }
        if (paid[position] == due[position]) {
            return new Outcome.Full(paid[position]);
        }
        Outcome lost = paid[position] == 0 ? lost(position) : null;
        return lost != null ? lost : new Outcome.Cut(paid[position], due[position], limits(position));
    }

    private Outcome.@Nullable Lost lost(int position) {
        Outcome.Lost lost = null;
        for (Exclusion exclusion : situation.exclusions) {
            for (int member : exclusion.members()) {
                if (isMember(exclusion.members(), position)
                        && paid[member] > 0
                        && situation.barred(exclusion, position, member)
                        && (lost == null || paid[member] > lost.toFen())) {
                    lost = new Outcome.Lost(
                            situation.candidates.get(member), paid[member], exclusion.name(), exclusion.rule());
                }
            }
        }
        return lost;
    }

    private List<Limit> limits(int position) {
        List<Limit> limits = new ArrayList<>();
        Limit.OfEarlier earlier = situation.deducted[position];
        if (earlier != null) {
            limits.add(earlier);
        }
        for (Pool pool : situation.pools) {
            if (isMember(pool.members(), position) && pool.sum(paid) >= pool.leftFen(due)) {
                Limit limit = pool.topUp()
                        ? new Limit.OfTopUp(pool.name(), pool.highestFen(due))
                        : new Limit.OfCeiling(pool.name(), pool.limitFen());
                if (!limits.contains(limit)) {
                    limits.add(limit);
                }
            }
        }
        return limits;
    }

    private static boolean isMember(int[] members, int position) {
        for (int member : members) {
            if (member == position) {
                return true;
            }
        }
        return false;
    }
}
