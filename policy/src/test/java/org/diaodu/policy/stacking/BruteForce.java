package org.diaodu.policy.stacking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The best lawful bundle by trying every amount of every candidate. */
final class BruteForce {

    private final List<Candidate> candidates;
    private final Lawfulness lawfulness;
    private final int[] order;
    private final int[] priority;
    private final long[] tried;
    private long[] best;

    private BruteForce(MadeUp drawn) {
        candidates = drawn.claims().candidates();
        lawfulness = new Lawfulness(drawn);
        Map<String, Integer> priorities = new HashMap<>();
        drawn.grants().forEach(grant -> priorities.put(grant.clause(), grant.priority()));
        priority = candidates.stream()
                .mapToInt(candidate -> priorities.getOrDefault(candidate.clause(), 0))
                .toArray();
        order = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> priority[i])
                        .thenComparing(i -> candidates.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        tried = new long[candidates.size()];
        best = new long[candidates.size()];
    }

    static Map<String, Long> best(MadeUp drawn) {
        BruteForce search = new BruteForce(drawn);
        search.tryFrom(0);
        Map<String, Long> paid = new HashMap<>();
        for (int i = 0; i < search.best.length; i++) {
            paid.put(search.candidates.get(i).id(), search.best[i]);
        }
        return paid;
    }

    private void tryFrom(int position) {
        if (position == tried.length) {
            if (isBetter() && lawfulness.allows(tried)) {
                best = tried.clone();
            }
            return;
        }
        for (long amount = candidates.get(position).amountFen(); amount >= 0; amount--) {
            tried[position] = amount;
            tryFrom(position + 1);
        }
    }

    /** More in all; else more to a smaller priority number; else more to the first in order. */
    private boolean isBetter() {
        long more = LongStream.of(tried).sum() - LongStream.of(best).sum();
        for (int level = 1; more == 0 && level <= 3; level++) {
            for (int i = 0; i < tried.length; i++) {
                more += priority[i] == level ? tried[i] - best[i] : 0;
            }
        }
        for (int k = 0; more == 0 && k < order.length; k++) {
            more = tried[order[k]] - best[order[k]];
        }
        return more > 0;
    }
}
