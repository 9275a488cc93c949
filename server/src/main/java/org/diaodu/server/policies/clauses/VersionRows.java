package org.diaodu.server.policies.clauses;

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
import org.diaodu.server.policies.clauses.ClauseVersion.Hands;
import org.diaodu.server.policies.clauses.ClauseVersion.State;
import org.diaodu.server.rulebook.ClauseText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Versions of clauses in the database. */
@Component
class VersionRows {

    static final String COLUMNS = """
            select v.id, v.clause, v.home, v.state, v.title, v.title_en, v.reference, v.url, v.decision, v.chinese, v.english,
                   v.model, v.cases, v.terms, v.kind, v.field, v.level, v.subject, v.delivery, v.issuer, v.regions,
                   v.valid_from, v.valid_to, v.recorded_at, v.valid_to_recorded_at, v.withdrawn_at, v.based_on, v.replaces,
                   v.replaced_by, v.preset, v.author, v.editors, v.updated_by, v.updated_at, v.proposed_by, v.approved_by,
                   v.end_asked_by, v.end_on, v.end_reason, v.ended_by, v.row_version
              from policy_version v
            """;
    private static final String ORDER = " order by v.clause, v.valid_from desc nulls first, v.id desc";

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version that was ever published. */
    List<ClauseVersion> published() {
        return jdbc.sql(COLUMNS + " where v.recorded_at is not null" + ORDER)
                .query(VersionRows::version)
                .list();
    }

    /** Drafts first, then from the newest day back. */
    List<ClauseVersion> of(String clause) {
        return jdbc.sql(COLUMNS + " where v.clause = :clause" + ORDER)
                .param("clause", clause)
                .query(VersionRows::version)
                .list();
    }

    Optional<ClauseVersion> find(String clause, long id) {
        return jdbc.sql(COLUMNS + " where v.clause = :clause and v.id = :id")
                .param("clause", clause)
                .param("id", id)
                .query(VersionRows::version)
                .optional();
    }

    /** The version, its clause kept from other changes until the transaction ends. */
    Optional<ClauseVersion> hold(String clause, long id) {
        lock(clause);
        return find(clause, id);
    }

