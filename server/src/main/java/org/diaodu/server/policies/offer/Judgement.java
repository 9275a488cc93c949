package org.diaodu.server.policies.offer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.stacking.Bundle;
import org.diaodu.policy.stacking.Outcome;
import org.diaodu.policy.words.Gap;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;

/**
 * All that the clauses of a day say to an enterprise with its projects and products.
 *
 * @param subjects the enterprise first
 * @param all what speaks of it; clauses for others are left out
 * @param faults of clauses that could not be asked with the facts as they are
 * @param bundle the best that is lawful of all that is due in money
 */
public record Judgement(
        LocalDate day,
        PolicyBook book,
        List<KnownSubject> subjects,
        List<Judged> all,
        List<Fault> faults,
        Bundle bundle) {

    public Judgement {
        subjects = List.copyOf(subjects);
        all = List.copyOf(all);
        faults = List.copyOf(faults);
    }

    /** A clause that gave up on a subject, and why. */
    public record Fault(KnownSubject subject, PolicyClause clause, PolicyFault fault) {}

    public KnownSubject enterprise() {
        return subjects.getFirst();
    }

    /** What is due, what pays most first, then the rights. */
    public List<Judged> entitled() {
        Map<String, Long> paid = bundle.paidFen();
        return all.stream()
                .filter(one -> one.verdict() instanceof Entitled)
                .sorted(Comparator.comparingLong((Judged one) -> -paid.getOrDefault(id(one), 0L))
                        .thenComparing(one -> one.clause().id()))
                .toList();
    }

    /** What is nearly due. */
    public List<Judged> almost() {
        return of(NotEntitled.class).stream().filter(Judgement::isAlmost).toList();
    }

    /** What is not due and not nearly. */
    public List<Judged> others() {
        return of(NotEntitled.class).stream().filter(one -> !isAlmost(one)).toList();
    }

    /** What cannot be told for want of a fact. */
    public List<Judged> needs() {
        return of(NeedsFacts.class);
    }

    private List<Judged> of(Class<? extends Verdict> verdict) {
        return all.stream().filter(one -> verdict.isInstance(one.verdict())).toList();
    }

    private static boolean isAlmost(Judged one) {
        return one.verdict() instanceof NotEntitled not
                && !Gap.almost(not.nearMisses()).isEmpty();
    }

    /** What becomes of it in the best bundle; null where it is no money. */
    public @Nullable Outcome outcome(Judged one) {
        String id = id(one);
        for (Bundle.Part part : bundle.parts()) {
            if (part.candidate().id().equals(id)) return part.outcome();
        }
        return null;
    }

    /** As the bundle names it. */
    static String id(Judged one) {
        String part = one.part();
        return part == null ? one.clause().id() : one.clause().id() + "@" + part;
    }

    /** A clause in the version of the day. */
    public PolicyClause clause(String id) {
        return book.clause(id, day);
    }
}
