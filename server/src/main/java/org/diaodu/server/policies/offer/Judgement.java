package org.diaodu.server.policies.offer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
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
        return all.stream()
                .filter(one -> one.verdict() instanceof Entitled)
                .sorted(Comparator.comparingLong((Judged one) -> -paidFen(one))
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
        return outcomes().get(id(one));
    }

    private Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        bundle.parts().forEach(part -> outcomes.put(part.candidate().id(), part.outcome()));
        return outcomes;
    }

    private long paidFen(Judged one) {
        Outcome outcome = outcome(one);
        return outcome == null ? 0 : outcome.paidFen();
    }

    /** As the bundle names it. */
    static String id(Judged one) {
        String part = one.part();
        return part == null ? one.clause().id() : one.clause().id() + "@" + part;
    }

    /** The title of a clause by its id. */
    public PolicyClause clause(String id) {
        return book.clause(id, day);
    }
}
