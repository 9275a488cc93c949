package org.diaodu.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log for the audit administrator, who sees the rows of the own unit and those below it. */
@Component
@Transactional(readOnly = true)
@PreAuthorize("hasRole('AUDIT_ADMIN')")
public class AuditLog {

    /** Counting stops here; the pager says "more than". */
    public static final int COUNTED = 100_000;

    private static final String COLUMNS = """
            select seq, at, actor_name, unit, origin, action, subject_type, subject_id,
                   before::text as before, after::text as after, reason, encode(digest, 'hex') as digest
            from audit_entry
            """;
    private static final String WHERE = """
             where (:who = '' or strpos(lower(actor_name), lower(:who)) > 0)
               and starts_with(action, :action)
               and (:subject = '' or subject_id = :subject or subject_type = :subject)
               and (:from::date is null or at >= :from::date::timestamp at time zone 'Asia/Shanghai')
               and (:to::date is null or at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai')
            """;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page, newest first; pages count from 1. */
    public List<AuditRow> page(AuditQuery query, int page, int size) {
        return bound(COLUMNS + WHERE + " order by seq desc limit :size offset :skip", query)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query(AuditLog::row)
                .list();
    }

    public long count(AuditQuery query) {
        return bound("select count(*) from (select from audit_entry " + WHERE + " limit " + COUNTED + ") found", query)
                .query(Long.class)
                .single();
    }

    public Optional<AuditRow> find(long seq) {
        return jdbc.sql(COLUMNS + " where seq = :seq")
                .param("seq", seq)
                .query(AuditLog::row)
                .optional();
    }

    /** Every row found, oldest first, at most {@link #COUNTED}. */
    public void each(AuditQuery query, Consumer<AuditRow> consumer) {
        try (var rows =
                bound(COLUMNS + WHERE + " order by seq limit " + COUNTED, query).query(AuditLog::row).stream()) {
            rows.forEach(consumer);
        }
    }

    private JdbcClient.StatementSpec bound(String sql, AuditQuery query) {
        return jdbc.sql(sql)
                .param("who", query.who())
                .param("action", query.action())
                .param("subject", query.subject())
                .param("from", query.from(), java.sql.Types.DATE)
                .param("to", query.to(), java.sql.Types.DATE);
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                row.getString("unit"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("digest"));
    }
}
