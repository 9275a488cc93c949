package org.diaodu.policy.stacking;

import java.util.Objects;
import java.util.stream.Stream;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.jspecify.annotations.Nullable;

/** What earlier payments do to a candidate, and the limits a subject brings. */
final class Bars {

    private Bars() {}

    /** Why the candidate is out before anything is chosen, or null. */
    static @Nullable Outcome of(StackingLaws laws, Claims claims, Candidate candidate) {
        Frequency frequency = laws.grant(candidate.clause()).frequency();
        for (Earlier paid : claims.earlier()) {
            boolean again = paid.clause().equals(candidate.clause())
                    && switch (frequency) {
                        case ONCE -> true;
                        case YEARLY -> paid.thisYear() && Objects.equals(paid.project(), candidate.project());
                        case PER_PROJECT -> Objects.equals(paid.project(), candidate.project());
                    };
            if (again && paid.amountFen() > 0) {
                return new Outcome.AlreadyPaid(paid, frequency);
            }
        }
        for (ExclusionGroup group : laws.groups()) {
            if (group.rule() == Rule.CHOOSE_ONE && group.clauses().contains(candidate.clause())) {
                Earlier chosen =
                        earlier(laws, claims, group, candidate).findFirst().orElse(null);
                if (chosen != null) {
                    return new Outcome.AlreadyChosen(chosen, group.name());
                }
            }
        }
        return null;
    }

    /** The group's payments of this year to which the candidate may not be added. */
    static Stream<Earlier> earlier(StackingLaws laws, Claims claims, ExclusionGroup group, Candidate candidate) {
        return claims.earlier().stream()
                .filter(paid -> paid.thisYear() && paid.amountFen() > 0)
                .filter(paid -> group.clauses().contains(paid.clause()))
                .filter(paid ->
                        group.scope() == Scope.ENTERPRISE || Objects.equals(paid.project(), candidate.project()))
                .filter(paid -> !laws.mayAdd(paid.clause(), candidate.clause()));
    }

    /** The ceiling's limit for this subject. */
    static long limit(Ceiling ceiling, Claims claims) {
        Long limit = ceiling.limitFen() == null ? claims.limitsFen().get(ceiling.name()) : ceiling.limitFen();
        if (limit == null) {
            throw new PolicyFault(
                    "stacking.no-limit",
                    "总额上限“" + ceiling.name() + "”依据企业自身的指标，但没有给出。建议：先补齐该指标，例如上年纳税额。",
                    "the ceiling \"" + ceiling.name()
                            + "\" is taken from a fact of the enterprise, which is not given. Maybe supply that fact "
                            + "first, such as the tax it paid last year.");
        }
        LawReview.limit(ceiling.name(), limit);
        return limit;
    }
}
