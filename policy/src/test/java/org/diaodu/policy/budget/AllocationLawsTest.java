package org.diaodu.policy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class AllocationLawsTest {

    private static final Instant DAY = Instant.parse("2022-03-01T00:00:00Z");

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<Claim> claim = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(1, 9),
                                Arbitraries.longs().between(1, 10_000_000_000_000L)))
                .as((hours, priority, amount) -> new Claim("", DAY.plusSeconds(hours * 3600L), priority, amount));
        return claim.list().ofMaxSize(30).map(list -> {
            List<Claim> named = new ArrayList<>();
            list.forEach(one -> named.add(new Claim("c" + named.size(), one.time(), one.priority(), one.amountFen())));
            return named;
        });
    }

    private static Allocation allocate(long left, Distribution distribution, List<Claim> claims) {
        return Allocation.of(new Budget("技改", left + 7, 7), distribution, claims);
    }

    private static long granted(Allocation allocation, Claim claim) {
        return Objects.requireNonNull(allocation.shares().get(claim.id())).grantedFen();
    }

    private static long sum(List<Claim> claims) {
        return claims.stream().mapToLong(Claim::amountFen).sum();
    }

    @Property(tries = 500)
    void whatIsLeftIsGivenOutExactlyAndNeverOverspent(
            @ForAll("claims") List<Claim> claims,
            @ForAll @LongRange(max = 100_000_000_000_000L) long left,
            @ForAll Distribution distribution) {
        Allocation allocation = allocate(left, distribution, claims);
        assertThat(allocation.totalFen()).isEqualTo(Math.min(left, sum(claims)));
        assertThat(new Budget("技改", left + 7, 7).with(allocation).leftFen()).isNotNegative();
        for (Claim claim : claims) {
            assertThat(granted(allocation, claim)).isBetween(0L, claim.amountFen());
        }
    }

    @Property(tries = 300)
    void theOrderOfTheListPlaysNoPart(
            @ForAll("claims") List<Claim> claims,
            @ForAll @LongRange(max = 1000) long left,
            @ForAll Distribution distribution) {
        assertThat(allocate(left, distribution, claims.reversed())).isEqualTo(allocate(left, distribution, claims));
    }

    @Property(tries = 300)
    void aLargerBudgetTakesNothingFromAnybody(
            @ForAll("claims") List<Claim> claims,
            @ForAll @LongRange(max = 10_000_000_000_000L) long left,
            @ForAll @LongRange(max = 1_000_000) long more,
            @ForAll Distribution distribution) {
        Allocation before = allocate(left, distribution, claims);
        Allocation after = allocate(left + more, distribution, claims);
        long fenOfRounding = distribution == Distribution.PRO_RATA ? 1 : 0;
        assertThat(after.totalFen()).isGreaterThanOrEqualTo(before.totalFen());
        for (Claim claim : claims) {
            assertThat(granted(after, claim)).isGreaterThanOrEqualTo(granted(before, claim) - fenOfRounding);
        }
    }

    @Property(tries = 300)
    void proRataNobodyIsAFenFromTheExactShare(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 1000) long left) {
        Allocation allocation = allocate(left, Distribution.PRO_RATA, claims);
        double share = Math.min(1.0, (double) left / Math.max(1, sum(claims)));
        for (Claim claim : claims) {
            assertThat(Math.abs(granted(allocation, claim) - claim.amountFen() * share))
                    .isLessThan(1.0 + 1e-9);
        }
    }
}
