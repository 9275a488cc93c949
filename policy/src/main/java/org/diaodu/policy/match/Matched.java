package org.diaodu.policy.match;

import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.reasons.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A clause's verdict on a subject, and the conditions it rests on.
 *
 * @param conditions null where the subject is out of scope
 */
public record Matched(
        PolicyClause clause, Verdict verdict, @Nullable Explanation conditions) {}
