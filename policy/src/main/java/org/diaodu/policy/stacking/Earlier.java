package org.diaodu.policy.stacking;

import org.diaodu.policy.Fen;
import org.diaodu.policy.PolicyFault;
import org.jspecify.annotations.Nullable;

/**
 * What the subject was paid before, and did not have to give back.
 *
 * @param thisYear in the year the bundle is for: only then does it count against groups and ceilings and as a base
 */
public record Earlier(String clause, @Nullable String project, long amountFen, boolean thisYear) {

    public Earlier {
        if (amountFen < 0 || amountFen > Candidate.MOST) {
            throw new PolicyFault(
                    "stacking.earlier",
                    "条款 " + clause + " 的已拨付金额为 " + Fen.yuan(amountFen) + " 元，应在 0 与 1000 亿元之间。建议：退回的应从已拨付中扣除后再计。",
                    "clause " + clause + " is said to have paid " + Fen.yuan(amountFen)
                            + " yuan, but that is between 0 and 100 billion. Maybe take off what was given back first.");
        }
    }
}
