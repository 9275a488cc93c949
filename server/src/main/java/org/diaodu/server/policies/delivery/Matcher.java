package org.diaodu.server.policies.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Bundle;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.policy.stacking.Outcome;
import org.diaodu.policy.words.PlainWords;
import org.diaodu.rules.files.Language;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.delivery.Judgement.Kind;
import org.jspecify.annotations.Nullable;

/** All clauses in force on a day over one enterprise after another. Immutable, and safe for many threads at once. */
final class Matcher {

    private final LocalDate day;
    private final BookLaws laws;
    private final List<OneClause> clauses = new ArrayList<>();

    private record OneClause(PolicyClause clause, OneMatch match) {}

    Matcher(PolicyBook book, LocalDate day) {
        this.day = day;
        this.laws = BookLaws.of(book, day);
        book.inForce(day).forEach(clause -> clauses.add(new OneClause(clause, OneMatch.of(clause, book))));
    }

    /** Whether the clause is in force on the day. */
    boolean speaksOf(String clause) {
        return clauses.stream().anyMatch(one -> one.clause().id().equals(clause));
    }

    int clauses() {
        return clauses.size();
    }

    /**
     * What the clauses say to an enterprise, its projects and products, after what excludes each other is settled.
     *
     * @param earlier what was approved or paid before
     */
    List<Judgement> judge(List<KnownSubject> subjects, List<Earlier> earlier) {
        List<Judgement> judged = new ArrayList<>();
        for (KnownSubject subject : subjects) {
            for (OneClause one : clauses) {
                if (one.clause().terms().subject() == subject.id().kind()) {
                    Judgement judgement = judge(subjects.getFirst(), subject, one);
                    if (judgement != null) judged.add(judgement);
                }
            }
        }
        return settled(subjects, judged, earlier);
    }

    private @Nullable Judgement judge(KnownSubject enterprise, KnownSubject subject, OneClause one) {
        try {
            Matched matched = one.match().match(subject.subject(), day);
            return switch (matched.verdict()) {
                case Verdict.OutOfScope _ -> null;
                case Verdict.Entitled(BigDecimal amount, String grade) ->
                    new Judgement(
                            enterprise,
                            subject,
                            one.clause(),
                            Kind.ENTITLED,
                            amount == null ? null : amount.movePointRight(2).longValueExact(),
                            null,
                            grade,
                            0,
                            List.of(),
                            new PlainWords(matched, Language.ZH).grounds(),
                            new PlainWords(matched, Language.EN).grounds());
                case Verdict.NotEntitled not ->
                    said(
                            enterprise,
                            subject,
                            one.clause(),
                            Kind.NOT,
                            not.nearMisses().isEmpty()
                                    ? 0
                                    : not.nearMisses().getFirst().shortfalls().size(),
                            List.of(),
                            new PlainWords(matched, Language.ZH).sentence(),
                            new PlainWords(matched, Language.EN).sentence());
                case Verdict.NeedsFacts needs ->
                    said(
                            enterprise,
                            subject,
                            one.clause(),
                            Kind.NEEDS,
                            0,
                            needs.missing().stream().map(MissingFact::name).toList(),
                            String.join(
                                    "；",
                                    needs.missing().stream()
                                            .map(MissingFact::zh)
                                            .toList()),
                            String.join(
                                    "; ",
                                    needs.missing().stream()
                                            .map(MissingFact::en)
                                            .toList()));
            };
        } catch (PolicyFault fault) {
            return said(enterprise, subject, one.clause(), Kind.FAULT, 0, List.of(), fault.chinese(), fault.english());
        }
    }

    private static Judgement said(
            KnownSubject enterprise,
            KnownSubject subject,
            PolicyClause clause,
            Kind kind,
            int failing,
            List<String> missing,
            String zh,
            String en) {
        return new Judgement(enterprise, subject, clause, kind, null, null, null, failing, missing, zh, en);
    }

