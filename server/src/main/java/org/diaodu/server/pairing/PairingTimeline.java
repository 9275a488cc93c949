package org.diaodu.server.pairing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the enterprise's timeline and into the audit log, in the transaction of the step itself. */
@Component
class PairingTimeline {

    private final JdbcClient jdbc;
    private final Audit audit;

    PairingTimeline(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A step for one enterprise. */
    record Step(long enterpriseId, String region, String words) {}

    void add(String kind, long enterprise, String region, String words) {
        add(kind, List.of(new Step(enterprise, region, words)));
    }

    void add(String kind, List<Step> steps) {
        Caller caller = Callers.current();
        String unit = caller.unit() == null ? "" : caller.unit().name();
        add(kind, steps, caller.name(), caller.displayName(), unit, Instant.now());
    }

    /** Steps of the past, signed by whoever took them; for loading. */
    void add(String kind, List<Step> steps, String actor, String actorName, String unit, Instant at) {
        jdbc.sql("""
                insert into pairing_event (enterprise_id, region, at, kind, actor, actor_name, actor_unit, words)
                select n.enterprise, n.region, :at, :kind, :actor, :actorName, :unit, n.words
                from unnest(:enterprises::bigint[], :regions::text[], :words::text[]) as n(enterprise, region, words)
                """)
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("actor", actor)
                .param("actorName", actorName)
                .param("unit", unit)
                .param("enterprises", steps.stream().map(Step::enterpriseId).toArray(Long[]::new))
                .param("regions", steps.stream().map(Step::region).toArray(String[]::new))
                .param("words", steps.stream().map(Step::words).toArray(String[]::new))
                .update();
        audit.recordAll(steps.stream()
                .map(step -> new Change(
                        "pairing." + kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                        "pairing",
                        "" + step.enterpriseId(),
                        null,
                        Map.of("words", step.words()),
                        null))
                .toList());
    }

    List<PairingEvent> of(long enterprise) {
        return jdbc.sql("""
                select id, at, kind, actor, actor_name, actor_unit, words from pairing_event
                where enterprise_id = :enterprise order by at desc, id desc limit 200
                """)
                .param("enterprise", enterprise)
                .query((row, number) -> new PairingEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words")))
                .list();
    }
}
