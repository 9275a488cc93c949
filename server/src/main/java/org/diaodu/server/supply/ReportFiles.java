package org.diaodu.server.supply;

import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.supply.SupplyTimeline.Changed;
import org.springframework.stereotype.Component;

/** Photos and papers of a report: added by the enterprise while it is open, seen by those who see the report. */
@Component
class ReportFiles implements AttachmentHost {

    static final String KIND = "supply";

    private final ReportRows rows;
    private final SupplyTimeline timeline;

    ReportFiles(ReportRows rows, SupplyTimeline timeline) {
        this.rows = rows;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Thing> find(long id) {
        return rows.find(id).map(report -> {
            boolean open = !report.state().possible().isEmpty();
            return new Thing(
                    "/supply/" + report.number(), open && SupplyRights.isClerkOf(Callers.current(), report), false);
        });
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
        Report report = rows.find(id).orElseThrow();
        timeline.add(
                report,
                null,
                kind,
                report.state().name(),
                file.name(),
                timeline.signature(report.stateSince()),
                new Changed(null, null));
    }
}
