package org.diaodu.policy.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In fen, so small that each can be checked in the head. */
class BundleTest {

    private static final List<Grant> ABCD = List.of(grant("a"), grant("b"), grant("c"), grant("d"));

    private static Grant grant(String clause) {
        return new Grant(clause, 100, Frequency.YEARLY);
    }

    private static ExclusionGroup group(String name, Rule rule, String... clauses) {
        return new ExclusionGroup(name, rule, Scope.ENTERPRISE, Set.of(clauses));
    }

    private static StackingLaws laws(ExclusionGroup... groups) {
        return new StackingLaws(ABCD, List.of(groups), Set.of(), List.of(), List.of());
    }

    private static Supplement half(String clause, String base, @Nullable Long cap) {
        return new Supplement(clause, base, Rate.of(new BigDecimal("0.5")), cap);
    }

    private static Candidate due(String clause, long fen) {
        return new Candidate(clause, null, fen);
    }

    private static List<String> told(Bundle bundle) {
        return bundle.parts().stream()
                .map(part -> part.candidate().id() + " " + part.outcome().zh())
                .toList();
    }

    @Test
    void ofAGroupTheHighestIsPaidAndTheOthersAreToldToWhomTheyLost() {
        Bundle bundle = BestBundle.of(
                laws(group("技改贴息", Rule.HIGHEST_ONLY, "a", "b")),
                Claims.of(List.of(due("a", 30_000), due("b", 50_000), due("c", 1))));
        assertThat(told(bundle)).containsExactly("a 让位于 b（500 元）：互斥组“技改贴息”就高不重复", "b 全额 500 元", "c 全额 0.01 元");
        assertThat(bundle.solved()).isZero();
    }

    @Test
    void theHighestGivesWayWhereTwoOthersAreMoreTogether() {
        // b is in both groups: b alone pays 5, a and c together 3 + 4.
        Bundle bundle = BestBundle.of(
                laws(group("G", Rule.HIGHEST_ONLY, "a", "b"), group("H", Rule.CHOOSE_ONE, "b", "c")),
                Claims.of(List.of(due("a", 3), due("b", 5), due("c", 4))));
        assertThat(bundle.paidFen()).isEqualTo(Map.of("a", 3L, "b", 0L, "c", 4L));
        assertThat(bundle.parts().get(1).outcome().en())
                .isEqualTo("gives way to c (0.04 yuan): in the group \"H\" only one is paid");
        assertThat(bundle.solved()).as("every choice is looked at").isZero();
    }

