package org.diaodu.server.dispatch;

import java.util.Locale;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Signature;
import org.springframework.stereotype.Component;

/** Writes each step of a meeting into its timeline and into the audit log, in the transaction of the step itself. */
@Component
class MeetingTimeline {

    private final MeetingRows rows;
    private final Audit audit;

    MeetingTimeline(MeetingRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    void add(long id, String kind, String words, Object after, Signature by) {
        rows.tell(id, kind, words, by);
        audit.record("meeting." + kind.toLowerCase(Locale.ROOT), "meeting", "" + id, null, after, null);
    }
}
