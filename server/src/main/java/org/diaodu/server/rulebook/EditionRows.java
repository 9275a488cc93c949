package org.diaodu.server.rulebook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.rulebook.Edition.State;
import org.diaodu.server.rulebook.Edition.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Versions of rules in the database. */
@Component
class EditionRows {

    private static final String COLUMNS = """
            select id, rule, state, title, title_en, reference, url, decision, chinese, english, model, cases, valid_from,
                   valid_to, recorded_at, valid_to_recorded_at, withdrawn_at, based_on, preset, author, editors, updated_by,
                   updated_at, proposed_by, proposed_at, declined_by, decline_reason, approved_by, approved_at,
                   withdrawal_asked_by, withdrawal_asked_at, withdrawal_reason, withdrawn_by, row_version
              from rule_version
            """;

    private final JdbcClient jdbc;

    EditionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Edition> all() {
        return jdbc.sql(COLUMNS + " order by rule, valid_from desc nulls first, id desc")
                .query(EditionRows::edition)
                .list();
    }

    List<Edition> of(String rule) {
        return jdbc.sql(COLUMNS + " where rule = :rule order by valid_from desc nulls first, id desc")
                .param("rule", rule)
                .query(EditionRows::edition)
                .list();
    }

    Optional<Edition> find(String rule, long id) {
        return jdbc.sql(COLUMNS + " where rule = :rule and id = :id")
                .param("rule", rule)
                .param("id", id)
                .query(EditionRows::edition)
                .optional();
    }

    /** The version, kept from other changes until the transaction ends. */
    Optional<Edition> hold(String rule, long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rule ' || :rule, 0))")
                .param("rule", rule)
                .query((row, number) -> 1)
                .list();
        return jdbc.sql(COLUMNS + " where rule = :rule and id = :id for update")
                .param("rule", rule)
                .param("id", id)
                .query(EditionRows::edition)
                .optional();
    }

    void found(String rule, String by) {
        jdbc.sql("insert into rule (id, created_by) values (:rule, :by) on conflict do nothing")
                .param("rule", rule)
                .param("by", by)
                .update();
    }

