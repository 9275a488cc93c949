package org.diaodu.server.whitelist;

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
class EntryTimeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;

    EntryTimeline(JdbcClient jdbc, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** A step of the entry itself. */
    void add(WhiteListEntry entry, String kind, EntryState after, String words, Signature by) {
        Map<String, Object> before =
                kind.equals("APPLY") ? Map.of() : Map.of("state", entry.state().name());
        add(entry, kind, after, words, by, before, Map.of("state", after.name()));
    }

    /** A step of one of its passes. */
    void add(WhiteListEntry entry, String kind, String words, Signature by, Map<String, Object> pass) {
        add(entry, kind, entry.state(), words, by, Map.of(), pass);
    }

    private void add(
            WhiteListEntry entry,
            String kind,
            EntryState after,
            String words,
            Signature by,
            Map<String, Object> before,
            Map<String, Object> changed) {
        jdbc.sql("""
                insert into white_list_event (entry_id, enterprise_id, region, at, kind, state, actor, actor_name, actor_unit, words)
                values (:entry, :enterprise, :region, :at, :kind, :state, :actor, :name, :unit, :words)
                """)
                .param("entry", entry.id())
                .param("enterprise", entry.subject().enterpriseId())
                .param("region", entry.region())
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("state", after.name())
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
        audit.record(
                action(kind),
                "white-list",
                entry.number(),
                before.isEmpty() ? null : before,
                changed,
                words.isBlank() ? null : words);
    }

    List<ListEvent> of(WhiteListEntry entry) {
        return jdbc.sql("""
                select id, at, kind, state, actor, actor_name, actor_unit, words
                from white_list_event where entry_id = :id order by at, id
                """)
                .param("id", entry.id())
                .query((row, number) -> new ListEvent(
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

    /** The caller, now. */
    Signature signature() {
        return signatures.now();
    }

    static String action(String kind) {
        return "white-list." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
