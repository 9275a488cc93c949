package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.database.LastLook;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the cases the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class CaseList {

    private static final String LINES = """
            select c.*, u.name as lead_name, m.measures, m.done, m.late, m.next_due
            from p c join member_unit u on u.code = c.lead_unit
            left join lateral (
                select count(*) filter (where state <> 'DROPPED') as measures,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where state in ('PLANNED', 'AGREED') and due < :today) as late,
                       min(due) filter (where state in ('PLANNED', 'AGREED')) as next_due
                from dispatch_measure where case_id = c.id) m on true
            order by
            """;

    private record Counted(Scope scope, String memberUnit, CaseFilter filter, LocalDate today) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final LastLook<Counted, Long> counts = new LastLook<>();

    CaseList(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many there are, counted again once something was written. */
    public long count(CaseFilter filter) {
        Caller caller = Callers.current();
        String unit = caller.memberUnit() == null ? "" : caller.memberUnit();
        return counts.get(
                new Counted(caller.scope(), unit, filter, clock.today()),
                () -> filtered("select count(*) from dispatch_case c" + where(filter), filter)
                        .query(Long.class)
                        .single());
    }

    public List<CaseLine> page(CaseFilter filter, CaseOrder order, boolean descending, int page, int size) {
        return filtered(lines(filter, order, descending, " limit :size offset :skip"), filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(CaseList::line)
                .list();
    }

    /** Hands over every case of the list, one after another. */
    public void each(CaseFilter filter, CaseOrder order, boolean descending, Consumer<CaseLine> consumer) {
        filtered(lines(filter, order, descending, ""), filter).query(row -> {
            consumer.accept(line(row, 0));
        });
    }

    /** The measures are only looked at for the cases shown. */
    private static String lines(CaseFilter filter, CaseOrder order, boolean descending, String limit) {
        String sorted = order.sql(descending);
        return "with p as (select c.* from dispatch_case c" + where(filter) + " order by " + sorted + limit + ") "
                + LINES + sorted;
    }

    /** Says only what the filter asks for, so that the database plans for just that. */
    private static String where(CaseFilter filter) {
        var where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (!Objects.requireNonNullElse(Callers.current().memberUnit(), "").isEmpty()
                && Callers.current().scope().equals(Scope.NOTHING)) where.add("c.units @> array[:own]::text[]");
        if (!filter.text().isEmpty()) {
            where.add("(c.enterprise_name ilike '%' || :pattern || '%' or c.number like :pattern || '%')");
        }
        if (!filter.region().isEmpty()) where.add("starts_with(c.region, :region)");
        if (filter.state().equals("OPEN")) where.add("c.state <> 'SIGNED_OFF'");
        else if (!filter.state().isEmpty()) where.add("c.state = :state");
        if (!filter.level().isEmpty()) where.add("c.level = :level");
        if (!filter.unit().isEmpty()) where.add("c.units @> array[:unit]::text[]");
        if (!filter.period().isEmpty()) where.add("c.period = :period");
        if (filter.late().equals("true")) {
            where.add("c.id in (select m.case_id from dispatch_measure m"
                    + " where m.state in ('PLANNED', 'AGREED') and m.due < :today)");
        }
        return where.toString();
    }

    private StatementSpec filtered(String sql, CaseFilter filter) {
        return jdbc.sql(sql)
                .param("own", Objects.requireNonNullElse(Callers.current().memberUnit(), ""))
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("state", filter.state())
                .param("level", filter.level())
                .param("unit", filter.unit())
                .param("period", filter.period())
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