    /** A new draft; returns its number. */
    long draft(String rule, ClauseText clause, String model, String cases, @Nullable Long basedOn, String by) {
        return clause(jdbc.sql("""
                        insert into rule_version (rule, state, title, title_en, reference, url, decision, chinese, english,
                                                  model, cases, based_on, author, updated_by)
                        values (:rule, 'DRAFT', :title, :titleEn, :reference, :url, :decision, :chinese, :english,
                                :model, :cases, :basedOn, :by, :by)
                        returning id
                        """), clause)
                .param("rule", rule)
                .param("model", model)
                .param("cases", cases)
                .param("basedOn", basedOn)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** A version that holds from the day it is put here: a shipped one, or the shortened copy of another. */
    long published(Edition like, @Nullable LocalDate validTo, @Nullable String digest, Instant recordedAt) {
        return clause(jdbc.sql("""
                        insert into rule_version (rule, state, title, title_en, reference, url, decision, chinese, english,
                                                  model, cases, valid_from, valid_to, recorded_at, based_on, preset,
                                                  preset_digest, author, editors, updated_by, proposed_by, proposed_at,
                                                  approved_by, approved_at)
                        values (:rule, 'PUBLISHED', :title, :titleEn, :reference, :url, :decision, :chinese, :english,
                                :model, :cases, :validFrom, :validTo, :recordedAt, :basedOn, :preset,
                                :digest, :author, :editors, :author, :proposedBy, :proposedAt, :approvedBy, :approvedAt)
                        returning id
                        """), like.clause())
                .param("rule", like.rule())
                .param("model", like.model())
                .param("cases", like.cases())
                .param("validFrom", like.validFrom())
                .param("validTo", validTo)
                .param("recordedAt", at(recordedAt))
                .param("basedOn", like.basedOn())
                .param("preset", like.preset())
                .param("digest", digest)
                .param("author", like.trail().author())
                .param("editors", like.trail().editors().toArray(String[]::new))
                .param("proposedBy", like.trail().proposedBy())
                .param("proposedAt", at(like.trail().proposedAt()))
                .param("approvedBy", like.trail().approvedBy())
                .param("approvedAt", at(like.trail().approvedAt()))
                .query(Long.class)
                .single();
    }

    /** The digests of the shipped folders that were taken in. */
    List<String> presetDigests(String preset) {
        return jdbc.sql("select preset_digest from rule_version where preset = :preset and preset_digest is not null")
                .param("preset", preset)
                .query(String.class)
                .list();
    }

    void presetDraft(long id, String preset, String digest) {
        jdbc.sql("update rule_version set preset = :preset, preset_digest = :digest where id = :id")
                .param("preset", preset)
                .param("digest", digest)
                .param("id", id)
                .update();
    }

    /** Whether the draft was still as this row version has it, and is now saved. */
    boolean save(Edition draft, Saving saving, int rowVersion, String by) {
        return clause(jdbc.sql("""
                                update rule_version
                                   set title = :title, title_en = :titleEn, reference = :reference, url = :url,
                                       decision = :decision, chinese = :chinese, english = :english, model = :model,
                                       cases = :cases, valid_from = :validFrom, preset = null, preset_digest = null,
                                       editors = case when :by = any (editors) then editors else editors || :by end,
                                       updated_by = :by, updated_at = now(), row_version = row_version + 1
                                 where id = :id and state = 'DRAFT' and row_version = :rowVersion
                                """), saving.clause())
                        .param("model", saving.model())
                        .param("cases", saving.cases())
                        .param("validFrom", saving.validFrom())
                        .param("by", by)
                        .param("id", draft.id())
                        .param("rowVersion", rowVersion)
                        .update()
                > 0;
    }

    /** What a draft is to be. */
    record Saving(
            ClauseText clause,
            String model,
            String cases,
            @Nullable LocalDate validFrom) {}

    void keep(long id, int rowVersion, String model, String by) {
        jdbc.sql("""
                insert into rule_save (version_id, row_version, model, saved_by) values (:id, :rowVersion, :model, :by)
                on conflict do nothing
                """)
                .param("id", id)
                .param("rowVersion", rowVersion)
                .param("model", model)
                .param("by", by)
                .update();
    }

    Optional<String> kept(long id, int rowVersion) {
        return jdbc.sql("select model from rule_save where version_id = :id and row_version = :rowVersion")
                .param("id", id)
                .param("rowVersion", rowVersion)
                .query(String.class)
                .optional();
    }

    void discard(long id) {
        jdbc.sql("delete from rule_version where id = :id and state = 'DRAFT'")
                .param("id", id)
                .update();
    }

    void propose(long id, String by) {
        jdbc.sql("""
                update rule_version set state = 'PROPOSED', proposed_by = :by, proposed_at = now(), declined_by = null,
                       decline_reason = null, row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("id", id)
                .update();
    }

    void decline(long id, String by, String reason) {
        jdbc.sql("""
                update rule_version set state = 'DRAFT', proposed_by = null, proposed_at = null, declined_by = :by,
                       decline_reason = :reason, row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void publish(long id, String by, LocalDate validFrom, @Nullable LocalDate validTo, Instant now) {
        jdbc.sql("""
                update rule_version set state = 'PUBLISHED', approved_by = :by, approved_at = :now, recorded_at = :now,
                       valid_from = :validFrom, valid_to = :validTo, row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("now", at(now))
                .param("validFrom", validFrom)
                .param("validTo", validTo)
                .param("id", id)
                .update();
    }

    void end(long id, LocalDate validTo, Instant now) {
        jdbc.sql("""
                update rule_version set valid_to = :validTo, valid_to_recorded_at = :now, row_version = row_version + 1
                 where id = :id
                """)
                .param("validTo", validTo)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void askWithdrawal(long id, @Nullable String by, @Nullable String reason) {
        jdbc.sql("""
                update rule_version set withdrawal_asked_by = :by, withdrawal_reason = :reason,
                       withdrawal_asked_at = case when :by::text is null then null else now() end,
                       row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void withdraw(long id, String by, String reason, Instant now) {
        jdbc.sql("""
                update rule_version set state = 'WITHDRAWN', withdrawn_by = :by, withdrawal_reason = :reason,
                       withdrawn_at = :now, row_version = row_version + 1
                 where id = :id
                """)
                .param("by", by)
                .param("reason", reason)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private static StatementSpec clause(StatementSpec statement, ClauseText clause) {
        return statement
                .param("title", clause.title())
                .param("titleEn", clause.titleEn())
                .param("reference", clause.reference())
                .param("url", clause.url())
                .param("decision", clause.decision())
                .param("chinese", clause.chinese())
                .param("english", clause.english());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        Array editors = row.getArray("editors");
        long basedOn = row.getLong("based_on");
        boolean without = row.wasNull();
        return new Edition(
                row.getLong("id"),
                row.getString("rule"),
                State.valueOf(row.getString("state")),
                new ClauseText(
                        row.getString("title"),
                        row.getString("title_en"),
                        row.getString("reference"),
                        row.getString("url"),
                        row.getString("decision"),
                        row.getString("chinese"),
                        row.getString("english")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                moment(row, "recorded_at"),
                moment(row, "valid_to_recorded_at"),
                moment(row, "withdrawn_at"),
                row.getString("model"),
                row.getString("cases"),
                without ? null : (Long) basedOn,
                row.getString("preset"),
                new Trail(
                        row.getString("author"),
                        List.of((String[]) editors.getArray()),
                        row.getString("updated_by"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getString("proposed_by"),
                        moment(row, "proposed_at"),
                        row.getString("declined_by"),
                        row.getString("decline_reason"),
                        row.getString("approved_by"),
                        moment(row, "approved_at"),
                        row.getString("withdrawal_asked_by"),
                        moment(row, "withdrawal_asked_at"),
                        row.getString("withdrawal_reason"),
                        row.getString("withdrawn_by")),
                row.getInt("row_version"));
    }
}
