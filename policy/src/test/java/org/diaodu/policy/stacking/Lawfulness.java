package org.diaodu.policy.stacking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.jspecify.annotations.Nullable;

/** Is a bundle lawful? Told from the sentences of the laws alone, knowing nothing of how the best one is found. */
final class Lawfulness {

    /** A payment of now, by position, or one of earlier in the year. */
    private record Payment(int now, String clause, @Nullable String project, long amountFen) {}

    private final MadeUp drawn;
    private final StackingLaws laws;
    private final List<Candidate> candidates;
    private final List<Earlier> thisYear;

    Lawfulness(MadeUp drawn) {
        this.drawn = drawn;
        laws = drawn.laws();
        candidates = drawn.claims().candidates();
        thisYear = drawn.claims().earlier().stream()
                .filter(paid -> paid.thisYear() && paid.amountFen() > 0)
                .toList();
    }

    boolean allows(long[] paid) {
        for (int i = 0; i < paid.length; i++) {
            if (paid[i] > due(i, paid) || paid[i] > 0 && (isOut(i) || isPaidTwice(i, paid))) {
                return false;
            }
        }
        return drawn.ceilings().stream().allMatch(ceiling -> keeps(ceiling, paid))
                && drawn.groups().stream().allMatch(group -> keeps(group, paid));
    }

    private long due(int i, long[] paid) {
        Candidate candidate = candidates.get(i);
        for (Supplement supplement : drawn.supplements()) {
            if (supplement.clause().equals(candidate.clause())) {
                long base = 0;
                for (int j = 0; j < paid.length; j++) {
                    base += serves(candidates.get(j).clause(), candidates.get(j).project(), supplement, candidate)
                            ? paid[j]
                            : 0;
                }
                for (Earlier earlier : thisYear) {
                    base += serves(earlier.clause(), earlier.project(), supplement, candidate)
                            ? earlier.amountFen()
                            : 0;
                }
                long due =
                        base * supplement.rate().numerator() / supplement.rate().denominator();
                long cap = supplement.capFen() == null ? Long.MAX_VALUE : supplement.capFen();
                return Math.min(Math.min(due, cap), candidate.amountFen());
            }
        }
        return candidate.amountFen();
    }

    private static boolean serves(String clause, @Nullable String project, Supplement supplement, Candidate candidate) {
        return clause.equals(supplement.base())
                && (project == null || candidate.project() == null || project.equals(candidate.project()));
    }

    /** The clause has paid as often as it does, or the choice was made. */
    private boolean isOut(int i) {
        Candidate candidate = candidates.get(i);
        boolean paid = drawn.claims().earlier().stream()
                .filter(earlier -> earlier.amountFen() > 0 && earlier.clause().equals(candidate.clause()))
                .anyMatch(earlier -> switch (laws.grant(candidate.clause()).frequency()) {
                    case ONCE -> true;
                    case YEARLY -> earlier.thisYear() && Objects.equals(earlier.project(), candidate.project());
                    case PER_PROJECT -> Objects.equals(earlier.project(), candidate.project());
                });
        boolean chosen = drawn.groups().stream()
                .filter(group ->
                        group.rule() == Rule.CHOOSE_ONE && group.clauses().contains(candidate.clause()))
                .anyMatch(group -> earlierOf(group, candidate.project()).stream()
                        .anyMatch(earlier -> !mayAdd(earlier.clause(), candidate.clause())));
        return paid || chosen;
    }

    private boolean isPaidTwice(int i, long[] paid) {
        String clause = candidates.get(i).clause();
        for (int j = 0; j < i; j++) {
            if (paid[j] > 0
                    && candidates.get(j).clause().equals(clause)
                    && laws.grant(clause).frequency() == Grant.Frequency.ONCE) {
                return true;
            }
        }
        return false;
    }

