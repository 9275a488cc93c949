package org.diaodu.server.targets;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diaodu.server.steps.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code target_report}: they are only added, and the last one of a day holds. */
@Component
class TargetReportRows {

    private final JdbcClient jdbc;

    TargetReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a report; false where the form was sent before. */
    boolean insert(Target target, ReportForm form, Signature by) {
        return jdbc.sql("""
                        insert into target_report (target_id, day, value, source, words, actor, actor_name, actor_unit, recorded_at,
                                                   form_key)
                        values (:target, :day, :value, :source, :words, :actor, :name, :unit, :at, :key)
                        on conflict (form_key) do nothing
                        """)
                        .param("target", target.id())
                        .param("day", TargetForm.day(form.day()))
                        .param(
                                "value",
                                target.aim().unit().toBase(Objects.requireNonNull(TargetForm.number(form.value()))))
                        .param("source", form.source().strip())
                        .param("words", form.words().strip())
                        .param("actor", by.name())
                        .param("name", by.displayName())
                        .param("unit", by.unit())
                        .param("at", Timestamp.from(by.at()))
                        .param("key", form.key().isBlank() ? null : form.key(), Types.VARCHAR)
                        .update()
                == 1;
    }

    boolean hasForm(String key) {
        return !key.isBlank()
                && jdbc.sql("select exists (select from target_report where form_key = :key)")
                        .param("key", key)
                        .query(Boolean.class)
                        .single();
    }

    /** Every report, the latest day first, and of a day the one that holds first. */
    List<TargetReport> of(Target target) {
        return jdbc.sql("""
                select r.*, r.id = max(r.id) over (partition by r.day) as holds from target_report r
                where r.target_id = :target order by r.day desc, r.id desc
                """)
                .param("target", target.id())
                .query((row, number) -> new TargetReport(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("value"),
                        row.getString("source"),
                        row.getString("words"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getBoolean("holds")))
                .list();
    }

    /** The figures that hold, oldest first. */
    List<Point> points(Target target) {
        return of(target).reversed().stream()
                .filter(TargetReport::holds)
                .map(report -> new Point(report.day(), report.value()))
                .toList();
    }
}
