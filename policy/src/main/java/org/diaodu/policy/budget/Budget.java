package org.diaodu.policy.budget;

import org.diaodu.policy.Fen;
import org.diaodu.policy.PolicyFault;

/**
 * Money set aside for a purpose, and how much of it is promised. An immutable value: who stores it sees to it that two
 * allocations do not start from the same one.
 *
 * @param name what people call it
 * @param totalFen all of it
 * @param committedFen promised or paid so far
 */
public record Budget(String name, long totalFen, long committedFen) {

    public Budget {
        if (totalFen < 0 || committedFen < 0) {
            throw new PolicyFault(
                    "budget.negative",
                    "预算“" + name + "”总额 " + Fen.yuan(totalFen) + " 元、已承诺 " + Fen.yuan(committedFen)
                            + " 元，都不能为负。建议：检查金额与单位。",
                    "the budget \"" + name + "\" has " + Fen.yuan(totalFen) + " yuan in all and "
                            + Fen.yuan(committedFen)
                            + " promised, but neither can be negative. Maybe check the amounts and their unit.");
        }
        if (totalFen < committedFen) {
            throw new PolicyFault(
                    "budget.promised",
                    "预算“" + name + "”为 " + Fen.yuan(totalFen) + " 元，少于已承诺的 " + Fen.yuan(committedFen)
                            + " 元。建议：至少保留已承诺的金额，或先撤回部分承诺。",
                    "the budget \"" + name + "\" would be " + Fen.yuan(totalFen) + " yuan, less than the "
                            + Fen.yuan(committedFen)
                            + " promised. Maybe keep at least what is promised, or withdraw some of it first.");
        }
    }

    public long leftFen() {
        return totalFen - committedFen;
    }

    /** The same budget with another total; one below what is promised is refused. */
    public Budget changedTo(long totalFen) {
        return new Budget(name, totalFen, committedFen);
    }

    /** The same budget with all of this allocation promised; one that does not fit is refused. */
    public Budget with(Allocation allocation) {
        if (allocation.totalFen() > leftFen()) {
            throw new PolicyFault(
                    "budget.overspent",
                    "预算“" + name + "”剩余 " + Fen.yuan(leftFen()) + " 元，不够这次分配的 " + Fen.yuan(allocation.totalFen())
                            + " 元。建议：其间可能另有分配，按剩余金额重新计算。",
                    "the budget \"" + name + "\" has " + Fen.yuan(leftFen()) + " yuan left, not enough for the "
                            + Fen.yuan(allocation.totalFen())
                            + " of this allocation. Maybe another came between: allocate again from what is left.");
        }
        return new Budget(name, totalFen, committedFen + allocation.totalFen());
    }
}
