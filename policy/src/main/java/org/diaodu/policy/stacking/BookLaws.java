package org.diaodu.policy.stacking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.policy.book.Once;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.Stacking;
import org.diaodu.policy.book.StackingRule;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.book.Terms;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/** What the clauses of a book and its {@code stacking.yaml} say of how they add up on a day. */
public final class BookLaws {

    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    private final PolicyBook book;
    private final List<PolicyClause> clauses;
    private final StackingLaws laws;

    private BookLaws(PolicyBook book, LocalDate day) {
        this.book = book;
        this.clauses = book.clauses().stream()
                .map(PolicyClause::id)
                .distinct()
                .map(id -> book.clause(id, day))
                .toList();
        this.laws = laws(book.stacking());
    }

    /**
     * Every clause in the version of the day; one that does not hold on it is still known, as payments of it may count.
     *
     * @throws org.diaodu.policy.PolicyFault where the laws contradict each other
     */
    public static BookLaws of(PolicyBook book, LocalDate day) {
        return new BookLaws(book, day);
    }

    public StackingLaws laws() {
        return laws;
    }

    /** The facts of an enterprise that ceilings are taken from. */
    public Set<String> factsOfCeilings() {
        Set<String> facts = new LinkedHashSet<>();
        book.stacking().ceilings().values().forEach(ceiling -> {
            if (ceiling.fact() != null) {
                facts.add(ceiling.fact());
            }
        });
        return facts;
    }

    /**
     * An enterprise's own limits, by the name of the ceiling; one whose fact is not known is left out.
     *
     * @param facts FEEL values by name
     */
    public Map<String, Long> limitsFen(Map<String, ? extends @Nullable Object> facts) {
        Map<String, Long> limits = new HashMap<>();
        book.stacking().ceilings().forEach((name, ceiling) -> {
            if (ceiling.fact() != null
                    && ceiling.rate() != null
                    && facts.get(ceiling.fact()) instanceof BigDecimal figure) {
                AmountUnit unit = book.unitOf(ceiling.fact());
                BigDecimal yuan = unit == null ? figure : figure.multiply(unit.inYuan());
                BigDecimal limit = yuan.max(BigDecimal.ZERO).multiply(ceiling.rate());
                limits.put(
                        name,
                        limit.multiply(FEN).setScale(0, RoundingMode.FLOOR).longValueExact());
            }
        });
        return limits;
    }

    private StackingLaws laws(Stacking stacking) {
        List<Grant> grants = new ArrayList<>();
        Set<Permission> permissions = new LinkedHashSet<>();
        List<Supplement> supplements = new ArrayList<>();
        for (PolicyClause clause : clauses) {
            Terms terms = clause.terms();
            grants.add(new Grant(clause.id(), terms.priority(), frequency(terms.once())));
            terms.addedTo().forEach(other -> permissions.add(new Permission(clause.id(), other)));
            if (terms.supplement() != null) {
                Terms.Supplement law = terms.supplement();
                supplements.add(new Supplement(clause.id(), law.clause(), Rate.of(law.rate()), cap(law.cap())));
            }
        }
        List<ExclusionGroup> groups = new ArrayList<>();
        stacking.groups().forEach((name, group) -> {
            Set<String> members = clauses.stream()
                    .filter(clause -> clause.terms().groups().contains(name))
                    .map(PolicyClause::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!members.isEmpty()) {
                groups.add(new ExclusionGroup(
                        name,
                        rule(group.rule()),
                        group.scope() == SubjectKind.ENTERPRISE ? Scope.ENTERPRISE : Scope.PROJECT,
                        members));
            }
        });
        List<Ceiling> ceilings = new ArrayList<>();
        stacking.ceilings()
                .forEach((name, ceiling) ->
                        ceilings.add(new Ceiling(name, Set.copyOf(ceiling.clauses()), cap(ceiling.amount()))));
        return new StackingLaws(grants, groups, permissions, ceilings, supplements);
    }

    private static @Nullable Long cap(@Nullable BigDecimal yuan) {
        return yuan == null
                ? null
                : (Long) yuan.multiply(FEN).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static Frequency frequency(Once once) {
        return switch (once) {
            case LIFETIME -> Frequency.ONCE;
            case YEARLY -> Frequency.YEARLY;
            case PER_PROJECT -> Frequency.PER_PROJECT;
        };
    }

    private static Rule rule(StackingRule rule) {
        return switch (rule) {
            case HIGHEST_ONLY -> Rule.HIGHEST_ONLY;
            case CHOOSE_ONE -> Rule.CHOOSE_ONE;
            case TOP_UP -> Rule.TOP_UP;
        };
    }
}