    @Test
    void whatIsPermittedIsAddedAlthoughAGroupIsShared() {
        StackingLaws laws = new StackingLaws(
                ABCD,
                List.of(group("G", Rule.HIGHEST_ONLY, "a", "b", "c")),
                Set.of(new Permission("b", "a")),
                List.of(),
                List.of());
        Claims claims = Claims.of(List.of(due("a", 3), due("b", 4), due("c", 5)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a", 3L, "b", 4L, "c", 0L));
    }

    @Test
    void toppingUpStopsAtTheHighestOfTheGroup() {
        Bundle bundle = BestBundle.of(
                laws(group("升规", Rule.TOP_UP, "a", "b")), Claims.of(List.of(due("a", 1500), due("b", 5000))));
        assertThat(told(bundle)).containsExactly("a 全额 15 元", "b 应得 50 元，支付 35 元：互斥组“升规”按补差，合计不超过最高额 50 元");
    }

    @Test
    void aCeilingCutsTheLastInPriority() {
        StackingLaws laws = new StackingLaws(
                List.of(new Grant("a", 20, Frequency.YEARLY), new Grant("b", 10, Frequency.YEARLY)),
                List.of(),
                Set.of(),
                List.of(new Ceiling("企业年度", Set.of("a", "b"), 50_000L)),
                List.of());
        Bundle bundle = BestBundle.of(laws, Claims.of(List.of(due("a", 30_000), due("b", 40_000))));
        assertThat(told(bundle)).containsExactly("b 全额 400 元", "a 应得 300 元，支付 100 元：总额上限“企业年度” 500 元已用满");
    }

    @Test
    void aSupplementIsRoundedDownToTheFenAndItsSupplementToo() {
        StackingLaws laws = new StackingLaws(
                ABCD, List.of(), Set.of(), List.of(), List.of(half("b", "a", null), half("c", "b", null)));
        Claims claims = Claims.of(List.of(due("a", 7), due("b", Candidate.MOST), due("c", Candidate.MOST)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a", 7L, "b", 3L, "c", 1L));
    }

    @Test
    void aSmallerGrantWithItsSupplementBeatsALargerOne() {
        StackingLaws laws = new StackingLaws(
                ABCD,
                List.of(group("G", Rule.HIGHEST_ONLY, "a", "d")),
                Set.of(),
                List.of(),
                List.of(half("b", "a", 40L)));
        Claims claims = Claims.of(List.of(due("a", 100), due("b", Candidate.MOST), due("d", 139)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a", 100L, "b", 40L, "d", 0L));
    }

    @Test
    void aSupplementWithoutItsBaseIsToldSo() {
        StackingLaws laws = new StackingLaws(ABCD, List.of(), Set.of(), List.of(), List.of(half("b", "a", null)));
        Claims alone = Claims.of(List.of(due("b", Candidate.MOST)));
        assertThat(told(BestBundle.of(laws, alone))).containsExactly("b 没有可配套的基础：a 未支付");
        Claims after = new Claims(alone.candidates(), List.of(new Earlier("a", null, 9, true)), Map.of());
        assertThat(BestBundle.of(laws, after).totalFen()).isEqualTo(4);
    }

    @Test
    void afterAnEarlierPaymentOfTheGroupOnlyTheDifferenceIsDue() {
        Claims claims = new Claims(List.of(due("b", 50_000)), List.of(new Earlier("a", null, 30_000, true)), Map.of());
        assertThat(told(BestBundle.of(laws(group("G", Rule.HIGHEST_ONLY, "a", "b")), claims)))
                .containsExactly("b 应得 500 元，支付 200 元：互斥组“G”就高不重复，本年已拨付 300 元，只补差额");
        assertThat(told(BestBundle.of(laws(group("G", Rule.CHOOSE_ONE, "a", "b")), claims)))
                .containsExactly("b 互斥组“G”择一，本年已选 a（300 元）");
    }

    @Test
    void whatIsPaidOnceInALifetimeIsNotPaidAgain() {
        StackingLaws laws =
                new StackingLaws(List.of(new Grant("a", 1, Frequency.ONCE)), List.of(), Set.of(), List.of(), List.of());
        Claims again = new Claims(List.of(due("a", 5)), List.of(new Earlier("a", null, 300, false)), Map.of());
        assertThat(told(BestBundle.of(laws, again))).containsExactly("a 终身只支付一次，已支付 3 元");
        Claims twoProjects = Claims.of(List.of(new Candidate("a", "p", 5), new Candidate("a", "q", 6)));
        assertThat(BestBundle.of(laws, twoProjects).paidFen()).isEqualTo(Map.of("a@p", 0L, "a@q", 6L));
    }

    @Test
    void aGroupOfProjectsExcludesWithinAProjectOnly() {
        StackingLaws laws = laws(new ExclusionGroup("工厂等级", Rule.HIGHEST_ONLY, Scope.PROJECT, Set.of("a", "b")));
        Claims claims =
                Claims.of(List.of(new Candidate("a", "p", 5), new Candidate("b", "p", 6), new Candidate("a", "q", 1)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a@p", 0L, "b@p", 6L, "a@q", 1L));
    }

    @Test
    void ofEqualsTheSmallerPriorityAndThenTheIdIsTaken() {
        StackingLaws laws = new StackingLaws(
                List.of(grant("a"), new Grant("b", 10, Frequency.YEARLY), new Grant("c", 10, Frequency.YEARLY)),
                List.of(group("G", Rule.HIGHEST_ONLY, "a", "b", "c")),
                Set.of(),
                List.of(),
                List.of());
        Claims claims = Claims.of(List.of(due("a", 5), due("c", 5), due("b", 5)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a", 0L, "b", 5L, "c", 0L));
    }

    @Test
    void whatOneCeilingTakesFromAGrantMayRunIntoAnother() {
        // a alone would use up the group; U cuts it to 1, and of the 2 left for b the other ceiling leaves 1.
        StackingLaws laws = new StackingLaws(
                ABCD,
                List.of(group("G", Rule.TOP_UP, "a", "b")),
                Set.of(),
                List.of(new Ceiling("U", Set.of("a"), 1L), new Ceiling("V", Set.of("b"), 1L)),
                List.of());
        Claims claims = Claims.of(List.of(due("a", 3), due("b", 3)));
        assertThat(BestBundle.of(laws, claims).paidFen()).isEqualTo(Map.of("a", 1L, "b", 1L));
    }
}
