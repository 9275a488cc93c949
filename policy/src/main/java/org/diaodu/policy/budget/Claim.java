package org.diaodu.policy.budget;

import java.time.Instant;
import org.diaodu.policy.Fen;
import org.diaodu.policy.PolicyFault;

/**
 * What somebody is due from a budget.
 *
 * @param id what tells it from the others
 * @param time when it was made complete: agreed to, or found to be due
 * @param priority smaller first
 */
public record Claim(String id, Instant time, int priority, long amountFen) {

    public Claim {
        if (amountFen <= 0) {
            throw new PolicyFault(
                    "budget.claim",
                    "应享项目 " + id + " 的金额为 " + Fen.yuan(amountFen) + " 元，应大于 0。建议：应得为 0 元的不参与分配。",
                    "claim " + id + " is for " + Fen.yuan(amountFen)
                            + " yuan, but must be above 0. Maybe leave out what is due nothing.");
        }
    }
}
