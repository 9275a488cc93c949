package org.diaodu.server.policies.offer;

import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Verdict;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;

/** What one clause says to one subject of an enterprise. */
public record Judged(KnownSubject subject, OneMatch by, Matched matched) {

    public PolicyClause clause() {
        return matched.clause();
    }

    public Verdict verdict() {
        return matched.verdict();
    }

    /** The code of the project or product it is about; null where it is the enterprise itself. */
    public @Nullable String part() {
        return subject.id().kind() == SubjectKind.ENTERPRISE
                ? null
                : subject.id().code();
    }
}
