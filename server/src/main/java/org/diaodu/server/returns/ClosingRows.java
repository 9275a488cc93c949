package org.diaodu.server.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code closing}, and the locks that keep filing and closing apart. */
@Component
class ClosingRows {

    private final JdbcClient jdbc;

    ClosingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One closing or reopening of a period at a time; filing into the unit waits, or has been seen. */
    void lock(Period period, String region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('closings ' || :period, 0))")
                .param("period", period.iso())
                .query()
                .listOfRows();
        jdbc.sql("select pg_advisory_xact_lock(closing_lock_key(:period, :region))")
                .param("period", period.iso())
                .param("region", region)
                .query()
                .listOfRows();
    }

    Optional<Closing> standing(Period period, String region) {
        return jdbc.sql("select * from closing where period = :period and region = :region and state <> 'REOPENED'")
                .param("period", period.iso())
                .param("region", region)
                .query(ClosingRows::closing)
                .optional();
    }

    /** What stands of a period, by region. */
    Map<String, Closing> standing(Period period) {
        return jdbc
                .sql("select * from closing where period = :period and state <> 'REOPENED'")
                .param("period", period.iso())
                .query(ClosingRows::closing)
                .list()
                .stream()
                .collect(Collectors.toMap(Closing::region, Function.identity()));
    }

    List<Closing> history(Period period, String region) {
        return jdbc.sql("select * from closing where period = :period and region = :region order by version")
                .param("period", period.iso())
                .param("region", region)
                .query(ClosingRows::closing)
                .list();
    }

    int insert(
            Period period, String region, String level, PeriodCount count, @Nullable Integer lakeVersion, String by) {
        return jdbc.sql("""
                insert into closing (period, region, version, level, state, enterprises, excused, lake_version, closed_by)
                select :period, :region,
                       1 + coalesce((select max(version) from closing where period = :period and region = :region), 0),
                       :level, 'CLOSED', :enterprises, :excused, :lake, :by
                returning version
                """)
                .param("period", period.iso())
                .param("region", region)
                .param("level", level)
                .param("enterprises", count.accepted())
                .param("excused", count.excused())
                .param("lake", lakeVersion, java.sql.Types.INTEGER)
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    void request(Period period, Collection<String> regions, String by, String reason) {
        jdbc.sql("""
                update closing set state = 'REOPEN_REQUESTED', reopen_requested_by = :by, reopen_requested_at = now(),
                       reopen_reason = :reason
                where period = :period and region = any(:regions) and state = 'CLOSED'
                """)
                .param("by", by)
                .param("reason", reason)
                .param("period", period.iso())
                .param("regions", regions.toArray(String[]::new))
                .update();
    }

    void decline(Period period, String region) {
        jdbc.sql(
                        "update closing set state = 'CLOSED' where period = :period and region = :region and state = 'REOPEN_REQUESTED'")
                .param("period", period.iso())
                .param("region", region)
                .update();
    }

    void reopen(Period period, Collection<String> regions, String by) {
        jdbc.sql("""
                update closing set state = 'REOPENED', reopened_by = :by, reopened_at = now()
                where period = :period and region = any(:regions) and state = 'REOPEN_REQUESTED'
                """)
                .param("by", by)
                .param("period", period.iso())
                .param("regions", regions.toArray(String[]::new))
                .update();
    }

    private static Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(
                Period.parse(row.getString("period")),
                row.getString("region"),
                row.getInt("version"),
                Closing.State.valueOf(row.getString("state")),
                row.getInt("enterprises"),
                row.getInt("excused"),
                row.getObject("lake_version", Integer.class),
                row.getString("closed_by"),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("reopen_requested_by"),
                row.getString("reopen_reason"),
                row.getString("reopened_by"));
    }
}
