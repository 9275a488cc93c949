package org.diaodu.server.documents;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happens to a document into its timeline and into the audit log, in the same transaction. */
@Component
class DocumentTimeline {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Audit audit;

    DocumentTimeline(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param change what the audit log keeps of it */
    void add(
            PublishedDocument document,
            @Nullable Long statement,
            String kind,
            String words,
            Map<String, Object> change,
            Signature by) {
        jdbc.sql("""
                insert into document_event (document_id, statement_id, region, at, kind, actor, actor_name, actor_unit, words)
                values (:document, :statement, :region, :at, :kind, :actor, :name, :unit, :words)
                """)
                .param("document", document.id())
                .param("statement", statement, Types.BIGINT)
                .param("region", document.region())
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
        audit.record(
                "document." + kind.toLowerCase(Locale.ROOT),
                "document",
                statement == null ? document.number() : document.number() + "#" + statement,
                null,
                change,
                null);
    }

    /** What happened last, the latest first. */
    List<DocumentEvent> of(PublishedDocument document) {
        return jdbc.sql("""
                select id, at, kind, statement_id, actor_name, actor_unit, words from document_event
                where document_id = :id order by id desc limit :most
                """)
                .param("id", document.id())
                .param("most", SHOWN)
                .query((row, number) -> new DocumentEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getObject("statement_id", Long.class),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words")))
                .list();
    }
}
