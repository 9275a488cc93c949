package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the cases the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class CaseList {

    private static final String WHERE = """
            where (:text = '' or c.enterprise_name ilike '%' || :pattern || '%' or c.number like :pattern || '%')
              and starts_with(c.region, :region)
              and case :state when '' then true when 'OPEN' then c.state <> 'SIGNED_OFF' else c.state = :state end
              and (:level = '' or c.level = :level)
              and (:unit = '' or :unit = any(c.units))
              and (:period = '' or c.period = :period)
              and (:late <> 'true' or exists (select from dispatch_measure m
                   where m.case_id = c.id and m.state in ('PLANNED', 'AGREED') and m.due < :today))
            """;
    private static final String LINES = """
            select p.*, u.name as lead_name, m.measures, m.done, m.late, m.next_due
            from p join member_unit u on u.code = p.lead_unit
            left join lateral (
                select count(*) filter (where state <> 'DROPPED') as measures,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where state in ('PLANNED', 'AGREED') and due < :today) as late,
                       min(due) filter (where state in ('PLANNED', 'AGREED')) as next_due
                from dispatch_measure where case_id = p.id) m on true
            order by p.place
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseList(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long count(CaseFilter filter) {
        return filtered("select count(*) from dispatch_case c " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public List<CaseLine> page(CaseFilter filter, CaseOrder order, boolean descending, int page, int size) {
        return filtered(lines(order, descending, " limit :size offset :skip"), filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(CaseList::line)
                .list();
    }

    /** Hands over every case of the list, one after another. */
    public void each(CaseFilter filter, CaseOrder order, boolean descending, Consumer<CaseLine> consumer) {
        filtered(lines(order, descending, ""), filter).query(row -> {
            consumer.accept(line(row, 0));
        });
    }

    /** The measures are only looked at for the cases shown. */
    private static String lines(CaseOrder order, boolean descending, String limit) {
        String sorted = order.sql(descending);
        return "with p as (select c.*, row_number() over (order by " + sorted + ") as place from dispatch_case c "
                + WHERE + " order by " + sorted + limit + ") " + LINES;
    }

    private StatementSpec filtered(String sql, CaseFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("state", filter.state())
                .param("level", filter.level())
                .param("unit", filter.unit())
                .param("period", filter.period())
                .param("late", filter.late())
                .param("today", clock.today());
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
