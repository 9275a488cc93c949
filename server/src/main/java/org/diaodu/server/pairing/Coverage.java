package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.calendar.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has not been visited for how long, by leader and by region. */
@Component
@Transactional(readOnly = true)
public class Coverage {

    private static final String PAIRED = """
            with paired as (
                select p.leader, p.region, coalesce(v.last_visit, p.since) as waiting_since, v.last_visit
                from pairing p
                left join (select enterprise_id, max(day) as last_visit from pairing_visit group by enterprise_id) v
                     on v.enterprise_id = p.enterprise_id
                where """ + PairingRows.HOLDS + ") ";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Coverage(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One leader or region.
     *
     * @param key number of the leader, or code of the region
     * @param never how many of the enterprises nobody ever visited
     * @param visited how many were visited within the time asked
     * @param overdue how many have not been visited for as long as asked
     * @param oldest the day since which the one that waits longest has waited
     */
    public record Line(
            String key,
            String name,
            String detail,
            int enterprises,
            int never,
            int visited,
            int overdue,
            @Nullable LocalDate oldest) {

        /** Those visited within the time asked, in per cent of all. */
        public @Nullable Double coveredPct() {
            return enterprises == 0 ? null : (Double) (100.0 * visited / enterprises);
        }
    }

    /** By leader, the one with most left unvisited first. */
    public List<Line> byLeader(int days) {
        return jdbc.sql(PAIRED + """
                select l.id::text as key, l.name, u.name || l.post as detail, count(*) as enterprises,
                       count(*) filter (where n.last_visit is null) as never,
                       count(*) filter (where n.last_visit > :day - :days) as visited,
                       count(*) filter (where n.waiting_since <= :day - :days) as overdue, min(n.waiting_since) as oldest
                from paired n join leader l on l.id = n.leader join unit u on u.code = l.unit
                group by l.id, l.name, u.name, l.post order by overdue desc, oldest, l.id
                """)
                .param("day", clock.today())
                .param("days", days)
                .query(Line.class)
                .list();
    }

    /** By city. */
    public List<Line> byRegion(int days) {
        return jdbc.sql(PAIRED + """
                select u.code as key, u.name, '' as detail, count(*) as enterprises,
                       count(*) filter (where n.last_visit is null) as never,
                       count(*) filter (where n.last_visit > :day - :days) as visited,
                       count(*) filter (where n.waiting_since <= :day - :days) as overdue, min(n.waiting_since) as oldest
                from paired n join unit u on u.code = left(n.region, 4) || '00'
                group by u.code, u.name order by overdue desc, u.code
                """)
                .param("day", clock.today())
                .param("days", days)
                .query(Line.class)
                .list();
    }
}
