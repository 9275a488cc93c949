package org.diaodu.server.policies.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.SubjectId;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code entitlement}. */
@Component
class EntitlementRows {

    private final JdbcClient jdbc;

    EntitlementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run found for the first time. */
    record Fresh(Judgement judgement, long root, String onceKey, int year) {}

    /** Makes it, and gives its number; empty where the same is there already. */
    Optional<String> insert(Fresh fresh, Signature by) {
        Judgement one = fresh.judgement();
        SubjectId subject = one.subject().id();
        return jdbc.sql("""
                insert into entitlement (number, enterprise_id, root_enterprise, enterprise_name, credit_code, region,
                        subject_kind, subject_code, subject_name, clause, clause_from, title, title_en, benefit, once_key, year,
                        grade, due_fen, reason_zh, reason_en, priority, state, state_since, found_at)
                select :year::text || '-Z' || lpad(nextval('entitlement_number')::text, 5, '0'), e.id, :root, a.name,
                       e.credit_code, a.region, :kind, :code, :name, :clause, :from, :title, :titleEn, :benefit, :once, :year,
                       :grade, :due, :zh, :en, :priority, 'FOUND', :at, :at
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where e.id = :enterprise and not exists (
                    select from entitlement k where k.root_enterprise = :root and k.clause = :clause and k.once_key = :once)
                order by a.valid_from desc limit 1
                on conflict do nothing
                returning number
                """)
                .param("year", fresh.year())
                .param("root", fresh.root())
                .param("enterprise", subject.enterprise())
                .param("kind", subject.kind().name())
                .param("code", subject.code())
                .param("name", one.subject().name())
                .param("clause", one.clause().id())
                .param("from", one.clause().text().validFrom())
                .param("title", one.clause().text().title())
                .param("titleEn", one.clause().text().titleEn())
                .param("benefit", one.clause().terms().kind().name())
                .param("once", fresh.onceKey())
                .param("grade", one.grade(), Types.VARCHAR)
                .param("due", one.paidFen(), Types.BIGINT)
                .param("zh", one.zh())
                .param("en", one.en())
                .param("priority", one.clause().terms().priority())
                .param("at", Timestamp.from(by.at()))
                .query(String.class)
                .optional();
    }

    Optional<Entitlement> find(String number) {
        return jdbc.sql("select * from entitlement where number = :number")
                .param("number", number)
                .query(EntitlementRows::entitlement)
                .optional();
    }

    List<Entitlement> ofEnterprise(long enterprise) {
        return jdbc.sql("select * from entitlement where enterprise_id = :id order by id desc")
                .param("id", enterprise)
                .query(EntitlementRows::entitlement)
                .list();
    }

    /** The enterprises with something that has not lapsed and was not given back. */
    List<Long> concerned() {
        return jdbc.sql("select distinct enterprise_id from entitlement where state not in ('LAPSED', 'REFUNDED')")
                .query(Long.class)
                .list();
    }

    /** The entitlement as it is, and nobody else changes it before this transaction ends. */
    Entitlement lock(String number) {
        return jdbc.sql("select * from entitlement where number = :number for update")
                .param("number", number)
                .query(EntitlementRows::entitlement)
                .optional()
                .orElseThrow(() -> notThere(number));
    }

    /** The same for several, always in the order of their rows, so that two who lock do not wait for each other. */
    List<Entitlement> lockAll(Collection<String> numbers) {
        return jdbc.sql("select * from entitlement where number = any(:numbers) order by id for update")
                .param("numbers", numbers.toArray(String[]::new))
                .query(EntitlementRows::entitlement)
                .list();
    }

    List<Entitlement> lockOf(Collection<Long> enterprises) {
        return jdbc.sql("""
                select * from entitlement where enterprise_id = any(:enterprises) and state <> 'REFUNDED' order by id for update
                """)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query(EntitlementRows::entitlement)
                .list();
    }

