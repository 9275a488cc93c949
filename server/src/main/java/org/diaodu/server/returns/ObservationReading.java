package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.growth.Status;
import org.diaodu.server.access.Scope;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads observations from the returns as filed. */
@Component
class ObservationReading {

    private final JdbcClient jdbc;

    ObservationReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gross output of a month or year to date of every enterprise that has filed, and of those that left the list. */
    List<Observation> observations(Period reporting, boolean yearToDate, Scope scope) {
        return scoped(ObservationSql.MEMBERS + """
                select m.*, case when :ytd then g.ytd_value else g.month_value end as output,
                       case when :ytd then g.ytd_base else g.month_base end as base,
                       case when :ytd then lg.ytd_value else lg.month_value end as filed
                from member m
                join filing f on f.enterprise_id = m.id and f.current and f.period = :period
                join figure g on g.filing_id = f.id and g.item = 'gross_output'
                left join filing lf on lf.enterprise_id = m.id and lf.current and lf.period = :periodLastYear
                left join figure lg on lg.filing_id = lf.id and lg.item = 'gross_output'
                union all
                select m.*, 0, 0, case when :ytd then lg.ytd_value else lg.month_value end
                from gone m
                join filing lf on lf.enterprise_id = m.id and lf.current and lf.period = :periodLastYear
                join figure lg on lg.filing_id = lf.id and lg.item = 'gross_output'
                order by credit_code
                """, reporting, scope)
                .param("ytd", yearToDate)
                .query(ObservationReading::observation)
                .list();
    }

    /** Every accepted return of the period with all its figures, and those that left the list. */
    List<EnterprisePeriod> accepted(Period reporting, Scope scope) {
        Map<Long, Map<String, Figure>> figures = figures(reporting, scope);
        Map<Long, Figure> lastYear = filedLastYear(reporting, scope);
        List<EnterprisePeriod> rows = new ArrayList<>();
        scoped(ObservationSql.MEMBERS + """
                select m.* from member m union all select g.* from gone g order by credit_code
                """, reporting, scope).query(row -> {
            long id = row.getLong("id");
            boolean exit = row.getString("standing").equals("EXIT");
            Map<String, Figure> own = figures.get(id);
            if (own != null || exit && lastYear.containsKey(id)) {
                Figures filed = own == null || exit ? Figures.of(Map.of()) : Figures.of(own);
                rows.add(enterprise(row, filed, lastYear.getOrDefault(id, Figure.NONE)));
            }
        });
        return rows;
    }

    private Map<Long, Map<String, Figure>> figures(Period reporting, Scope scope) {
        Map<Long, Map<String, Figure>> figures = new HashMap<>();
        jdbc.sql("""
                select g.enterprise_id, g.item, g.month_value, g.ytd_value, g.month_base, g.ytd_base
                from filing f join figure g on g.filing_id = f.id
                where f.current and f.period = :period and f.state = 'ACCEPTED'
                  and (:prefix = '*' or starts_with(f.region, :prefix))
                """)
                .param("period", reporting.iso())
                .param("prefix", scope.regionPrefix())
                .query(row -> {
                    figures.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                            .put(
                                    row.getString(2),
                                    new Figure(
                                            row.getBigDecimal(3),
                                            row.getBigDecimal(4),
                                            row.getBigDecimal(5),
                                            row.getBigDecimal(6),
                                            null));
                });
        return figures;
    }

    private Map<Long, Figure> filedLastYear(Period reporting, Scope scope) {
        Map<Long, Figure> filed = new HashMap<>();
        jdbc.sql("""
                select g.enterprise_id, g.month_value, g.ytd_value from filing f join figure g on g.filing_id = f.id
                where f.current and f.period = :period and g.item = 'gross_output'
                  and (:prefix = '*' or starts_with(f.region, :prefix))
                """)
                .param("period", reporting.samePeriodLastYear().iso())
                .param("prefix", scope.regionPrefix())
                .query(row -> {
                    filed.put(row.getLong(1), new Figure(row.getBigDecimal(2), row.getBigDecimal(3), null, null, null));
                });
        return filed;
    }

    private StatementSpec scoped(String sql, Period reporting, Scope scope) {
        YearMonth last = reporting.last();
        return jdbc.sql(sql)
                .param("last", last.atDay(1))
                .param("lastYear", last.minusYears(1).atDay(1))
                .param("period", reporting.iso())
                .param("periodLastYear", reporting.samePeriodLastYear().iso())
                .param("prefix", scope.regionPrefix())
                .param("enterprise", scope.enterpriseId() == null ? -1L : scope.enterpriseId());
    }

    /** A plant listed as new that nevertheless has a base is an entry to growth; so is a new plant's explained base. */
    static Status status(String standing, double base) {
        return switch (standing) {
            case "NEW_PLANT" -> base == 0 ? Status.NEW_PLANT : Status.ENTRY;
            case "ENTRY" -> Status.ENTRY;
            case "EXIT" -> Status.EXIT;
            default -> Status.CONTINUING;
        };
    }

    private static Observation observation(ResultSet row, int number) throws SQLException {
        double base = row.getDouble("base");
        double filed = row.getDouble("filed");
        if (row.wasNull()) {
            filed = Double.NaN;
        }
        return new Observation(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                status(row.getString("standing"), base),
                row.getDouble("output"),
                base,
                filed,
                row.getString("size"),
                row.getString("ownership"),
                row.getString("park"),
                row.getString("chain"),
                row.getBoolean("key_list"));
    }

    private static EnterprisePeriod enterprise(ResultSet row, Figures figures, Figure filedLastYear)
            throws SQLException {
        var base = figures.of("gross_output").yearToDateBase();
        return new EnterprisePeriod(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                row.getString("size"),
                row.getString("ownership"),
                row.getString("park"),
                row.getString("chain"),
                row.getBoolean("key_list"),
                status(row.getString("standing"), base == null ? 0 : base.doubleValue()),
                figures,
                filedLastYear);
    }
}
