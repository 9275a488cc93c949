package org.diaodu.server.policies.delivery;

import java.util.List;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.server.policies.KnownSubject;
import org.jspecify.annotations.Nullable;

/**
 * What a run says to a subject of a clause that speaks of it. Money in fen.
 *
 * @param enterprise whose subject it is; the subject itself where that is the enterprise
 * @param dueFen what the clause gives by itself; null where it gives no money
 * @param paidFen what the best bundle leaves of it
 * @param failing conditions that fail in the nearest row
 * @param missing names of the facts that are wanted
 */
record Judgement(
        KnownSubject enterprise,
        KnownSubject subject,
        PolicyClause clause,
        Kind kind,
        @Nullable Long dueFen,
        @Nullable Long paidFen,
        @Nullable String grade,
        int failing,
        List<String> missing,
        String zh,
        String en) {

    /** The verdict, after the bundle. */
    enum Kind {
        ENTITLED,
        /** Approved or paid before, as often as the clause pays. */
        RECEIVED,
        /** Due by itself, and left nothing by a clause it cannot be added to, or by a ceiling. */
        OUTDONE,
        NEEDS,
        NOT,
        /** The clause cannot be reckoned on these facts; it is never paid. */
        FAULT
    }

    Judgement outcome(Kind kind, long paidFen, String zh, String en) {
        return new Judgement(enterprise, subject, clause, kind, dueFen, paidFen, grade, failing, missing, zh, en);
    }
}
