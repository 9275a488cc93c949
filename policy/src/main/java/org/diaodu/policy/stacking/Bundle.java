package org.diaodu.policy.stacking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best lawful bundle of a subject: what becomes of each candidate, in the order of priority and id.
 *
 * @param solved how many components went to the solver; 0 where the closed form answered
 */
public record Bundle(List<Part> parts, int solved) {

    /** One candidate and its outcome. */
    public record Part(Candidate candidate, Outcome outcome) {}

    public Bundle {
        parts = List.copyOf(parts);
    }

    public long totalFen() {
        return parts.stream().mapToLong(part -> part.outcome().paidFen()).sum();
    }

    /** What each candidate is paid, by its id. */
    public Map<String, Long> paidFen() {
        Map<String, Long> paid = new LinkedHashMap<>();
        parts.forEach(part -> paid.put(part.candidate().id(), part.outcome().paidFen()));
        return paid;
    }
}
