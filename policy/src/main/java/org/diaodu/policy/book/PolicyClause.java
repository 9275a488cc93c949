package org.diaodu.policy.book;

import org.diaodu.rules.book.Clause;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause: its rule with the text and the worked cases, and its terms.
 *
 * @param unit what its amount counts; null where it gives no amount
 */
public record PolicyClause(
        RuleVersion version, Terms terms, @Nullable AmountUnit unit) {

    /** The decision that says who is entitled. */
    public static final String ELIGIBILITY = "资格";

    /** The decision that says how much. */
    public static final String AMOUNT = "金额";

    /** The decision that says whether what was paid is asked back. */
    public static final String CLAWBACK = "追回";

    public String id() {
        return version.rule();
    }

    public Clause text() {
        return version.clause();
    }

    public RuleModel model() {
        return version.model();
    }

    /** The id and the days it holds. */
    public String label() {
        return version.label();
    }
}
