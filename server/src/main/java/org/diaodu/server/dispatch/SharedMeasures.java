package org.diaodu.server.dispatch;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise is shown of its own plan: the measures shared with it, once they are agreed. */
@Component
@Transactional(readOnly = true)
public class SharedMeasures {

    private final JdbcClient jdbc;

    SharedMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A measure and the name of the unit that does it. */
    public record Shared(Measure measure, String ownerName) {}

    /** Those the caller sees, the next due first. */
    public List<Shared> mine() {
        return jdbc.sql("""
                select m.*, u.name as owner_name from dispatch_measure m join member_unit u on u.code = m.owner_unit
                where m.shared and m.state <> 'PLANNED' order by m.state <> 'AGREED', m.due, m.id
                """)
                .query((row, number) -> new Shared(MeasureRows.measure(row, number), row.getString("owner_name")))
                .list();
    }
}
