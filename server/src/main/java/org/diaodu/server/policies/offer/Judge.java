package org.diaodu.server.policies.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.Entitlements;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.SubjectFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks every clause of a day about an enterprise, as far as the caller sees the enterprise. What is compiled of a clause is kept
 * as long as the book is the same. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class Judge {

    private static final int AHEAD_DAYS = 366;

    private final ClausesInForce clauses;
    private final SubjectFacts facts;
    private final Entitlements entitlements;
    private final AtomicReference<Compiled> compiled = new AtomicReference<>();

    Judge(ClausesInForce clauses, SubjectFacts facts, Entitlements entitlements) {
        this.clauses = clauses;
        this.facts = facts;
        this.entitlements = entitlements;
    }

    /** A book with those of its clauses that have been asked. */
    private record Compiled(PolicyBook book, Map<String, OneMatch> matches) {

        OneMatch of(PolicyClause clause) {
            return matches.computeIfAbsent(clause.label(), label -> OneMatch.of(clause, book));
        }
    }

    private Compiled of(PolicyBook book) {
        Compiled last = compiled.get();
        if (last != null && last.book == book) return last;
        Compiled fresh = new Compiled(book, new ConcurrentHashMap<>());
        compiled.set(fresh);
        return fresh;
    }

    /** The clauses as they are known for a day. */
    public PolicyBook book(LocalDate day) {
        return clauses.on(day);
    }

    /** The enterprise first, then its projects and products. Throws a 404 for one that is not there or not the caller's to see. */
    public List<KnownSubject> subjects(long enterprise, LocalDate day) {
        List<KnownSubject> subjects = facts.of(enterprise, day);
        if (subjects.isEmpty()) {
            throw Problem.notFound(
                    "PE01",
                    day + " 的名录里没有这家企业，或它不在您的范围内。",
                    "There is no such enterprise in the list of " + day + ", or it is outside your own.");
        }
        return subjects;
    }

    /** What the clauses of the day say to the enterprise. */
    public Judgement judge(long enterprise, LocalDate day) {
        return judge(enterprise, subjects(enterprise, day), day);
    }

    /** The same for an enterprise as it might be. */
    public Judgement judge(long enterprise, List<KnownSubject> subjects, LocalDate day) {
        PolicyBook book = book(day);
        Compiled ready = of(book);
        List<Judged> all = new ArrayList<>();
        List<Judgement.Fault> faults = new ArrayList<>();
        for (PolicyClause clause : book.inForce(day)) {
            for (KnownSubject subject : subjects) {
                ask(ready.of(clause), clause, subject, day, all, faults);
            }
        }
        return new Judgement(
                day, book, subjects, all, faults, BestOffer.of(book, day, subjects, all, entitlements.of(enterprise)));
    }

    /** What begins to hold within a year, soonest first: what it would say on its first day, with what is known today. */
    public List<Judged> coming(List<KnownSubject> subjects, LocalDate day) {
        PolicyBook book = book(day);
        Compiled ready = of(book);
        List<Judged> all = new ArrayList<>();
        book.clauses().stream()
                .filter(clause -> clause.text().validFrom().isAfter(day)
                        && clause.text().validFrom().isBefore(day.plusDays(AHEAD_DAYS)))
                .sorted(Comparator.comparing(
                        (PolicyClause clause) -> clause.text().validFrom()))
                .forEach(clause -> subjects.forEach(subject ->
                        ask(ready.of(clause), clause, subject, clause.text().validFrom(), all, new ArrayList<>())));
        return all;
    }

    private static void ask(
            OneMatch match,
            PolicyClause clause,
            KnownSubject subject,
            LocalDate day,
            List<Judged> all,
            List<Judgement.Fault> faults) {
        try {
            Matched matched = match.match(subject.subject(), day);
            if (!(matched.verdict() instanceof OutOfScope)) all.add(new Judged(subject, match, matched));
        } catch (PolicyFault fault) {
            faults.add(new Judgement.Fault(subject, clause, fault));
        }
    }

    /** One clause in its version of the day, ready to be asked. Throws {@link PolicyFault} where there is none of this id. */
    public OneMatch match(String clause, LocalDate day) {
        PolicyBook book = book(day);
        return of(book).of(book.clause(clause, day));
    }
}
