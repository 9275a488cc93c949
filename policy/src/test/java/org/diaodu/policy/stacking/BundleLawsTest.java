package org.diaodu.policy.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class BundleLawsTest {

    @Provide
    Arbitrary<MadeUp> small() {
        return MadeUp.small();
    }

    @Provide
    Arbitrary<MadeUp> large() {
        return MadeUp.large();
    }

    private static Bundle best(MadeUp drawn) {
        return BestBundle.of(drawn.laws(), drawn.claims());
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void theBundleIsTheOneThatBruteForceFinds(@ForAll("small") MadeUp drawn) {
        assertThat(best(drawn).paidFen()).isEqualTo(BruteForce.best(drawn));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theClosedFormAndTheSolverAgree(@ForAll("large") MadeUp drawn) {
        assertThat(best(drawn).paidFen())
                .isEqualTo(BestBundle.of(drawn.laws(), drawn.claims(), false).paidFen());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void everyLargeBundleIsLawful(@ForAll("large") MadeUp drawn) {
        var paid = best(drawn).paidFen();
        long[] amounts = drawn.claims().candidates().stream()
                .mapToLong(candidate -> paid.getOrDefault(candidate.id(), -1L))
                .toArray();
        assertThat(new Lawfulness(drawn).allows(amounts)).isTrue();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void oneMoreCandidateNeverLowersTheTotal(@ForAll("large") MadeUp drawn) {
        Claims claims = drawn.claims();
        List<Candidate> fewer = new ArrayList<>(claims.candidates());
        fewer.removeFirst();
        Bundle without = best(drawn.with(new Claims(fewer, claims.earlier(), claims.limitsFen())));
        assertThat(without.totalFen()).isLessThanOrEqualTo(best(drawn).totalFen());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void onePermissionMoreNeverLowersTheTotal(@ForAll("large") MadeUp drawn) {
        List<Grant> grants = drawn.grants();
        Set<Permission> more = new HashSet<>(drawn.permissions());
        more.add(new Permission(grants.getFirst().clause(), grants.getLast().clause()));
        assertThat(best(drawn.with(more)).totalFen())
                .isGreaterThanOrEqualTo(best(drawn).totalFen());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theOrderInWhichCandidatesAreListedPlaysNoPart(@ForAll("large") MadeUp drawn) {
        Claims claims = drawn.claims();
        List<Candidate> turned = claims.candidates().reversed();
        assertThat(best(drawn.with(new Claims(turned, claims.earlier(), claims.limitsFen()))))
                .isEqualTo(best(drawn));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whoeverIsPaidLessThanDueIsToldWhy(@ForAll("large") MadeUp drawn) {
        for (Bundle.Part part : best(drawn).parts()) {
            assertThat(part.outcome().zh()).isNotBlank();
            assertThat(part.outcome().en()).isNotBlank();
            if (part.outcome() instanceof Outcome.Cut cut) {
                assertThat(cut.by()).isNotEmpty();
                assertThat(cut.paidFen()).isLessThan(cut.dueFen());
            }
        }
    }
}
