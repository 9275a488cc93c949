package org.diaodu.server.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/**
 * Files that hang on a measure, its evidence: an enterprise sees those of the measures shared with it, and shows what was done
 * there while they are carried out.
 */
@Component
class MeasureFiles implements AttachmentHost {

    static final String KIND = "measure";

    private final CaseRows rows;
    private final MeasureRows measures;
    private final Cases cases;
    private final Timeline timeline;
    private final Addressees addressees;
    private final Notices notices;

    MeasureFiles(
            CaseRows rows,
            MeasureRows measures,
            Cases cases,
            Timeline timeline,
            Addressees addressees,
            Notices notices) {
        this.rows = rows;
        this.measures = measures;
        this.cases = cases;
        this.timeline = timeline;
        this.addressees = addressees;
        this.notices = notices;
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
                        .orElseGet(() -> shared(measure)));
    }

    /** What the enterprise may do about a measure shared with it. */
    static Thing shared(Measure measure) {
        boolean carriedOut = measure.state() == MeasureState.AGREED;
        return new Thing("/dispatch/mine", carriedOut && Callers.current().has(Role.CLERK), false);
    }

    @Override
    public void added(long id, Attachment file) {
        tell(id, "FILE_ADD", file);
        if (Callers.current().has(Role.CLERK)) measures.shared(id).ifPresent(place -> tellOwner(place, id, file));
    }

    @Override
    public void removed(long id, Attachment file) {
        tell(id, "FILE_REMOVE", file);
    }

    private void tell(long id, String kind, Attachment file) {
        Caller caller = Callers.current();
        if (caller.has(Role.CLERK)) {
            MeasureRows.Shared place = measures.shared(id).orElseThrow();
            timeline.add(
                    place.place(),
                    id,
                    kind,
                    file.name(),
                    null,
                    Map.of("file", file.name()),
                    timeline.signature(place.enterpriseName()));
        } else {
            DispatchCase one = measures.find(id)
                    .flatMap(measure -> rows.find(measure.caseId()))
                    .orElseThrow();
            timeline.add(one, id, kind, file.name(), null, Map.of("file", file.name()), timeline.signature());
        }
    }

    private void tellOwner(MeasureRows.Shared of, long id, Attachment file) {
        notices.tell(
                addressees.ofMemberUnits(List.of(of.ownerUnit())),
                new Telling(
                        "measure/" + id + "/file/" + file.id(),
                        "dispatch",
                        "调度单 " + of.place().number() + "：企业提交了措施佐证",
                        of.enterpriseName() + "：" + file.name(),
                        "/dispatch/cases/" + of.place().number()));
    }
}
