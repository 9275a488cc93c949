package org.diaodu.policy.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.policy.PolicyFault;

/**
 * What each claim gets of what is left of a budget: never more than the claim, never more than is left in all, and the
 * whole of what is left where the claims exceed it. The order in which the claims are listed plays no part.
 *
 * @param shares by the claim's id, in the order in which they were served
 */
public record Allocation(Map<String, Share> shares) {

    private static final Comparator<Claim> BY_TIME =
            Comparator.comparing(Claim::time).thenComparing(Claim::id);

    public Allocation {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    public static Allocation of(Budget budget, Distribution distribution, List<Claim> claims) {
        Set<String> ids = new HashSet<>();
        for (Claim claim : claims) {
            if (!ids.add(claim.id())) {
                throw new PolicyFault(
                        "budget.claim-twice",
                        "应享项目 " + claim.id() + " 出现了两次。建议：同一项目只能分配一次，检查名单是否重复。",
                        "claim " + claim.id() + " stands twice. Maybe the list holds it twice: it is served once.");
            }
        }
        return new Allocation(
                switch (distribution) {
                    case FIRST_COME -> inOrder(budget.leftFen(), claims, BY_TIME);
                    case BY_PRIORITY ->
                        inOrder(
                                budget.leftFen(),
                                claims,
                                Comparator.comparingInt(Claim::priority).thenComparing(BY_TIME));
                    case PRO_RATA -> ProRata.of(budget.leftFen(), sorted(claims, BY_TIME));
                });
    }

    public long totalFen() {
        return shares.values().stream().mapToLong(Share::grantedFen).sum();
    }

    private static Map<String, Share> inOrder(long leftFen, List<Claim> claims, Comparator<Claim> order) {
        Map<String, Share> shares = new LinkedHashMap<>();
        long left = leftFen;
        for (Claim claim : sorted(claims, order)) {
            long granted = Math.min(left, claim.amountFen());
            left -= granted;
            shares.put(claim.id(), Share.of(granted, claim.amountFen()));
        }
        return shares;
    }

    private static List<Claim> sorted(List<Claim> claims, Comparator<Claim> order) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(order);
        return sorted;
    }
}
