package org.diaodu.policy.stacking;

import org.diaodu.policy.Fen;

/** What kept a payment below what was due. */
public sealed interface Limit {

    String zh();

    String en();

    /** A ceiling across clauses is used up. */
    record OfCeiling(String name, long limitFen) implements Limit {
        @Override
        public String zh() {
            return "总额上限“" + name + "” " + Fen.yuan(limitFen) + " 元已用满";
        }

        @Override
        public String en() {
            return "the ceiling \"" + name + "\" of " + Fen.yuan(limitFen) + " yuan is used up";
        }
    }

    /** The members of a top-up group together have reached the largest amount among them. */
    record OfTopUp(String group, long highestFen) implements Limit {
        @Override
        public String zh() {
            return "互斥组“" + group + "”按补差，合计不超过最高额 " + Fen.yuan(highestFen) + " 元";
        }

        @Override
        public String en() {
            return "the group \"" + group + "\" tops up to the highest amount, " + Fen.yuan(highestFen) + " yuan";
        }
    }

    /** A member of a highest-only group was paid earlier in the year: only the difference is due. */
    record OfEarlier(String group, long earlierFen) implements Limit {
        @Override
        public String zh() {
            return "互斥组“" + group + "”就高不重复，本年已拨付 " + Fen.yuan(earlierFen) + " 元，只补差额";
        }

        @Override
        public String en() {
            return "the group \"" + group + "\" pays only the highest: " + Fen.yuan(earlierFen)
                    + " yuan were paid this year, so the difference is due";
        }
    }
}
