package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.LongListing;
import org.diaodu.server.lists.Orders;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases the caller sees, as a list. */
@Component
public class CaseList extends LongListing<CaseFilter, CaseLine> {

    private static final String COUNT = "select count(*) from dispatch_case c {where}";

    /** The measures are only looked at for the cases shown. */
    private static final String LINES = """
            with p as (select c.* from dispatch_case c {where} {order} {page})
            select c.*, u.name as lead_name, m.measures, m.done, m.late, m.next_due
            from p c join member_unit u on u.code = c.lead_unit
            left join lateral (
                select count(*) filter (where state <> 'DROPPED') as measures,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where state in ('PLANNED', 'AGREED') and due < :today) as late,
                       min(due) filter (where state in ('PLANNED', 'AGREED')) as next_due
                from dispatch_measure where case_id = c.id) m on true
            {order}
            """;

    private static final Orders ORDERS = Orders.usually("points", "coalesce(c.contribution_pp, 0)")
            .or("number", "c.number")
            .or("name", "c.enterprise_name")
            .or("region", "c.region")
            .or("unit", "c.lead_unit")
            .or(
                    "state",
                    "array_position(array['OPENED','SENT_BACK','REOPENED','CHANGING','PROPOSED','AGREED','UNDER_WAY','REPORTED','CHECKED','SIGNED_OFF'], c.state)")
            .or("since", "c.state_since")
            .ending(", c.id", " desc, c.id desc");

    private final BusinessClock clock;

    CaseList(JdbcClient jdbc, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clock = clock;
    }

    @Override
    protected Caller.Sight sight() {
        return Callers.current().sight();
    }

    @Override
    protected Conditions conditions(CaseFilter filter) {
        return new Conditions()
                .value("today", clock.today())
                .where(
                        "c.units @> array[:own]::text[]",
                        "own",
                        Callers.current().onlyUnit())
                .search(
                        "c.enterprise_name ilike '%' || :pattern || '%' or c.number like :pattern || '%'",
                        filter.text())
                .begins("c.region", filter.region())
                .is("c.state", filter.state(), Map.of("OPEN", "c.state <> 'SIGNED_OFF'"))
                .is("c.level", filter.level())
                .where("c.units @> array[:unit]::text[]", "unit", filter.unit())
                .is("c.period", filter.period())
                .where(
                        filter.late().equals("true"),
                        "c.id in (select m.case_id from dispatch_measure m"
                                + " where m.state in ('PLANNED', 'AGREED') and m.due < :today)");
    }

    @Override
    protected RowMapper<CaseLine> reader() {
        return CaseList::line;
    }

    private static CaseLine line(ResultSet row, int number) throws SQLException {
        return new CaseLine(
                row.getString("number"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getString("region"),
                row.getString("industry"),
                Period.parse(row.getString("period")),
                row.getString("light"),
                row.getObject("contribution_pp", Double.class),
                row.getObject("recoverable_pp", Double.class),
                Unit.Level.valueOf(row.getString("level")),
                row.getString("lead_name"),
                row.getString("state"),
                row.getTimestamp("state_since").toInstant(),
                row.getInt("measures"),
                row.getInt("done"),
                row.getInt("late"),
                row.getObject("next_due", LocalDate.class));
    }
}
