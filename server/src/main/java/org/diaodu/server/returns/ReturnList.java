package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The returns of a period within the caller's unit as a list, those not filed included. */
@Component
public class ReturnList extends Listing<ReturnFilter, ReturnLine> {

    private static final String FROM = """
             from enterprise_attributes a
             join enterprise e on e.id = a.enterprise_id
             left join filing f on f.enterprise_id = a.enterprise_id and f.current and f.period = :period
             left join figure g on g.filing_id = f.id and g.item = 'gross_output'
             left join excuse x on x.enterprise_id = a.enterprise_id and x.period = :period
            {where}
            """;
    private static final String LINES = """
            select e.id, e.credit_code, a.name, a.region, a.industry, a.key_list,
                   coalesce(f.state, case when x.enterprise_id is null then 'MISSING' else 'EXCUSED' end) as state,
                   coalesce(f.version, 0) as version, coalesce(f.findings, 0) as findings,
                   coalesce(f.unexplained, 0) as unexplained, g.ytd_value, g.ytd_base, f.filed_by, f.filed_at
            """ + FROM + "{order} {page}";

    private static final Orders ORDERS = Orders.usually("code", "e.credit_code")
            .or("name", "a.name")
            .or("region", "a.region")
            .or("state", "coalesce(f.state, case when x.enterprise_id is null then 'MISSING' else 'EXCUSED' end)")
            .or("findings", "coalesce(f.unexplained, 0) * 1000 + coalesce(f.findings, 0)")
            .or("output", "coalesce(g.ytd_value, -1)")
            .or("growth", "coalesce(g.ytd_value / nullif(g.ytd_base, 0), 0)")
            .or("filed", "coalesce(f.filed_at, '-infinity')")
            .then("e.credit_code");

    private static final Map<String, String> STATES = Map.of(
            "MISSING", "f.id is null and x.enterprise_id is null",
            "EXCUSED", "f.id is null and x.enterprise_id is not null",
            "UNEXPLAINED", "f.unexplained > 0");

    ReturnList(JdbcClient jdbc) {
        super(jdbc, "select count(*)" + FROM, LINES, ORDERS);
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

    @Override
    protected Conditions conditions(ReturnFilter filter) {
        return new Conditions()
                .where("a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)")
                .value("period", filter.period().iso())
                .value("last", filter.period().last().atDay(1))
                .search(
                        "a.name ilike '%' || :pattern || '%' or e.credit_code like upper(:pattern) || '%'",
                        filter.text())
                .begins("a.region", filter.region())
                .begins("a.industry", filter.industry())
                .where("a.key_list = (:key = 'true')", "key", filter.keyList())
                .is("f.state", filter.state(), STATES)
                .where(
                        "exists (select 1 from finding d where d.filing_id = f.id and d.severity = :severity)",
                        "severity",
                        filter.severity());
    }

    @Override
    protected RowMapper<ReturnLine> reader() {
        return ReturnList::line;
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
