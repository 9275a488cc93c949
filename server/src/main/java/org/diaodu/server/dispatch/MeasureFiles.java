package org.diaodu.server.dispatch;

import java.util.Map;
import java.util.Optional;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.springframework.stereotype.Component;

/** Files that hang on a measure, its evidence: an enterprise sees those of the measures shared with it. */
@Component
class MeasureFiles implements AttachmentHost {

    static final String KIND = "measure";
    private static final Thing SHARED = new Thing("/dispatch/mine", false, false);

    private final CaseRows rows;
    private final MeasureRows measures;
    private final Cases cases;
    private final Timeline timeline;

    MeasureFiles(CaseRows rows, MeasureRows measures, Cases cases, Timeline timeline) {
        this.rows = rows;
        this.measures = measures;
        this.cases = cases;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Thing> find(long id) {
        return measures.find(id)
                .map(measure -> rows.find(measure.caseId())
                        .map(one -> cases.attaching(one, measure))
                        .orElse(SHARED));
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
        DispatchCase one = measures.find(id)
                .flatMap(measure -> rows.find(measure.caseId()))
                .orElseThrow();
        timeline.add(one, id, kind, file.name(), null, Map.of("file", file.name()), timeline.signature());
    }
}
