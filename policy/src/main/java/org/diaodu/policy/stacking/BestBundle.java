package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.policy.PolicyFault;

/**
 * The bundle that pays a subject most without breaking a law, exactly and in whole fen.
 *
 * <p>Among bundles of the same total the first is taken in this order: more to the smallest priority number, all its
 * candidates together; then to the next, and so on; then more to each candidate in turn, in the order of priority and id.
 * So the answer is unique.
 *
 * <p>Ceilings that cannot bind are left aside; what the others, groups and supplements join is settled together, by
 * {@link ClosedForm} or {@link Enumeration} where it is of that form and else by {@link Solver}. May be called from several threads.
 */
public final class BestBundle {

    private BestBundle() {}

    /** Throws {@link PolicyFault} where the claims do not fit the laws. */
    public static Bundle of(StackingLaws laws, Claims claims) {
        return of(laws, claims, true);
    }

    static Bundle of(StackingLaws laws, Claims claims, boolean closedForm) {
        review(laws, claims);
        List<Candidate> all = claims.candidates().stream()
                .sorted(Comparator.<Candidate>comparingInt(
                                candidate -> laws.grant(candidate.clause()).priority())
                        .thenComparing(Candidate::id))
                .toList();
        Map<Candidate, Outcome> outcomes = new HashMap<>();
        List<Candidate> live = new ArrayList<>();
        for (Candidate candidate : all) {
            Outcome barred = Bars.of(laws, claims, candidate);
            if (barred == null) {
                live.add(candidate);
            } else {
                outcomes.put(candidate, barred);
            }
        }
        Situation situation = new Situation(laws, claims, live);
        long[] paid = new long[live.size()];
        int solved = settle(situation, closedForm, paid);
        Reasons reasons = new Reasons(situation, paid);
        for (int i = 0; i < live.size(); i++) {
            outcomes.put(live.get(i), reasons.of(i));
        }
        return new Bundle(
                all.stream()
                        .map(candidate -> new Bundle.Part(candidate, outcome(outcomes, candidate)))
                        .toList(),
                solved);
    }

    private static Outcome outcome(Map<Candidate, Outcome> outcomes, Candidate candidate) {
        return Objects.requireNonNull(outcomes.get(candidate));
    }

    private static void review(StackingLaws laws, Claims claims) {
        Set<String> ids = new HashSet<>();
        for (Candidate candidate : claims.candidates()) {
            if (!laws.knows(candidate.clause())) {
                throw LawReview.unknown("应享项目", "a candidate", candidate.clause());
            }
            if (!ids.add(candidate.id())) {
                throw new PolicyFault(
                        "stacking.candidate-twice",
                        "应享项目 " + candidate.id() + " 出现了两次。建议：同一条款对同一企业或项目只算一次。",
                        "candidate " + candidate.id()
                                + " stands twice. Maybe a clause was reckoned twice for one enterprise or project.");
            }
        }
    }

    /** Returns how many components were solved. */
    private static int settle(Situation situation, boolean closedForm, long[] paid) {
        List<Pool> pools = closedForm ? binding(situation) : situation.pools;
        int solved = 0;
        for (int[] component : Components.of(situation, pools)) {
            boolean known = closedForm
                    && (ClosedForm.settle(situation, pools, component, paid)
                            || Enumeration.settle(situation, pools, component, paid));
            if (!known) {
                Solver.settle(situation, pools, component, paid);
                solved++;
            }
        }
        return solved;
    }

    /** All pools but the ceilings that what is best without them keeps anyway. */
    private static List<Pool> binding(Situation situation) {
        List<Pool> pools = new ArrayList<>();
        List<Pool> ceilings = new ArrayList<>();
        situation.pools.forEach(pool -> (pool.topUp() ? pools : ceilings).add(pool));
        List<Pool> broken = ceilings;
        while (!broken.isEmpty()) {
            long[] most = most(situation, pools); // again, because a ceiling pushes payments below another
            broken = ceilings.stream()
                    .filter(pool -> pool.sum(most) > pool.leftFen(most))
                    .toList();
            pools.addAll(broken);
            ceilings.removeAll(broken);
        }
        return pools;
    }

    /** What each is paid if only these pools bind, or no less where that takes a search. */
    private static long[] most(Situation situation, List<Pool> pools) {
        long[] most = situation.upper.clone();
        for (int[] component : Components.of(situation, pools)) {
            ClosedForm.settle(situation, pools, component, most);
        }
        return most;
    }
}
