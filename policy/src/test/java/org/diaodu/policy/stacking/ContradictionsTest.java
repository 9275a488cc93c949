package org.diaodu.policy.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    private static final Grant A = new Grant("a", 100, Frequency.YEARLY);
    private static final Grant B = new Grant("b", 100, Frequency.YEARLY);
    private static final Rate HALF = new Rate(1, 2);

    private static PolicyFault refused(ThrowingCallable what) {
        PolicyFault fault = catchThrowableOfType(PolicyFault.class, what);
        assertThat(fault.chinese()).contains("建议：");
        assertThat(fault.english()).contains("Maybe ");
        return fault;
    }

    private static StackingLaws laws(
            List<ExclusionGroup> groups, List<Ceiling> ceilings, List<Supplement> supplements) {
        return new StackingLaws(List.of(A, B), groups, Set.of(), ceilings, supplements);
    }

    private static ExclusionGroup group(String... clauses) {
        return new ExclusionGroup("G", Rule.HIGHEST_ONLY, Scope.ENTERPRISE, Set.of(clauses));
    }

    private static PolicyFault refusedGroups(ExclusionGroup... groups) {
        return refused(() -> laws(List.of(groups), List.of(), List.of()));
    }

    private static PolicyFault refusedCeilings(Ceiling... ceilings) {
        return refused(() -> laws(List.of(), List.of(ceilings), List.of()));
    }

    private static PolicyFault refusedSupplements(Supplement... supplements) {
        return refused(() -> laws(List.of(), List.of(), List.of(supplements)));
    }

    private static Supplement supplement(String clause, String base, @Nullable Long cap) {
        return new Supplement(clause, base, HALF, cap);
    }

    @Test
    void supplementsInACircleAreShown() {
        assertThat(refusedSupplements(supplement("a", "b", null), supplement("b", "a", null))
                        .english())
                .isEqualTo("stacking.circular: the supplements go in a circle: a → b → a. "
                        + "Maybe one of them is not reckoned on what another pays.");
        assertThat(refusedSupplements(supplement("a", "a", null)).code()).isEqualTo("stacking.circular");
    }

    @Test
    void aSupplementThatExcludesItsBaseCouldNeverBePaid() {
        PolicyFault fault =
                refused(() -> laws(List.of(group("a", "b")), List.of(), List.of(supplement("a", "b", null))));
        assertThat(fault.chinese())
                .isEqualTo("stacking.excludes-base：条款 a 配套于 b，却同在互斥组“G”，永远得不到支付。建议：在叠加中写明 b，或将其移出该组。");
    }

    @Test
    void clausesThatDoNotExistAreNamed() {
        assertThat(refusedGroups(group("a", "x")).english()).contains("exclusion group \"G\" names clause x");
        assertThat(refusedCeilings(new Ceiling("U", Set.of("x"), 1L)).english())
                .contains("ceiling \"U\" names clause x");
        assertThat(refusedSupplements(supplement("a", "x", null)).code()).isEqualTo("stacking.unknown-clause");
        assertThat(refused(() -> new StackingLaws(
                                List.of(A), List.of(), Set.of(new Permission("a", "x")), List.of(), List.of()))
                        .code())
                .isEqualTo("stacking.unknown-clause");
    }

    @Test
    void whatNobodyNamesAndWhatStandsTwiceIsRefused() {
        assertThat(refusedGroups(group()).code()).isEqualTo("stacking.nobody");
        assertThat(refusedCeilings(new Ceiling("U", Set.of(), 1L)).code()).isEqualTo("stacking.nobody");
        assertThat(refusedGroups(group("a"), group("b")).code()).isEqualTo("stacking.name-twice");
        assertThat(refusedSupplements(supplement("a", "b", null), supplement("a", "b", 1L))
                        .code())
                .isEqualTo("stacking.two-bases");
        assertThat(refused(() -> new StackingLaws(List.of(A, A), List.of(), Set.of(), List.of(), List.of()))
                        .code())
                .isEqualTo("stacking.clause-twice");
    }

    @Test
    void amountsThatCannotBeAreRefused() {
        assertThat(refusedCeilings(new Ceiling("U", Set.of("a"), -1L)).code()).isEqualTo("stacking.limit");
        assertThat(refusedSupplements(supplement("a", "b", 0L)).code()).isEqualTo("stacking.cap");
        assertThat(refused(() -> new Candidate("a", null, -5)).english()).contains("clause a gives -0.05 yuan");
        assertThat(refused(() -> new Candidate("a", null, Candidate.MOST + 1)).code())
                .isEqualTo("stacking.amount");
        assertThat(refused(() -> new Earlier("a", null, -1, true)).code()).isEqualTo("stacking.earlier");
        for (String rate : List.of("3", "0", "-0.5", "0.12345")) {
            assertThat(refused(() -> Rate.of(new BigDecimal(rate))).code()).isEqualTo("stacking.rate");
        }
        assertThat(Rate.of(new BigDecimal("0.50"))).isEqualTo(HALF);
    }

    @Test
    void claimsThatDoNotFitTheLawsAreRefused() {
        StackingLaws laws = laws(List.of(), List.of(new Ceiling("上年纳税", Set.of("a"), null)), List.of());
        Candidate five = new Candidate("a", null, 5);
        assertThat(refused(() -> BestBundle.of(laws, Claims.of(List.of(five)))).code())
                .isEqualTo("stacking.no-limit");
        Claims known = new Claims(List.of(five), List.of(), Map.of("上年纳税", 3L));
        assertThat(BestBundle.of(laws, known).totalFen()).isEqualTo(3);
        assertThat(refused(() -> BestBundle.of(laws, Claims.of(List.of(five, five))))
                        .code())
                .isEqualTo("stacking.candidate-twice");
        assertThat(refused(() -> BestBundle.of(laws, Claims.of(List.of(new Candidate("x", null, 5)))))
                        .code())
                .isEqualTo("stacking.unknown-clause");
    }
}
