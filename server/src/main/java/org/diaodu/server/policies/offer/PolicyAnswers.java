package org.diaodu.server.policies.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.NotEntitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.policy.stacking.Outcome;
import org.diaodu.policy.whatif.WhatIf;
import org.diaodu.policy.words.BundleWords;
import org.diaodu.policy.words.PlainWords;
import org.diaodu.rules.files.ConditionTable;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What programs and assistants are answered about policies: maps in the order in which they are written. Amounts are in yuan
 * with two places; {@code said} is a sentence for people in the language asked for.
 */
@Component
public class PolicyAnswers {

    private static final int NEAREST = 5;

    private final Judge judge;

    PolicyAnswers(Judge judge) {
        this.judge = judge;
    }

    /** A question's day and language. */
    public record Asked(LocalDate day, Language language) {}

    /** The clauses that hold on the day. */
    public List<Map<String, @Nullable Object>> list(Asked asked) {
        return judge.book(asked.day()).inForce(asked.day()).stream()
                .map(clause -> described(clause, asked.language()))
                .toList();
    }

    private static Map<String, @Nullable Object> described(PolicyClause clause, Language language) {
        Map<String, @Nullable Object> json = head(clause, language);
        json.put("issuer", clause.terms().issuer());
        json.put("level", said(clause.terms().level(), language));
        json.put("regions", clause.terms().regions());
        json.put("benefit", said(clause.terms().kind(), language));
        json.put("subject", said(clause.terms().subject(), language));
        json.put("delivery", said(clause.terms().delivery(), language));
        json.put("workingDays", clause.terms().workingDays());
        json.put("validTo", clause.text().validTo());
        json.put("facts", AskedFact.of(clause).stream().map(fact -> asked(fact)).toList());
        return json;
    }

    private static Map<String, Object> asked(AskedFact fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", fact.name());
        json.put("type", fact.kind().name().toLowerCase(java.util.Locale.ROOT));
        json.put("unit", fact.unit());
        if (!fact.choices().isEmpty()) json.put("choices", fact.choices());
        if (fact.from() instanceof Fact.Held(String holder, String source)) {
            json.put("holder", holder);
            json.put("source", source);
        }
        return json;
    }

    private static String said(org.diaodu.policy.book.Named word, Language language) {
        return language.say(word.zh(), word.en());
    }

    private static Map<String, @Nullable Object> head(PolicyClause clause, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clause", clause.id());
        json.put("validFrom", clause.text().validFrom());
        json.put("title", PlainWords.title(clause, language));
        json.put("reference", clause.text().reference());
        return json;
    }

    /** What an enterprise is due with the best bundle, and of all the other clauses why not. */
    public Map<String, @Nullable Object> match(long enterprise, Asked asked) {
        Judgement judgement = judge.judge(enterprise, asked.day());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("enterprise", enterprise);
        json.put("creditCode", judgement.enterprise().id().creditCode());
        json.put("name", judgement.enterprise().name());
        json.put("day", asked.day());
        json.put("totalYuan", java.math.BigDecimal.valueOf(judgement.bundle().totalFen(), 2));
        json.put("entitled", lines(judgement, judgement.entitled(), asked.language()));
        json.put("almost", lines(judgement, judgement.almost(), asked.language()));
        json.put("needsFacts", lines(judgement, judgement.needs(), asked.language()));
        json.put("notEntitled", lines(judgement, judgement.others(), asked.language()));
        json.put(
                "faults",
                judgement.faults().stream()
                        .map(fault -> Map.of(
                                "clause", fault.clause().id(),
                                "subject", fault.subject().key(),
                                "code", fault.fault().code(),
                                "said",
                                        asked.language()
                                                .say(
                                                        fault.fault().chinese(),
                                                        fault.fault().english())))
                        .toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> lines(
            Judgement judgement, List<Judged> some, Language language) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Judged one : some) {
            Map<String, @Nullable Object> json = head(one.clause(), language);
            json.put("subject", one.subject().key());
            json.put("subjectName", one.subject().name());
            verdict(json, one, language);
            Outcome outcome = judgement.outcome(one);
            if (outcome != null) {
                json.put("paidYuan", java.math.BigDecimal.valueOf(outcome.paidFen(), 2));
                json.put("inBundle", bundleWords(judgement, language).of(outcome));
            }
            lines.add(json);
        }
        return lines;
    }

