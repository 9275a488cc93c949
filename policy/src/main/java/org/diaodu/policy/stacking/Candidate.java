package org.diaodu.policy.stacking;

import org.diaodu.policy.Fen;
import org.diaodu.policy.PolicyFault;
import org.jspecify.annotations.Nullable;

/**
 * What a subject is due under one clause taken by itself.
 *
 * @param project the project it is due for, or null where it is due to the enterprise
 * @param amountFen what the clause's formula gives, above 0; for a supplement the most it may pay beside its own rate
 *     and cap, {@link #MOST} where nothing else limits it
 */
public record Candidate(String clause, @Nullable String project, long amountFen) implements Comparable<Candidate> {

    /** The largest amount that is reckoned with: 100 billion yuan. */
    public static final long MOST = 10_000_000_000_000L;

    public Candidate {
        if (amountFen <= 0 || amountFen > MOST) {
            throw new PolicyFault(
                    "stacking.amount",
                    "条款 " + clause + " 的金额为 " + Fen.yuan(amountFen) + " 元，应大于 0 且不超过 1000 亿元。"
                            + "建议：检查公式的基数与单位；应得为 0 元的不算应享。",
                    "clause " + clause + " gives " + Fen.yuan(amountFen)
                            + " yuan, but an amount is above 0 and at most 100 billion. Maybe check the base of the "
                            + "formula and its unit; what is due nothing is not entitled.");
        }
    }

    /** What tells it from the subject's other candidates: the clause, and after an @ the project. */
    public String id() {
        return project == null ? clause : clause + "@" + project;
    }

    @Override
    public int compareTo(Candidate other) {
        return id().compareTo(other.id());
    }
}
