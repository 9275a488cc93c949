package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads versions of single returns with what belongs to them. */
@Component
class FilingReading {

    private final JdbcClient jdbc;

    FilingReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Filing> current(long enterprise, Period period) {
        return jdbc.sql("select * from filing where enterprise_id = :enterprise and period = :period and current")
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .query(FilingReading::filing)
                .optional();
    }

    List<Filing> versions(long enterprise, Period period) {
        return jdbc.sql(
                        "select * from filing where enterprise_id = :enterprise and period = :period order by version desc")
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .query(FilingReading::filing)
                .list();
    }

    /** An enterprise's returns that count, newest period first. */
    List<Filing> ofEnterprise(long enterprise) {
        return jdbc.sql("select * from filing where enterprise_id = :enterprise and current order by period desc")
                .param("enterprise", enterprise)
                .query(FilingReading::filing)
                .list();
    }

    Figures figures(long filing) {
        TreeMap<String, Figure> figures = new TreeMap<>();
        jdbc.sql(
                        "select item, month_value, ytd_value, month_base, ytd_base, base_reason from figure where filing_id = :id")
                .param("id", filing)
                .query(row -> {
                    figures.put(
                            row.getString(1),
                            new Figure(
                                    row.getBigDecimal(2),
                                    row.getBigDecimal(3),
                                    row.getBigDecimal(4),
                                    row.getBigDecimal(5),
                                    row.getString(6)));
                });
        return new Figures(figures);
    }

    List<Finding> findings(long filing) {
        return jdbc.sql("""
                select code, item, severity, message_zh, message_en, value, expected, explanation
                from finding where filing_id = :id
                order by case severity when 'MUST_HOLD' then 0 when 'EXPLAIN' then 1 else 2 end, code, item
                """)
                .param("id", filing)
                .query((row, number) -> new Finding(
                        row.getString("code"),
                        row.getString("item"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("message_zh"),
                        row.getString("message_en"),
                        row.getString("value"),
                        row.getString("expected"),
                        row.getString("explanation")))
                .list();
    }

    List<Query> queries(long enterprise, Period period) {
        return jdbc.sql("select * from query where enterprise_id = :enterprise and period = :period order by id")
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .query(FilingReading::query)
                .list();
    }

    Optional<Excuse> excuse(long enterprise, Period period) {
        return jdbc.sql(
                        "select reason, excused_by, excused_at from excuse where enterprise_id = :enterprise and period = :period")
                .param("enterprise", enterprise)
                .param("period", period.iso())
                .query((row, number) -> new Excuse(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static Query query(ResultSet row, int number) throws SQLException {
        return new Query(
                row.getLong("id"),
                row.getLong("filing_id"),
                row.getString("item"),
                row.getString("question"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                row.getString("answered_by"),
                instant(row.getTimestamp("answered_at")),
                Query.State.valueOf(row.getString("state")));
    }

    static Filing filing(ResultSet row, int number) throws SQLException {
        return new Filing(
                row.getLong("id"),
                row.getLong("enterprise_id"),
                row.getString("region"),
                Period.parse(row.getString("period")),
                row.getInt("version"),
                row.getBoolean("current"),
                ReturnState.of(row.getString("state")),
                Filing.Source.valueOf(row.getString("source")),
                row.getString("filed_by"),
                row.getTimestamp("filed_at").toInstant(),
                row.getString("digest"),
                row.getInt("unexplained"),
                row.getInt("findings"),
                row.getString("note"),
                row.getString("accepted_by"),
                row.getInt("row_version"));
    }
}
