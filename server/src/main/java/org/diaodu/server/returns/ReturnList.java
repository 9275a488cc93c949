package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The returns of a period within the caller's unit, those not filed included: filtered, sorted, a page or all of them. */
@Component
@Transactional(readOnly = true)
public class ReturnList {
    private static final String FROM = """
             from enterprise_attributes a
             join enterprise e on e.id = a.enterprise_id
             left join filing f on f.enterprise_id = a.enterprise_id and f.current and f.period = :period
             left join figure g on g.filing_id = f.id and g.item = 'gross_output'
             left join excuse x on x.enterprise_id = a.enterprise_id and x.period = :period
            where a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)
            """;
    private static final String SELECT = """
            select e.id, e.credit_code, a.name, a.region, a.industry, a.key_list,
                   coalesce(f.state, case when x.enterprise_id is null then 'MISSING' else 'EXCUSED' end) as state,
                   coalesce(f.version, 0) as version, coalesce(f.findings, 0) as findings,
                   coalesce(f.unexplained, 0) as unexplained, g.ytd_value, g.ytd_base, f.filed_by, f.filed_at
            """;

    private final JdbcClient jdbc;

    ReturnList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(ReturnFilter filter) {
        return filtered("select count(*)" + from(filter), filter)
                .query(Long.class)
                .single();
    }

    public List<ReturnLine> page(ReturnFilter filter, ReturnOrder order, boolean descending, int page, int size) {
        return filtered(
                        SELECT + from(filter) + " order by " + order.sql(descending) + " limit :size offset :skip",
                        filter)
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(ReturnList::line)
                .list();
    }

    /** Hands over every return of the list, one after another. */
    public void each(ReturnFilter filter, ReturnOrder order, boolean descending, Consumer<ReturnLine> consumer) {
        filtered(SELECT + from(filter) + " order by " + order.sql(descending), filter)
                .query(row -> {
                    consumer.accept(line(row, 0));
                });
    }

    /** The newest period any return within the caller's unit is filed for. */
    public Optional<Period> newestPeriod() {
        return jdbc.sql("select max(period) from filing where current")
                .query(String.class)
                .optional()
                .map(Period::parse);
    }

    /** A query with the enterprise it is about. */
    public record QueryLine(long enterpriseId, String name, String region, Period period, Query query) {}

    /** Queries of a state within the caller's unit, oldest first. */
    public List<QueryLine> queries(String state, int most) {
        return jdbc.sql("""
                select q.*, coalesce(a.name, '') as name from query q
                left join enterprise_attributes a on a.enterprise_id = q.enterprise_id
                     and a.valid_from <= period_last(q.period) and (a.valid_to is null or a.valid_to > period_last(q.period))
                where q.state = :state order by q.asked_at, q.id limit :most
                """)
                .param("state", state)
                .param("most", most)
                .query((row, number) -> new QueryLine(
                        row.getLong("enterprise_id"),
                        row.getString("name"),
                        row.getString("region"),
                        Period.parse(row.getString("period")),
                        FilingReading.query(row, number)))
                .list();
    }

    /** Only what the filter asks for stands in the statement, so that PostgreSQL can leave out what it does not need. */
    private static String from(ReturnFilter filter) {
        StringBuilder from = new StringBuilder(FROM);
        if (!filter.text().isEmpty()) {
            from.append(" and (a.name ilike '%' || :pattern || '%' or e.credit_code like upper(:pattern) || '%')");
        }
        if (!filter.region().isEmpty()) from.append(" and starts_with(a.region, :region)");
        if (!filter.industry().isEmpty()) from.append(" and starts_with(a.industry, :industry)");
        if (!filter.keyList().isEmpty()) from.append(" and a.key_list = (:key = 'true')");
        switch (filter.state()) {
            case "" -> {}
            case "MISSING" -> from.append(" and f.id is null and x.enterprise_id is null");
            case "EXCUSED" -> from.append(" and f.id is null and x.enterprise_id is not null");
            case "UNEXPLAINED" -> from.append(" and f.unexplained > 0");
            default -> from.append(" and f.state = :state");
        }
        if (!filter.severity().isEmpty()) {
            from.append(" and exists (select 1 from finding d where d.filing_id = f.id and d.severity = :severity)");
        }
        return from.toString();
    }

    private StatementSpec filtered(String sql, ReturnFilter filter) {
        return jdbc.sql(sql)
                .param("period", filter.period().iso())
                .param("last", filter.period().last().atDay(1))
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("industry", filter.industry())
                .param("key", filter.keyList())
                .param("state", filter.state())
                .param("severity", filter.severity());
    }

    private static ReturnLine line(ResultSet row, int number) throws SQLException {
        Timestamp filed = row.getTimestamp("filed_at");
        return new ReturnLine(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                row.getBoolean("key_list"),
                row.getString("state"),
                row.getInt("version"),
                row.getInt("findings"),
                row.getInt("unexplained"),
                row.getBigDecimal("ytd_value"),
                row.getBigDecimal("ytd_base"),
                row.getString("filed_by"),
                filed == null ? null : filed.toInstant());
    }
}
