package org.diaodu.server.policies.delivery;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementEvent;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the timeline, in the transaction of the step; what people do also into the audit log. */
@Component
class EntitlementTimeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;

    EntitlementTimeline(JdbcClient jdbc, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** The caller, now. */
    Signature signature() {
        return signatures.now();
    }

    /** A step somebody took. */
    void took(Entitlement one, String kind, EntitlementState after, String words, Signature by) {
        add(one, kind, after, words, "", by);
        audit.record(
                "entitlement." + kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                "entitlement",
                one.number(),
                Map.of("state", one.state().name()),
                Map.of("state", after.name()),
                words.isBlank() ? null : words);
    }

    /** What a run found; the run itself is in the audit log. */
    void add(Entitlement one, String kind, EntitlementState after, String zh, String en, Signature by) {
        jdbc.sql("""
                insert into entitlement_event (entitlement_id, enterprise_id, region, at, kind, state, actor, actor_name, actor_unit,
                        words, words_en)
                values (:id, :enterprise, :region, :at, :kind, :state, :actor, :name, :unit, :zh, :en)
                """)
                .param("id", one.id())
                .param("enterprise", one.subject().id().enterprise())
                .param("region", one.region())
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("state", after.name())
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("zh", zh)
                .param("en", en)
                .update();
    }

    List<EntitlementEvent> of(Entitlement one) {
        return jdbc.sql("""
                select at, kind, state, actor, actor_name, actor_unit, words, words_en
                from entitlement_event where entitlement_id = :id order by at, id
                """)
                .param("id", one.id())
                .query((row, number) -> new EntitlementEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words"),
                        row.getString("words_en")))
                .list();
    }
}
