package org.diaodu.server.pairing;

import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and papers of a visit: added by whoever looks after the enterprise, seen by those who see the visit. */
@Component
class VisitFiles implements AttachmentHost {

    static final String KIND = "visit";

    private final JdbcClient jdbc;
    private final PairingRows rows;
    private final PairingTimeline timeline;

    VisitFiles(JdbcClient jdbc, PairingRows rows, PairingTimeline timeline) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
    }

    private record Of(long enterpriseId, String region) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Thing> find(long id) {
        return visit(id).map(of -> thing(of.enterpriseId(), rows.holding(of.enterpriseId())));
    }

    /** What the caller may do about the visits of an enterprise. */
    static Thing thing(long enterprise, Optional<Pairing> now) {
        boolean own = now.filter(pairing -> PairingRights.mayServe(Callers.current(), pairing.leader()))
                .isPresent();
        return new Thing("/pairing/of/" + enterprise, own, false);
    }

    @Override
    public void added(long id, Attachment file) {
        visit(id).ifPresent(of -> timeline.add("FILE_ADD", of.enterpriseId(), of.region(), file.name()));
    }

    @Override
    public void removed(long id, Attachment file) {
        visit(id).ifPresent(of -> timeline.add("FILE_REMOVE", of.enterpriseId(), of.region(), file.name()));
    }

    private Optional<Of> visit(long id) {
        return jdbc.sql("select enterprise_id, region from pairing_visit where id = :id")
                .param("id", id)
                .query(Of.class)
                .optional();
    }
}
