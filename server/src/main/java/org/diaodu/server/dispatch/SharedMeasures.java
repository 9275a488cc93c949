package org.diaodu.server.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.Hanging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise is shown of its own plan: the measures shared with it, once they are agreed, with their evidence. */
@Component
@Transactional(readOnly = true)
public class SharedMeasures {

    private final JdbcClient jdbc;
    private final Attachments attachments;

    SharedMeasures(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    /** A measure, the name of the unit that does it, and what hangs on it. */
    public record Shared(Measure measure, String ownerName, Hanging files) {}

    private record Owned(Measure measure, String ownerName) {}

    /** Those the caller sees, the next due first. */
    public List<Shared> mine() {
        List<Owned> shared = jdbc.sql("""
                select m.*, u.name as owner_name from dispatch_measure m join member_unit u on u.code = m.owner_unit
                where m.shared and m.state <> 'PLANNED' order by m.state <> 'AGREED', m.due, m.id
                """)
                .query((row, number) -> new Owned(MeasureRows.measure(row, number), row.getString("owner_name")))
                .list();
        Map<Long, AttachmentHost.Thing> things = new LinkedHashMap<>();
        shared.forEach(one -> things.put(one.measure().id(), MeasureFiles.shared(one.measure())));
        Map<Long, Hanging> files = attachments.on(MeasureFiles.KIND, things);
        return shared.stream()
                .map(one -> new Shared(
                        one.measure(),
                        one.ownerName(),
                        Objects.requireNonNull(files.get(one.measure().id()))))
                .toList();
    }
}
