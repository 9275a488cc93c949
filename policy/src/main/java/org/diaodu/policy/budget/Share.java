package org.diaodu.policy.budget;

import org.diaodu.policy.Fen;

/** What one claim gets. */
public sealed interface Share {

    long grantedFen();

    String zh();

    String en();

    /** All of it. */
    record Whole(long grantedFen) implements Share {
        @Override
        public String zh() {
            return "全额 " + Fen.yuan(grantedFen) + " 元";
        }

        @Override
        public String en() {
            return "in full, " + Fen.yuan(grantedFen) + " yuan";
        }
    }

    /** Less than was claimed, but something. */
    record Part(long grantedFen, long claimedFen) implements Share {
        @Override
        public String zh() {
            return "预算不足：应得 " + Fen.yuan(claimedFen) + " 元，分得 " + Fen.yuan(grantedFen) + " 元";
        }

        @Override
        public String en() {
            return "the budget is short: " + Fen.yuan(grantedFen) + " of " + Fen.yuan(claimedFen) + " yuan";
        }
    }

    /** Nothing, because nothing is left. */
    record Nothing(long claimedFen) implements Share {
        @Override
        public long grantedFen() {
            return 0;
        }

        @Override
        public String zh() {
            return "预算已用完：应得 " + Fen.yuan(claimedFen) + " 元，未能分得";
        }

        @Override
        public String en() {
            return "the budget is used up: nothing of " + Fen.yuan(claimedFen) + " yuan";
        }
    }

    static Share of(long grantedFen, long claimedFen) {
        if (grantedFen == claimedFen) {
            return new Whole(grantedFen);
        }
        return grantedFen > 0 ? new Part(grantedFen, claimedFen) : new Nothing(claimedFen);
    }
}
