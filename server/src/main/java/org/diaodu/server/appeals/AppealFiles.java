package org.diaodu.server.appeals;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.AttachmentHost;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files of appeals. Each hangs on the row of the timeline it came with, is seen by whoever reads that row, and stands like what was
 * said: nobody adds to it afterwards and nobody takes anything away.
 */
@Component
class AppealFiles implements AttachmentHost {

    static final String KIND = "appeal";

    private final JdbcClient jdbc;

    AppealFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Thing> find(long entry) {
        return jdbc.sql("select a.number from appeal_event e join appeal a on a.id = e.appeal_id where e.id = :id")
                .param("id", entry)
                .query(String.class)
                .optional()
                .map(AppealFiles::thing);
    }

    /** The rows of a timeline, for asking what hangs on them. */
    static Map<Long, Thing> things(Appeal one, Collection<AppealEntry> entries) {
        Map<Long, Thing> things = new LinkedHashMap<>();
        entries.forEach(entry -> things.put(entry.id(), thing(one.number())));
        return things;
    }

    private static Thing thing(String number) {
        return new Thing("/appeals/" + number, false, false);
    }

    /** The row it came with tells of it. */
    @Override
    public void added(long entry, Attachment file) {}

    /** Never: what was said stands. */
    @Override
    public void removed(long entry, Attachment file) {}
}
