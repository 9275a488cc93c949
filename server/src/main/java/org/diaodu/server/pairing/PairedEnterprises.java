package org.diaodu.server.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.SizeClass;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who looks after whom: the list of a region, and the own enterprises of a leader. */
@Component
public class PairedEnterprises extends Listing<PairingFilter, PairedEnterprise> {

    /** Every key enterprise of the caller's region and every other one with a leader. */
    private static final String LISTED = """
            with listed as (
                select e.id, e.credit_code, a.name, a.region, a.size, p.id as pairing, l.id as leader_id,
                       l.name as leader_name, l.post, l.unit as leader_unit, u.name as unit_name, u.level, p.since
                from enterprise e
                join enterprise_attributes a on a.enterprise_id = e.id
                     and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                left join pairing p on p.enterprise_id = e.id and
                """ + PairingRows.HOLDS + """
                left join leader l on l.id = p.leader
                left join unit u on u.code = l.unit
                {where}),
            visited as (select enterprise_id, max(day) as last_visit from pairing_visit group by enterprise_id),
            following as (
                select enterprise_id, count(*) as open_follow_ups, count(*) filter (where due < :day) as late_follow_ups
                from pairing_follow_up where done_on is null group by enterprise_id),
            lines as (
                select n.*, v.last_visit, coalesce(f.open_follow_ups, 0) as open_follow_ups,
                       coalesce(f.late_follow_ups, 0) as late_follow_ups
                from listed n
                left join visited v on v.enterprise_id = n.id
                left join following f on f.enterprise_id = n.id
                where (:days = 0 or (n.pairing is not null and coalesce(v.last_visit, n.since) <= :day - :days))
                  and (not :month or v.last_visit >= date_trunc('month', :day::date)))
            """;

    private static final String OWN = """
            select p.enterprise_id as id, '' as credit_code, p.enterprise_name as name, p.region, null as size, p.id as pairing,
                   l.id as leader_id, l.name as leader_name, l.post, u.name as unit_name, p.since,
                   (select max(v.day) from pairing_visit v where v.enterprise_id = p.enterprise_id) as last_visit,
                   (select count(*) from pairing_follow_up f
                    where f.enterprise_id = p.enterprise_id and f.done_on is null) as open_follow_ups,
                   (select count(*) from pairing_follow_up f
                    where f.enterprise_id = p.enterprise_id and f.done_on is null and f.due < :day) as late_follow_ups
            from pairing p join leader l on l.id = p.leader join unit u on u.code = l.unit
            where """ + PairingRows.HOLDS;

    private static final Orders ORDERS = Orders.usually("visit", "coalesce(last_visit, since, date '0001-01-01')")
            .or("name", "name")
            .or("region", "region")
            .or("size", "array_position(array['LARGE','MEDIUM','SMALL','MICRO'], size)")
            .or("leader", "leader_unit, leader_id")
            .or("since", "since")
            .then("id");

    private final PairingRows rows;
    private final PairingTimeline timeline;
    private final BusinessClock clock;

    PairedEnterprises(JdbcClient jdbc, PairingRows rows, PairingTimeline timeline, BusinessClock clock) {
        super(jdbc, LISTED + "select count(*) from lines", LISTED + "select * from lines {order} {page}", ORDERS);
        this.rows = rows;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The enterprises the caller looks after, the one not visited for longest first. */
    public List<PairedEnterprise> own() {
        return jdbc.sql("with own as (" + OWN + """
                and l.account = :account) select * from own order by coalesce(last_visit, since), id
                """)
                .param("day", clock.today())
                .param("account", Callers.current().userId())
                .query(PairedEnterprises::line)
                .list();
    }

    /** A paired enterprise as the caller sees it. */
    public Optional<PairedEnterprise> find(long enterprise) {
        return jdbc.sql(OWN + " and p.enterprise_id = :enterprise")
                .param("day", clock.today())
                .param("enterprise", enterprise)
                .query(PairedEnterprises::line)
                .optional();
    }

    /** Who looked after it, the latest first. */
    public List<Pairing> history(long enterprise) {
        return rows.history(enterprise);
    }

    /** Who looks after it now. */
    public Optional<Pairing> holding(long enterprise) {
        return rows.holding(enterprise);
    }

    /** Who is to look after it from a later day. */
    public Optional<Pairing> coming(long enterprise) {
        return rows.coming(enterprise);
    }

    /** What the caller is to look after from a later day. */
    public List<Pairing> comingToOwn() {
        return rows.comingTo(Callers.current().userId());
    }

    /** What happened, the latest first. */
    public List<PairingEvent> timeline(long enterprise) {
        return timeline.of(enterprise);
    }

    /** Whether the caller is the one who looks after it now. */
    public boolean mayServe(Pairing pairing) {
        return pairing.holds(clock.today()) && PairingRights.mayServe(Callers.current(), pairing.leader());
    }

    static Problem notThere(long enterprise) {
        return Problem.notFound(
                "PR14",
                "编号为 " + enterprise + " 的企业没有包联人，或不在您的范围内。",
                "Enterprise " + enterprise + " has no leader, or it is outside your own.");
    }

    @Override
    protected Conditions conditions(PairingFilter filter) {
        return new Conditions()
                .value("day", clock.today())
                .value("days", filter.daysAtLeast())
                .value("month", filter.isVisitedThisMonth())
                .value("leader", filter.leaderNumber())
                .where("(a.key_list or p.id is not null)")
                .begins("a.region", filter.region())
                .search("""
                        a.name ilike '%' || :pattern || '%' or e.credit_code like :pattern || '%'
                        or l.name ilike '%' || :pattern || '%'""", filter.text())
                .is("u.level", filter.level())
                .where(filter.leaderNumber() != 0, "l.id = :leader")
                .where("(:paired = 'true') = (p.id is not null)", "paired", filter.paired());
    }

    @Override
    protected RowMapper<PairedEnterprise> reader() {
        return PairedEnterprises::line;
    }

    private static PairedEnterprise line(ResultSet row, int number) throws SQLException {
        String size = row.getString("size");
        return new PairedEnterprise(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                size == null ? null : SizeClass.valueOf(size),
                row.getObject("pairing", Long.class),
                row.getObject("leader_id", Long.class),
                row.getString("leader_name"),
                row.getString("post"),
                row.getString("unit_name"),
                row.getObject("since", LocalDate.class),
                row.getObject("last_visit", LocalDate.class),
                row.getInt("open_follow_ups"),
                row.getInt("late_follow_ups"));
    }
}
