package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.policy.book.PolicyClause;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says to one of many subjects.
 *
 * @param subject the subject's line, from 0
 * @param amount in yuan with two places; null where nothing is due, or a right or qualification is
 * @param grade the row's answer where the conditions tell grades apart, else null
 * @param missing the facts needed, in the order of the clause's terms
 * @param unmet conditions not met in the nearest row that entitles; 0 where it is not counted
 */
public record BulkVerdict(
        int subject,
        PolicyClause clause,
        Said said,
        @Nullable BigDecimal amount,
        @Nullable String grade,
        List<MissingFact> missing,
        int unmet) {

    public BulkVerdict {
        missing = List.copyOf(missing);
    }

    /** The verdict's kind, as {@link Verdict} tells them apart. */
    public enum Said {
        OUT_OF_SCOPE("不在范围", "out-of-scope"),
        ENTITLED("应得", "entitled"),
        NOT_ENTITLED("不符合", "not-entitled"),
        /** The conditions hold and the formula gives 0. */
        NOTHING_DUE("金额为零", "nothing-due"),
        NEEDS_FACTS("需要事实", "needs-facts"),
        /** A value its type does not allow, or an amount that is negative or cannot be computed: never paid. */
        FAULT("算不出", "fault");

        private final String zh;
        private final String en;

        Said(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }

        /** The number it has in a table of results. */
        public int code() {
            return ordinal();
        }

        static Said of(int code) {
            return values()[code];
        }

        static Said of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.OutOfScope ignored -> OUT_OF_SCOPE;
                case Verdict.Entitled ignored -> ENTITLED;
                case Verdict.NotEntitled not -> not.nothingDue() ? NOTHING_DUE : NOT_ENTITLED;
                case Verdict.NeedsFacts ignored -> NEEDS_FACTS;
            };
        }
    }
}
