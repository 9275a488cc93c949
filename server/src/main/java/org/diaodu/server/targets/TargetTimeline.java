package org.diaodu.server.targets;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the history and into the audit log, in the transaction of the step itself. */
@Component
class TargetTimeline {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;
    private final BusinessClock clock;

    TargetTimeline(JdbcClient jdbc, Signatures signatures, Audit audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /** The caller by the business clock. */
    Signature signature() {
        Signature by = signatures.now();
        Instant at = clock.now().atZone(BEIJING).toInstant();
        return new Signature(by.name(), by.displayName(), by.unit(), at);
    }

    void add(Target target, String kind, TargetState after, String words, Signature by) {
        jdbc.sql("""
                insert into target_event (target_id, at, kind, state, actor, actor_name, actor_unit, words)
                values (:target, :at, :kind, :state, :actor, :name, :unit, :words)
                """)
                .param("target", target.id())
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("state", after.name())
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words.length() > LONGEST ? words.substring(0, LONGEST) : words)
                .update();
        audit.record(
                "target." + kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                "target",
                "" + target.id(),
                kind.equals("PROPOSE") ? null : Map.of("state", target.state().name()),
                Map.of("state", after.name(), "indicator", target.indicator(), "aim", target.aim().text(false)),
                words.isBlank() ? null : words);
    }

    /** What happened to a target, oldest first. */
    List<TargetEvent> of(Target target) {
        return jdbc.sql("""
                select id, at, kind, state, actor, actor_name, actor_unit, words from target_event
                where target_id = :id order by at, id
                """)
                .param("id", target.id())
                .query((row, number) -> new TargetEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words")))
                .list();
    }
}