    /** Moves it on; what a state carries is kept beside it. */
    void move(Entitlement one, EntitlementState to, Signature by) {
        jdbc.sql("""
                update entitlement set state = :state, state_since = :at, version = version + 1,
                    told_at = case when :state = 'TOLD' then :at else told_at end,
                    consented_at = case :state when 'CONSENTED' then coalesce(consented_at, :at)
                        when 'FOUND' then null when 'TOLD' then null when 'DECLINED' then null else consented_at end,
                    approved_at = case when :state = 'APPROVED' then :at else approved_at end,
                    appeal = coalesce(:appeal, appeal), notice = coalesce(:notice, notice),
                    notice_until = coalesce(:until, notice_until), batch = coalesce(:batch, batch)
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("appeal", to instanceof EntitlementState.Objected(String appeal) ? appeal : null, Types.VARCHAR)
                .param(
                        "notice",
                        to instanceof EntitlementState.Noticed noticed ? noticed.notice() : null,
                        Types.VARCHAR)
                .param("until", to instanceof EntitlementState.Noticed noticed ? noticed.until() : null, Types.DATE)
                .param("batch", to instanceof EntitlementState.Proposed(String batch) ? batch : null, Types.VARCHAR)
                .param("id", one.id())
                .update();
    }

    /** What is due by the last run, and on what grounds. */
    void revise(Entitlement one, Judgement judgement) {
        jdbc.sql("""
                update entitlement set due_fen = :due, grade = :grade, reason_zh = :zh, reason_en = :en, doubt = '',
                       clause_from = :from, version = version + 1
                where id = :id
                """)
                .param("due", judgement.paidFen(), Types.BIGINT)
                .param("grade", judgement.grade(), Types.VARCHAR)
                .param("zh", judgement.zh())
                .param("en", judgement.en())
                .param("from", judgement.clause().text().validFrom())
                .param("id", one.id())
                .update();
    }

    void doubt(Entitlement one, String words) {
        jdbc.sql("update entitlement set doubt = :words, version = version + 1 where id = :id")
                .param("words", words)
                .param("id", one.id())
                .update();
    }

    void grant(Entitlement one, long fen) {
        jdbc.sql("update entitlement set granted_fen = :fen where id = :id")
                .param("fen", fen)
                .param("id", one.id())
                .update();
    }

    /** Paid in full, and how long it may be asked back. */
    void paid(Entitlement one, LocalDate on, @Nullable LocalDate reclaimableUntil) {
        jdbc.sql("update entitlement set paid_on = :on, clawback_until = :until where id = :id")
                .param("on", on)
                .param("until", reclaimableUntil, Types.DATE)
                .param("id", one.id())
                .update();
    }

    void reclaim(Entitlement one, long reclaimedFen, long refundedFen) {
        jdbc.sql("update entitlement set reclaimed_fen = :reclaimed, refunded_fen = :refunded where id = :id")
                .param("reclaimed", reclaimedFen)
                .param("refunded", refundedFen)
                .param("id", one.id())
                .update();
    }

    static Entitlement entitlement(ResultSet row, int number) throws SQLException {
        return new Entitlement(
                row.getLong("id"),
                row.getString("number"),
                new Entitlement.Subject(
                        new SubjectId(
                                row.getLong("enterprise_id"),
                                row.getString("credit_code"),
                                SubjectKind.valueOf(row.getString("subject_kind")),
                                row.getString("subject_code")),
                        row.getString("enterprise_name"),
                        row.getString("subject_name")),
                row.getString("region"),
                row.getString("clause"),
                row.getObject("clause_from", LocalDate.class),
                row.getString("title"),
                row.getString("title_en"),
                BenefitKind.valueOf(row.getString("benefit")),
                row.getString("once_key"),
                row.getInt("year"),
                row.getString("grade"),
                fen(row, "due_fen"),
                fen(row, "granted_fen"),
                new Entitlement.Reason(row.getString("reason_zh"), row.getString("reason_en")),
                row.getInt("priority"),
                state(row),
                row.getTimestamp("state_since").toInstant(),
                row.getString("doubt"),
                new Entitlement.Dates(
                        row.getTimestamp("found_at").toInstant(),
                        instant(row, "told_at"),
                        instant(row, "consented_at"),
                        instant(row, "approved_at"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getObject("clawback_until", LocalDate.class)),
                new Entitlement.Reclaim(row.getLong("reclaimed_fen"), row.getLong("refunded_fen")),
                row.getInt("version"));
    }

    private static EntitlementState state(ResultSet row) throws SQLException {
        String name = row.getString("state");
        return switch (name) {
            case "FOUND" -> new EntitlementState.Found();
            case "TOLD" -> new EntitlementState.Told();
            case "DECLINED" -> new EntitlementState.Declined();
            case "CONSENTED" -> new EntitlementState.Consented();
            case "OBJECTED" -> new EntitlementState.Objected(row.getString("appeal"));
            case "NOTICED" ->
                new EntitlementState.Noticed(row.getString("notice"), row.getObject("notice_until", LocalDate.class));
            case "PROPOSED" -> new EntitlementState.Proposed(row.getString("batch"));
            case "APPROVED" -> new EntitlementState.Approved();
            case "PAID" -> new EntitlementState.Paid();
            case "RECLAIMED" -> new EntitlementState.Reclaimed();
            case "REFUNDED" -> new EntitlementState.Refunded();
            case "LAPSED" -> new EntitlementState.Lapsed();
            default -> throw new IllegalArgumentException("no state \"" + name + "\"");
        };
    }

    private static @Nullable Long fen(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : (Long) fen;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "PD21",
                "没有应享项目 " + number + "，或它不在您的范围内。",
                "There is no entitlement " + number + ", or it is outside your own.");
    }
}