    /** Keeps a clause from other changes until the transaction ends. */
    void lock(String clause) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('policy ' || :clause, 0))")
                .param("clause", clause)
                .query((row, number) -> 1)
                .list();
    }

    Optional<String> home(String clause) {
        return jdbc.sql("select home from policy_clause where id = :clause")
                .param("clause", clause)
                .query(String.class)
                .optional();
    }

    void found(String clause, String home, String by) {
        jdbc.sql("insert into policy_clause (id, home, created_by) values (:clause, :home, :by) on conflict do nothing")
                .param("clause", clause)
                .param("home", home)
                .param("by", by)
                .update();
    }

    /** What a draft is to be. */
    record Saving(
            ClauseText text,
            String model,
            String cases,
            String terms,
            @Nullable LocalDate validFrom,
            @Nullable String replaces) {}

    /** A new draft; returns its number. */
    long draft(String clause, String home, Saving saving, @Nullable Long basedOn, String by) {
        return saved(jdbc.sql("""
                        insert into policy_version (clause, home, state, title, title_en, reference, url, decision, chinese, english,
                                                    model, cases, terms, kind, field, level, subject, delivery, issuer, regions,
                                                    valid_from, replaces, based_on, author, updated_by)
                        values (:clause, :home, 'DRAFT', :title, :titleEn, :reference, :url, :decision, :chinese, :english,
                                :model, :cases, :terms, :kind, :field, :level, :subject, :delivery, :issuer, :regions,
                                :validFrom, :replaces, :basedOn, :by, :by)
                        returning id
                        """), saving)
                .param("clause", clause)
                .param("home", home)
                .param("basedOn", basedOn)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** A version that holds from the day it is put here: a shipped one, or the shortened copy of another. */
    long published(ClauseVersion like, @Nullable LocalDate validTo, @Nullable String digest, Instant recordedAt) {
        var saving =
                new Saving(like.text(), like.model(), like.cases(), like.terms(), like.validFrom(), like.replaces());
        return saved(jdbc.sql("""
                        insert into policy_version (clause, home, state, title, title_en, reference, url, decision, chinese, english,
                                                    model, cases, terms, kind, field, level, subject, delivery, issuer, regions,
                                                    valid_from, replaces, valid_to, recorded_at, based_on, preset, preset_digest,
                                                    author, editors, updated_by, proposed_by, approved_by)
                        values (:clause, :home, 'PUBLISHED', :title, :titleEn, :reference, :url, :decision, :chinese, :english,
                                :model, :cases, :terms, :kind, :field, :level, :subject, :delivery, :issuer, :regions,
                                :validFrom, :replaces, :validTo, :recordedAt, :basedOn, :preset, :digest,
                                :author, :editors, :author, :proposedBy, :approvedBy)
                        returning id
                        """), saving)
                .param("clause", like.clause())
                .param("home", like.home())
                .param("validTo", validTo)
                .param("recordedAt", at(recordedAt))
                .param("basedOn", like.basedOn())
                .param("preset", like.preset())
                .param("digest", digest)
                .param("author", like.hands().author())
                .param("editors", like.hands().editors().toArray(String[]::new))
                .param("proposedBy", like.hands().proposedBy())
                .param("approvedBy", like.hands().approvedBy())
                .query(Long.class)
                .single();
    }

    /** The digests of the shipped folders that were taken in, by folder and digest. */
    List<String> presets() {
        return jdbc.sql("select preset || ' ' || preset_digest from policy_version where preset_digest is not null")
                .query(String.class)
                .list();
    }

    /** Whether the draft was still as this row version has it, and is now saved. */
    boolean save(ClauseVersion draft, Saving saving, String by) {
        return saved(jdbc.sql("""
                                update policy_version
                                   set title = :title, title_en = :titleEn, reference = :reference, url = :url,
                                       decision = :decision, chinese = :chinese, english = :english, model = :model,
                                       cases = :cases, terms = :terms, kind = :kind, field = :field, level = :level,
                                       subject = :subject, delivery = :delivery, issuer = :issuer, regions = :regions,
                                       valid_from = :validFrom, replaces = :replaces,
                                       editors = case when :by = any (editors) then editors else editors || :by end,
                                       updated_by = :by, updated_at = now(), row_version = row_version + 1
                                 where id = :id and state = 'DRAFT' and row_version = :rowVersion
                                """), saving)
                        .param("by", by)
                        .param("id", draft.id())
                        .param("rowVersion", draft.rowVersion())
                        .update()
                > 0;
    }

    /** Keeps the model of a save, so that a later save against it can be laid over it. */
    void keep(long id, String home, int rowVersion, String model, String by) {
        jdbc.sql("""
                insert into policy_save (version_id, home, row_version, model, saved_by)
                values (:id, :home, :rowVersion, :model, :by) on conflict do nothing
                """)
                .param("id", id)
                .param("home", home)
                .param("rowVersion", rowVersion)
                .param("model", model)
                .param("by", by)
                .update();
    }

    Optional<String> kept(long id, int rowVersion) {
        return jdbc.sql("select model from policy_save where version_id = :id and row_version = :rowVersion")
                .param("id", id)
                .param("rowVersion", rowVersion)
                .query(String.class)
                .optional();
    }

    void discard(long id) {
        jdbc.sql("delete from policy_version where id = :id and state = 'DRAFT'")
                .param("id", id)
                .update();
    }

    private static StatementSpec saved(StatementSpec statement, Saving saving) {
        ClauseText text = saving.text();
        Facets facets = Facets.of(saving.terms());
        return statement
                .param("title", text.title())
                .param("titleEn", text.titleEn())
                .param("reference", text.reference())
                .param("url", text.url())
                .param("decision", text.decision())
                .param("chinese", text.chinese())
                .param("english", text.english())
                .param("model", saving.model())
                .param("cases", saving.cases())
                .param("terms", saving.terms())
                .param("kind", facets.kind())
                .param("field", facets.field())
                .param("level", facets.level())
                .param("subject", facets.subject())
                .param("delivery", facets.delivery())
                .param("issuer", facets.issuer())
                .param("regions", facets.regions().toArray(String[]::new))
                .param("validFrom", saving.validFrom())
                .param("replaces", saving.replaces());
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array texts = row.getArray(column);
        return List.of((String[]) texts.getArray());
    }

    static ClauseVersion version(ResultSet row, int number) throws SQLException {
        long basedOn = row.getLong("based_on");
        boolean without = row.wasNull();
        return new ClauseVersion(
                row.getLong("id"),
                row.getString("clause"),
                row.getString("home"),
                State.valueOf(row.getString("state")),
                new ClauseText(
                        row.getString("title"),
                        row.getString("title_en"),
                        row.getString("reference"),
                        row.getString("url"),
                        row.getString("decision"),
                        row.getString("chinese"),
                        row.getString("english")),
                row.getString("model"),
                row.getString("cases"),
                row.getString("terms"),
                new Facets(
                        row.getString("kind"),
                        row.getString("field"),
                        row.getString("level"),
                        row.getString("subject"),
                        row.getString("delivery"),
                        row.getString("issuer"),
                        texts(row, "regions")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                moment(row, "recorded_at"),
                moment(row, "valid_to_recorded_at"),
                moment(row, "withdrawn_at"),
                without ? null : (Long) basedOn,
                row.getString("replaces"),
                row.getString("replaced_by"),
                row.getString("preset"),
                new Hands(
                        row.getString("author"),
                        texts(row, "editors"),
                        row.getString("updated_by"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getString("proposed_by"),
                        row.getString("approved_by"),
                        row.getString("end_asked_by"),
                        row.getObject("end_on", LocalDate.class),
                        row.getString("end_reason"),
                        row.getString("ended_by")),
                row.getInt("row_version"));
    }
}