    private boolean keeps(Ceiling ceiling, long[] paid) {
        long now = 0;
        for (int i = 0; i < paid.length; i++) {
            now += ceiling.clauses().contains(candidates.get(i).clause()) ? paid[i] : 0;
        }
        long spent = thisYear.stream()
                .filter(earlier -> ceiling.clauses().contains(earlier.clause()))
                .mapToLong(Earlier::amountFen)
                .sum();
        Long limit = ceiling.limitFen() == null ? drawn.claims().limitsFen().get(ceiling.name()) : ceiling.limitFen();
        return now == 0 || now + spent <= Objects.requireNonNull(limit);
    }

    private boolean keeps(ExclusionGroup group, long[] paid) {
        Set<@Nullable String> projects = candidates.stream()
                .map(candidate -> group.scope() == Scope.PROJECT ? candidate.project() : null)
                .collect(Collectors.toSet());
        return projects.stream().allMatch(project -> keeps(group, project, paid));
    }

    private boolean keeps(ExclusionGroup group, @Nullable String project, long[] paid) {
        List<Payment> payments = new ArrayList<>();
        long highest = 0;
        for (int i = 0; i < paid.length; i++) {
            Candidate candidate = candidates.get(i);
            if (group.clauses().contains(candidate.clause())
                    && (group.scope() == Scope.ENTERPRISE || Objects.equals(project, candidate.project()))) {
                payments.add(new Payment(i, candidate.clause(), candidate.project(), paid[i]));
                highest = isOut(i) ? highest : Math.max(highest, due(i, paid));
            }
        }
        int now = payments.size();
        for (Earlier earlier : earlierOf(group, project)) {
            payments.add(new Payment(-1, earlier.clause(), earlier.project(), earlier.amountFen()));
            highest = Math.max(highest, earlier.amountFen());
        }
        payments.removeIf(payment -> payment.amountFen() == 0);
        if (now == 0 || payments.stream().noneMatch(payment -> payment.now() >= 0)) {
            return true;
        }
        return switch (group.rule()) {
            case CHOOSE_ONE -> nowAlone(payments);
            case HIGHEST_ONLY -> nowAlone(payments) && onlyTheDifference(payments, paid);
            case TOP_UP -> together(payments, highest);
        };
    }

    private boolean nowAlone(List<Payment> payments) {
        return payments.stream()
                .filter(one -> one.now() >= 0)
                .allMatch(one -> payments.stream()
                        .filter(other -> other.now() >= 0 && other != one)
                        .allMatch(other -> mayAdd(one.clause(), other.clause())));
    }

    private boolean onlyTheDifference(List<Payment> payments, long[] paid) {
        return payments.stream()
                .filter(one -> one.now() >= 0)
                .allMatch(one -> one.amountFen()
                                + payments.stream()
                                        .filter(other -> other.now() < 0 && !mayAdd(one.clause(), other.clause()))
                                        .mapToLong(Payment::amountFen)
                                        .sum()
                        <= due(one.now(), paid));
    }

    /** No set of which no two may be added comes to more than the highest, if anything of it is paid now. */
    private boolean together(List<Payment> payments, long highest) {
        for (int set = 1; set < 1 << payments.size(); set++) {
            List<Payment> some = new ArrayList<>();
            for (int i = 0; i < payments.size(); i++) {
                if ((set >> i & 1) == 1) {
                    some.add(payments.get(i));
                }
            }
            boolean bound = some.stream()
                    .allMatch(one ->
                            some.stream().allMatch(other -> other == one || !mayAdd(one.clause(), other.clause())));
            if (bound
                    && some.stream().anyMatch(payment -> payment.now() >= 0)
                    && some.stream().mapToLong(Payment::amountFen).sum() > highest) {
                return false;
            }
        }
        return true;
    }

    private List<Earlier> earlierOf(ExclusionGroup group, @Nullable String project) {
        return thisYear.stream()
                .filter(earlier -> group.clauses().contains(earlier.clause()))
                .filter(earlier -> group.scope() == Scope.ENTERPRISE || Objects.equals(project, earlier.project()))
                .toList();
    }

    private boolean mayAdd(String one, String other) {
        return drawn.permissions().contains(new Permission(one, other));
    }
}