    private List<Judgement> settled(List<KnownSubject> subjects, List<Judgement> judged, List<Earlier> earlier) {
        Map<String, Long> limits = limits(subjects);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        List<Judgement> open = new ArrayList<>();
        for (Judgement one : judged) {
            if (one.kind() == Kind.ENTITLED && one.dueFen() != null) {
                Judgement wanting = wantingLimit(one, limits);
                open.add(wanting == null ? one : wanting);
                if (wanting == null) {
                    Candidate candidate = candidate(one, one.dueFen());
                    candidates.put(candidate.id(), candidate);
                }
            } else {
                open.add(one);
            }
        }
        if (candidates.isEmpty()) return open;
        Bundle bundle = BestBundle.of(laws.laws(), new Claims(List.copyOf(candidates.values()), earlier, limits));
        Map<String, Outcome> outcomes = new HashMap<>();
        bundle.parts().forEach(part -> outcomes.put(part.candidate().id(), part.outcome()));
        return open.stream().map(one -> after(one, outcomes)).toList();
    }

    private Judgement after(Judgement one, Map<String, Outcome> outcomes) {
        Outcome outcome = one.kind() != Kind.ENTITLED || one.dueFen() == null
                ? null
                : outcomes.get(candidate(one, one.dueFen()).id());
        if (outcome == null) return one;
        return switch (outcome) {
            case Outcome.Full(long paid) -> one.outcome(Kind.ENTITLED, paid, one.zh(), one.en());
            case Outcome.AlreadyPaid paid -> one.outcome(Kind.RECEIVED, 0, paid.zh(), paid.en());
            default ->
                one.outcome(
                        outcome.paidFen() > 0 ? Kind.ENTITLED : Kind.OUTDONE,
                        outcome.paidFen(),
                        (outcome.paidFen() > 0 ? one.zh() + "；" : "") + named(outcome.zh(), outcome, false),
                        (outcome.paidFen() > 0 ? one.en() + "; " : "") + named(outcome.en(), outcome, true));
        };
    }

    /** The clause an outcome speaks of by its title, as people know it. */
    private String named(String words, Outcome outcome, boolean english) {
        return switch (outcome) {
            case Outcome.Lost lost ->
                words.replace(lost.to().id(), title(lost.to().clause(), english));
            case Outcome.BaseMissing missing -> words.replace(missing.base(), title(missing.base(), english));
            case Outcome.AlreadyChosen chosen ->
                words.replace(chosen.earlier().clause(), title(chosen.earlier().clause(), english));
            case Outcome.Full _, Outcome.Cut _, Outcome.AlreadyPaid _ -> words;
        };
    }

    private String title(String clause, boolean english) {
        return clauses.stream()
                .map(one -> one.clause())
                .filter(one -> one.id().equals(clause))
                .findFirst()
                .map(one -> english && !one.text().titleEn().isEmpty()
                        ? "\"" + one.text().titleEn() + "\""
                        : "“" + one.text().title() + "”")
                .orElse(clause);
    }

    private static Candidate candidate(Judgement one, long dueFen) {
        String project = one.subject().id().kind() == SubjectKind.ENTERPRISE
                ? null
                : one.subject().id().code();
        return new Candidate(one.clause().id(), project, dueFen);
    }

    private Map<String, Long> limits(List<KnownSubject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.id().kind() == SubjectKind.ENTERPRISE)
                .findFirst()
                .map(subject -> laws.limitsFen(subject.subject().facts()))
                .orElse(Map.of());
    }

    /** Where the clause stands under a ceiling whose fact is not known, that fact is wanted first. */
    private @Nullable Judgement wantingLimit(Judgement one, Map<String, Long> limits) {
        List<String> unknown = laws.laws().ceilings().stream()
                .filter(ceiling -> ceiling.clauses().contains(one.clause().id()))
                .filter(ceiling -> ceiling.limitFen() == null && !limits.containsKey(ceiling.name()))
                .map(ceiling -> ceiling.name())
                .toList();
        return unknown.isEmpty()
                ? null
                : said(
                        one.enterprise(),
                        one.subject(),
                        one.clause(),
                        Kind.NEEDS,
                        0,
                        List.copyOf(laws.factsOfCeilings()),
                        "总额上限“" + String.join("”“", unknown) + "”所依据的指标未知",
                        "the fact is not known from which the ceiling " + String.join(", ", unknown) + " is taken");
    }
}
