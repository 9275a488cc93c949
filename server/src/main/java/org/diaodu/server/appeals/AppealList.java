package org.diaodu.server.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the appeals the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class AppealList {

    private static final String WHERE = """
            where (:text = '' or a.enterprise_name ilike '%' || :pattern || '%' or a.number like :pattern || '%'
                   or a.words ilike '%' || :pattern || '%')
              and starts_with(a.region, :region)
              and case :state when '' then true
                      when 'OPEN' then a.state not in ('closed', 'withdrawn')
                      when 'CLOSED' then a.state in ('closed', 'withdrawn')
                      else a.state = :state end
              and (:subject = '' or a.subject = :subject)
              and (:urgency = '' or a.urgency = :urgency)
              and (:level = '' or a.level = :level)
              and (:unit = '' or :unit = any(a.units))
              and (:overdue <> 'true' or a.due < :now)
              and (:named <> 'true' or exists (select from appeal_escalation e where e.appeal_id = a.id and e.measure = 'BRIEF'))
            """;
    private static final String LINES = """
            select p.*, u.name as unit_name, e.measure as farthest
            from p join member_unit u on u.code = p.unit
            left join lateral (
                select measure from appeal_escalation where appeal_id = p.id and round = p.round
                order by array_position(array['BRIEF', 'SUPERVISION', 'REMINDER'], measure) limit 1) e on true
            order by p.place
            """;

    private final JdbcClient jdbc;
    private final AppealClocks clocks;

    AppealList(JdbcClient jdbc, AppealClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    public long count(AppealFilter filter) {
        return filtered("select count(*) from appeal a " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public List<AppealLine> page(AppealFilter filter, AppealOrder order, boolean descending, int page, int size) {
        LocalDateTime now = clocks.now();
        return filtered(lines(order, descending, " limit :size offset :skip"), filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query((row, number) -> line(row, now))
                .list();
    }

    /** Hands over every appeal of the list, one after another. */
    public void each(AppealFilter filter, AppealOrder order, boolean descending, Consumer<AppealLine> consumer) {
        LocalDateTime now = clocks.now();
        filtered(lines(order, descending, ""), filter).query(row -> {
            consumer.accept(line(row, now));
        });
    }

    /** The caller's own enterprise's, those to do something about first, then the latest. */
    public List<AppealLine> own() {
        LocalDateTime now = clocks.now();
        return jdbc.sql("""
                with p as (select a.*, row_number() over (order by array_position(array['asked', 'resolved'], a.state), a.id desc)
                           as place from appeal a where a.enterprise_id = :own)
                """ + LINES)
                .param("own", Callers.current().enterpriseId())
                .query((row, number) -> line(row, now))
                .list();
    }

    private static String lines(AppealOrder order, boolean descending, String limit) {
        String sorted = order.sql(descending);
        return "with p as (select a.*, row_number() over (order by " + sorted + ") as place from appeal a " + WHERE
                + " order by " + sorted + limit + ") " + LINES;
    }

    private StatementSpec filtered(String sql, AppealFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("state", filter.state())
                .param("subject", filter.subject())
                .param("urgency", filter.urgency())
                .param("level", filter.level())
                .param("unit", filter.unit())
                .param("overdue", filter.overdue())
                .param("named", filter.named())
                .param("now", AppealRows.stamp(clocks.now()));
    }

    private static AppealLine line(ResultSet row, LocalDateTime now) throws SQLException {
        Appeal one = AppealRows.appeal(row, 0);
        String farthest = row.getString("farthest");
        return new AppealLine(
                one,
                row.getString("unit_name"),
                farthest == null ? null : Measure.valueOf(farthest),
                AppealLine.isOverdue(one, now));
    }
}
