package org.diaodu.server.supply;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the reports the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class ReportList {

    private static final String WHERE = """
            where (:text = '' or r.enterprise_name ilike '%' || :pattern || '%' or r.item ilike '%' || :pattern || '%'
                   or r.number like :pattern || '%')
              and starts_with(r.region, :region)
              and (:kind = '' or r.kind = :kind)
              and (:province = '' or r.province = :province)
              and (:overdue = '' or r.due < :now)
              and case :state when '' then true
                   when 'OPEN' then r.state not in ('SETTLED', 'WITHDRAWN')
                   else r.state = :state end
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ReportList(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long count(ReportFilter filter) {
        return filtered("select count(*) from supply_report r " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public List<Report> page(ReportFilter filter, ReportOrder order, boolean descending, int page, int size) {
        return filtered(lines(order, descending) + " limit :size offset :skip", filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(ReportRows::report)
                .list();
    }

    /** Hands over every report of the list, one after another. */
    public void each(ReportFilter filter, ReportOrder order, boolean descending, Consumer<Report> consumer) {
        filtered(lines(order, descending), filter).query(row -> {
            consumer.accept(ReportRows.report(row, 0));
        });
    }

    /** The moment by which a report is late now. */
    public Instant now() {
        return SupplyDeadlines.now(clock);
    }

    private static String lines(ReportOrder order, boolean descending) {
        return "select r.* from supply_report r " + WHERE + " order by " + order.sql(descending);
    }

    private StatementSpec filtered(String sql, ReportFilter filter) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("kind", filter.kind())
                .param("province", filter.province())
                .param("overdue", filter.overdue())
                .param("state", filter.state())
                .param("now", Timestamp.from(now()));
    }
}
