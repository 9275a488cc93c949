package org.diaodu.server.supply;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step into the timeline and into the audit log, in the transaction of the step itself. */
@Component
class SupplyTimeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;
    private final BusinessClock clock;

    SupplyTimeline(JdbcClient jdbc, Signatures signatures, Audit audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a step changed, for the audit log. */
    record Changed(
            @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {

        static Changed to(String state) {
            return new Changed(null, Map.of("state", state));
        }

        static Changed from(String state, String to) {
            return new Changed(Map.of("state", state), Map.of("state", to));
        }
    }

    /** The caller by the business clock, never before what happened last. */
    Signature signature(Instant last) {
        Instant now = SupplyDeadlines.now(clock);
        return at(last.isAfter(now) ? last : now);
    }

    Signature signature() {
        return at(SupplyDeadlines.now(clock));
    }

    private Signature at(Instant at) {
        Signature by = signatures.now();
        return new Signature(by.name(), by.displayName(), by.unit(), at);
    }

    /** A step of a report; {@code letter} where it is about one. */
    void add(
            Report report,
            @Nullable Long letter,
            String kind,
            String state,
            String words,
            Signature by,
            Changed changed) {
        insert(report.id(), letter, report.subject().enterpriseId(), report.region(), kind, state, words, by);
        record("supply", report.number(), kind, words, changed);
    }

    /** A step of a letter from another province. */
    void add(Letter letter, String kind, String state, String words, Signature by, Changed changed) {
        insert(null, letter.id(), null, letter.region(), kind, state, words, by);
        record("supply-letter", "" + letter.id(), kind, words, changed);
    }

    private void insert(
            @Nullable Long report,
            @Nullable Long letter,
            @Nullable Long enterprise,
            String region,
            String kind,
            String state,
            String words,
            Signature by) {
        jdbc.sql("""
                insert into supply_event (report_id, letter_id, enterprise_id, region, at, kind, state, actor, actor_name,
                        actor_unit, words)
                values (:report, :letter, :enterprise, :region, :at, :kind, :state, :actor, :name, :unit, :words)
                """)
                .param("report", report, Types.BIGINT)
                .param("letter", letter, Types.BIGINT)
                .param("enterprise", enterprise, Types.BIGINT)
                .param("region", region)
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("state", state)
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
    }

    private void record(String subject, String number, String kind, String words, Changed changed) {
        String action = subject + "." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(action, subject, number, changed.before(), changed.after(), words.isBlank() ? null : words);
    }

    /** What happened to a report, oldest first. */
    List<SupplyEvent> of(Report report) {
        return read("report_id = :id", report.id());
    }

    /** What happened to a letter, oldest first. */
    List<SupplyEvent> of(Letter letter) {
        return read("letter_id = :id", letter.id());
    }

    private List<SupplyEvent> read(String condition, long id) {
        return jdbc.sql("""
                select id, letter_id, at, kind, state, actor, actor_name, actor_unit, words from supply_event where %s
                order by at, id
                """.formatted(condition))
                .param("id", id)
                .query((row, number) -> new SupplyEvent(
                        row.getLong("id"),
                        row.getObject("letter_id", Long.class),
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
