package org.diaodu.server.policies.clauses;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the timeline and into the audit log, in the transaction of the step itself. */
@Component
class ClauseTimeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;

    ClauseTimeline(JdbcClient jdbc, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
    }

    void add(String clause, String home, long version, String kind, Map<String, Object> changed, String words) {
        Signature by = signatures.now();
        jdbc.sql("""
                insert into policy_event (clause, home, version_id, at, kind, actor, actor_name, actor_unit, words)
                values (:clause, :home, :version, :at, :kind, :actor, :name, :unit, :words)
                """)
                .param("clause", clause)
                .param("home", home)
                .param("version", version)
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
        audit.record(
                "policy." + kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                "policy",
                clause + " " + version,
                null,
                changed.isEmpty() ? null : changed,
                words.isBlank() ? null : words);
    }

    /** A save of a draft: in the audit log with what was and what is, and not in the timeline, where it would drown the steps. */
    void saved(ClauseVersion before, VersionRows.Saving after) {
        audit.record(
                "policy.save",
                "policy",
                before.clause() + " " + before.id(),
                said(before.text().title(), before.from(), before.model(), before.cases(), before.terms()),
                said(
                        after.text().title(),
                        String.valueOf(after.validFrom()),
                        after.model(),
                        after.cases(),
                        after.terms()),
                null);
    }

    private static Map<String, Object> said(String title, String from, String model, String cases, String terms) {
        return Map.of("title", title, "validFrom", from, "model", model, "cases", cases, "terms", terms);
    }

    List<ClauseEvent> of(String clause) {
        return jdbc.sql("""
                select version_id, at, kind, actor, actor_name, actor_unit, words
                  from policy_event where clause = :clause order by id
                """)
                .param("clause", clause)
                .query((row, number) -> new ClauseEvent(
                        row.getLong("version_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words")))
                .list();
    }
}
