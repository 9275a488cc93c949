package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the timeline and into the audit log, in the transaction of the step itself. */
@Component
class Timeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;

    Timeline(JdbcClient jdbc, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** A case as its timeline needs it. */
    record Place(long id, String number, String region, String state) {

        static Place of(DispatchCase one) {
            return new Place(one.id(), one.number(), one.region(), one.state().name());
        }
    }

    /** A step of the case itself. */
    void add(DispatchCase one, String kind, CaseState after, String words, Signature by) {
        insert(Place.of(one), null, kind, after.name(), words, null, by);
        audit.record(
                action(kind),
                "case",
                one.number(),
                Map.of("state", one.state().name()),
                Map.of("state", after.name()),
                reason(words));
    }

    /** A step of one of its measures. */
    void add(
            DispatchCase one,
            long measure,
            String kind,
            String words,
            @Nullable Integer progressPct,
            Object after,
            Signature by) {
        add(Place.of(one), measure, kind, words, progressPct, after, by);
    }

    void add(
            Place one,
            long measure,
            String kind,
            String words,
            @Nullable Integer progressPct,
            Object after,
            Signature by) {
        insert(one, measure, kind, one.state(), words, progressPct, by);
        audit.record(action(kind), "case", one.number(), null, after, reason(words));
    }

    List<CaseEvent> of(DispatchCase one) {
        return jdbc.sql("select * from dispatch_event where case_id = :id order by at, id")
                .param("id", one.id())
                .query(Timeline::event)
                .list();
    }

    /** The caller, now. */
    Signature signature() {
        return signatures.now();
    }

    /** The caller, now, who speaks for an enterprise. */
    Signature signature(String enterprise) {
        Signature now = signatures.now();
        return new Signature(now.name(), now.displayName(), enterprise, now.at());
    }

    static String action(String kind) {
        return "dispatch." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void insert(
            Place one,
            @Nullable Long measure,
            String kind,
            String after,
            String words,
            @Nullable Integer progressPct,
            Signature by) {
        jdbc.sql("""
                insert into dispatch_event (case_id, measure_id, region, at, kind, state, actor, actor_name, actor_unit, words,
                        progress_pct)
                values (:case, :measure, :region, :at, :kind, :state, :actor, :name, :unit, :words, :progress)
                """)
                .param("case", one.id())
                .param("measure", measure, java.sql.Types.BIGINT)
                .param("region", one.region())
                .param("kind", kind)
                .param("state", after)
                .param("at", Timestamp.from(by.at()))
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .param("progress", progressPct, java.sql.Types.INTEGER)
                .update();
    }

    private static @Nullable String reason(String words) {
        return words.isBlank() ? null : words;
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getLong("id"),
                row.getObject("measure_id", Long.class),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("state"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("actor_unit"),
                row.getString("words"),
                row.getObject("progress_pct", Integer.class));
    }
}
