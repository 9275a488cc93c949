package org.diaodu.server.attachments;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.diaodu.server.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hangs files of the past on things, signed by whoever added them then; they pass the same looks as any other. */
@Component
public class AttachmentLoading {

    private final AttachmentRows rows;
    private final Intake intake;
    private final AttachmentProperties properties;
    private final Audit audit;

    AttachmentLoading(AttachmentRows rows, Intake intake, AttachmentProperties properties, Audit audit) {
        this.rows = rows;
        this.intake = intake;
        this.properties = properties;
        this.audit = audit;
    }

    /** Who added a file, and when. */
    public record Added(String by, String byName, Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void load(String kind, long host, String name, byte[] content, Added added) {
        try (Intake.Prepared prepared = intake.prepare(name, () -> new ByteArrayInputStream(content))) {
            rows.lock(kind, host);
            Attachment file = rows.insert(new Attachment(
                    0,
                    kind,
                    host,
                    prepared.name(),
                    prepared.type(),
                    prepared.size(),
                    prepared.keep(),
                    prepared.keepThumbnail(),
                    properties.stateOfNew(),
                    "",
                    added.by(),
                    added.byName(),
                    added.at()));
            audit.record("attachment.add", "attachment", "" + file.id(), null, Attachments.told(file), null);
        }
    }
}