    static BundleWords bundleWords(Judgement judgement, Language language) {
        return new BundleWords(language, id -> PlainWords.title(judgement.clause(id), language));
    }

    private static void verdict(Map<String, @Nullable Object> json, Judged one, Language language) {
        Verdict verdict = one.verdict();
        PlainWords words = new PlainWords(one.matched(), language);
        json.put("verdict", PlainWords.code(verdict));
        json.put("said", words.sentence());
        switch (verdict) {
            case Entitled entitled -> {
                json.put("amountYuan", entitled.amount());
                json.put("grade", entitled.grade());
            }
            case NotEntitled not -> {
                json.put("nothingDue", not.nothingDue());
                json.put("nearest", nearest(words, not.nearMisses()));
            }
            case NeedsFacts needs -> {
                json.put("missing", missing(needs.missing()));
                json.put("nearest", nearest(words, needs.nearMisses()));
            }
            case OutOfScope out -> json.put("reason", out.reason().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static List<String> nearest(PlainWords words, List<NearMiss> misses) {
        return misses.stream().limit(NEAREST).map(words::gap).toList();
    }

    private static List<Map<String, String>> missing(List<MissingFact> facts) {
        return facts.stream()
                .map(fact -> Map.of("fact", fact.name(), "holder", fact.holder(), "source", fact.source()))
                .toList();
    }

    /**
     * One clause on one subject, with every condition of its table.
     *
     * @param key of the project or product; "" for the enterprise, or where it has only one the clause speaks of
     * @param given facts that are taken to be otherwise, by name
     */
    public Map<String, @Nullable Object> explain(
            long enterprise, String clause, String key, Map<String, String> given, Asked asked) {
        List<KnownSubject> subjects = judge.subjects(enterprise, asked.day());
        OneMatch match = known(clause, asked.day());
        PolicyClause version = judge.book(asked.day()).clause(clause, asked.day());
        KnownSubject subject = subject(subjects, key, version.terms().subject());
        Subject asIf = WhatIf.changed(subject.subject(), GivenFacts.of(List.of(version), given));
        try {
            Judged one = new Judged(
                    new KnownSubject(subject.id(), subject.name(), asIf, subject.provenance()),
                    match,
                    match.match(asIf, asked.day()));
            Map<String, @Nullable Object> json = head(version, asked.language());
            json.put("day", asked.day());
            json.put("subject", subject.key());
            json.put("subjectName", subject.name());
            verdict(json, one, asked.language());
            json.put(
                    "text",
                    asked.language() == Language.EN && !version.text().english().isEmpty()
                            ? version.text().english()
                            : version.text().chinese());
            if (one.matched().conditions() != null) {
                json.put(
                        "rows",
                        ConditionTable.json(one.matched().conditions().tables().getLast()));
            }
            return json;
        } catch (PolicyFault fault) {
            throw Problem.badRequest(fault.code(), fault.chinese(), fault.english());
        }
    }

    private OneMatch known(String clause, LocalDate day) {
        try {
            return judge.match(clause, day);
        } catch (PolicyFault fault) {
            throw Problem.notFound(fault.code(), clause + "：" + fault.chinese(), clause + ": " + fault.english());
        }
    }

    private static KnownSubject subject(List<KnownSubject> subjects, String key, SubjectKind kind) {
        List<KnownSubject> fitting = subjects.stream()
                .filter(one -> key.isEmpty()
                        ? one.id().kind() == kind
                        : one.key().equals(key) || one.id().code().equals(key))
                .toList();
        if (fitting.isEmpty() || (key.isEmpty() && fitting.size() > 1)) {
            String keys =
                    String.join(", ", subjects.stream().map(KnownSubject::key).toList());
            throw Problem.badRequest(
                    "PE02",
                    "请用 subject 说明是哪一个" + kind.zh() + "；有 " + keys + "。",
                    "Say by subject which " + kind.en() + " is meant. There are " + keys + ".");
        }
        return Objects.requireNonNull(fitting.getFirst());
    }
}
