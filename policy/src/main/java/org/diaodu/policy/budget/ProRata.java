package org.diaodu.policy.budget;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same share to all, by largest remainders (Hamilton): granted = ⌊claim · left / claims⌋, and the rest by remainder. */
final class ProRata {

    /** What a claim gets before the rest is given out, and its remainder over the sum of the claims. */
    private record Quota(Claim claim, long whole, BigInteger remainder) {}

    private ProRata() {}

    /** Of claims in the order in which equals come. */
    static Map<String, Share> of(long leftFen, List<Claim> claims) {
        BigInteger sum = claims.stream()
                .map(claim -> BigInteger.valueOf(claim.amountFen()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger left = BigInteger.valueOf(leftFen).min(sum);
        Map<String, Share> shares = new LinkedHashMap<>();
        List<Quota> quotas = new ArrayList<>();
        long rest = left.longValueExact();
        for (Claim claim : claims) {
            BigInteger[] parts =
                    BigInteger.valueOf(claim.amountFen()).multiply(left).divideAndRemainder(sum);
            Quota quota = new Quota(claim, parts[0].longValueExact(), parts[1]);
            quotas.add(quota);
            shares.put(claim.id(), Share.of(quota.whole(), claim.amountFen()));
            rest -= quota.whole();
        }
        quotas.sort(Comparator.comparing(Quota::remainder).reversed()); // stable: equals keep their order
        for (Quota quota : quotas.subList(0, Math.toIntExact(rest))) {
            shares.put(
                    quota.claim().id(),
                    Share.of(quota.whole() + 1, quota.claim().amountFen()));
        }
        return shares;
    }
}
