package org.diaodu.server.policies.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.Fact;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.policy.whatif.WhatIf;
import org.diaodu.policy.whatif.WhatIf.Effect;
import org.diaodu.rules.typed.Kind;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What if an enterprise invested, hired or sold more: the same clauses on other figures. Nothing is kept. */
@Component
@Transactional(readOnly = true)
public class Calculator {

    /** Codes of a project and a product that are only thought of. */
    public static final String NEW_PROJECT = "new-project";

    public static final String NEW_PRODUCT = "new-product";

    private static final String SECTION = "行业门类";

    private final Judge judge;

    Calculator(Judge judge) {
        this.judge = judge;
    }

    /**
     * A figure that can be changed.
     *
     * @param today as it is known; null where it is not
     * @param clauses how many ask for it
     */
    public record Figure(AskedFact fact, @Nullable Object today, int clauses) {}

    /**
     * What can be asked of a subject.
     *
     * @param subjects of the enterprise, and a project and a product that are only thought of
     * @param figures what clauses ask for it, what is known and asked for most first
     */
    public record Form(List<KnownSubject> subjects, KnownSubject subject, List<Figure> figures) {}

    /**
     * What changes against today.
     *
     * @param changed the facts that are otherwise
     * @param effects on clauses where something changes; {@code same} of them stay as they are
     */
    public record Answer(
            Map<String, Object> changed,
            List<Effect> effects,
            int same,
            long todayFen,
            long thenFen,
            List<Cliff> cliffs) {}

    /** What can be asked of an enterprise, or of one of its projects or products; the enterprise where the key is none of them. */
    public Form form(long enterprise, String key, LocalDate day) {
        List<KnownSubject> subjects = new ArrayList<>(judge.subjects(enterprise, day));
        subjects.add(thoughtOf(subjects.getFirst(), SubjectKind.PROJECT, NEW_PROJECT, "设想的新项目 / a new project"));
        subjects.add(thoughtOf(subjects.getFirst(), SubjectKind.PRODUCT, NEW_PRODUCT, "设想的新产品 / a new product"));
        KnownSubject subject = subjects.stream()
                .filter(one -> one.key().equals(key) || one.id().code().equals(key))
                .findFirst()
                .orElse(subjects.getFirst());
        return new Form(subjects, subject, figures(subject, day));
    }

    private static KnownSubject thoughtOf(KnownSubject enterprise, SubjectKind kind, String code, String name) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put(SECTION, enterprise.subject().facts().get(SECTION));
        SubjectId id =
                new SubjectId(enterprise.id().enterprise(), enterprise.id().creditCode(), kind, code);
        return new KnownSubject(id, name, new Subject(kind, enterprise.subject().region(), facts), Map.of());
    }

    private List<Figure> figures(KnownSubject subject, LocalDate day) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (PolicyClause clause : speaking(subject, day)) {
            for (AskedFact fact : AskedFact.of(clause)) {
                if (!(fact.from() instanceof Fact.Held)) continue;
                Figure known = figures.get(fact.name());
                figures.put(
                        fact.name(),
                        new Figure(
                                fact,
                                subject.subject().facts().get(fact.name()),
                                known == null ? 1 : known.clauses() + 1));
            }
        }
        return figures.values().stream()
                .sorted(Comparator.comparing((Figure one) -> one.fact().kind() != Kind.NUMBER)
                        .thenComparing(one -> one.today() == null)
                        .thenComparing(one -> -one.clauses()))
                .toList();
    }

    /** The clauses of the day that are for such a subject where it is. */
    private List<PolicyClause> speaking(KnownSubject subject, LocalDate day) {
        return judge.book(day).inForce(day).stream()
                .filter(clause -> clause.terms().subject() == subject.id().kind())
                .filter(clause -> {
                    try {
                        return !(judge.match(clause.id(), day)
                                        .match(subject.subject(), day)
                                        .verdict()
                                instanceof OutOfScope);
                    } catch (PolicyFault _) {
                        return true; // it speaks of it, though not with these facts
                    }
                })
                .toList();
    }

    /**
     * What the facts given would change.
     *
     * @param given FEEL values by name; those as they are today change nothing
     */
    public Answer answer(Form form, Map<String, ? extends @Nullable Object> given, LocalDate day) {
        KnownSubject subject = form.subject();
        Map<String, Object> changed = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null && !same(value, subject.subject().facts().get(name))) changed.put(name, value);
        });
        Subject then = WhatIf.changed(subject.subject(), changed);
        List<PolicyClause> clauses = speaking(subject, day);
        List<OneMatch> matches =
                clauses.stream().map(clause -> judge.match(clause.id(), day)).toList();
        List<Effect> effects = WhatIf.of(matches, subject.subject(), then, day);
        List<Effect> changes = effects.stream().filter(Effect::isChange).toList();
        long enterprise = subject.id().enterprise();
        return new Answer(
                changed,
                changes,
                effects.size() - changes.size(),
                judge.judge(enterprise, known(form), day).bundle().totalFen(),
                judge.judge(enterprise, with(form, then), day).bundle().totalFen(),
                cliffs(clauses, then, day, List.copyOf(changed.keySet())));
    }

    private static boolean same(Object one, @Nullable Object other) {
        return one instanceof java.math.BigDecimal number && other instanceof java.math.BigDecimal known
                ? number.compareTo(known) == 0
                : Objects.equals(one, other);
    }

    /** Without those that are only thought of. */
    private static List<KnownSubject> known(Form form) {
        return form.subjects().stream().filter(one -> !isThoughtOf(one)).toList();
    }

    private static boolean isThoughtOf(KnownSubject one) {
        return one.id().code().equals(NEW_PROJECT) || one.id().code().equals(NEW_PRODUCT);
    }

    private static List<KnownSubject> with(Form form, Subject then) {
        KnownSubject asked = form.subject();
        KnownSubject changed = new KnownSubject(asked.id(), asked.name(), then, asked.provenance());
        List<KnownSubject> subjects = new ArrayList<>();
        known(form).forEach(one -> subjects.add(one == asked ? changed : one));
        if (isThoughtOf(asked)) subjects.add(changed);
        return subjects;
    }

    private List<Cliff> cliffs(List<PolicyClause> clauses, Subject then, LocalDate day, List<String> figures) {
        PolicyBook book = judge.book(day);
        return clauses.stream()
                .flatMap(clause -> Cliff.near(clause, book, then, day, figures).stream())
                .toList();
    }
}
