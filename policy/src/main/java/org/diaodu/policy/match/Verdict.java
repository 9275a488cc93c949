package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.rules.reasons.NearMiss;
import org.jspecify.annotations.Nullable;

/** What a clause says to a subject. */
public sealed interface Verdict {

    /**
     * It is due.
     *
     * @param amount in yuan with two places; null where the clause gives a right or a qualification
     * @param grade the row's answer where the conditions tell grades apart, else null
     */
    record Entitled(@Nullable BigDecimal amount, @Nullable String grade) implements Verdict {}

    /**
     * It is not due, for certain.
     *
     * @param nearMisses the rows that came nearest to matching, nearest first
     * @param nothingDue whether the conditions hold and the formula gives 0, as below a floor
     */
    record NotEntitled(List<NearMiss> nearMisses, boolean nothingDue) implements Verdict {
        public NotEntitled {
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * It cannot be told yet: missing is not no.
     *
     * @param nearMisses of the rows still possible
     */
    record NeedsFacts(List<MissingFact> missing, List<NearMiss> nearMisses) implements Verdict {
        public NeedsFacts {
            missing = List.copyOf(missing);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /** The clause does not speak of this subject, or not on this day. */
    record OutOfScope(Reason reason, String chinese, String english) implements Verdict {}

    /** Why a clause does not speak of a subject. */
    enum Reason {
        NOT_YET,
        NO_LONGER,
        OTHER_REGION,
        OTHER_KIND
    }
}
