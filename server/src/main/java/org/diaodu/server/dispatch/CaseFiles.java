package org.diaodu.server.dispatch;

import java.util.Optional;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.springframework.stereotype.Component;

/** Files that hang on a case: whoever sees the case sees them, whoever works on it adds them. */
@Component
class CaseFiles implements AttachmentHost {

    static final String KIND = "case";

    private final CaseRows rows;
    private final Cases cases;
    private final Timeline timeline;

    CaseFiles(CaseRows rows, Cases cases, Timeline timeline) {
        this.rows = rows;
        this.cases = cases;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Thing> find(long id) {
        return rows.find(id).map(cases::attaching);
    }

    @Override
    public void added(long id, Attachment file) {
        tell(id, "FILE_ADD", file);
    }

    @Override
    public void removed(long id, Attachment file) {
        tell(id, "FILE_REMOVE", file);
    }

    private void tell(long id, String kind, Attachment file) {
        DispatchCase one = rows.find(id).orElseThrow();
        timeline.add(one, kind, one.state(), file.name(), timeline.signature());
    }
}
