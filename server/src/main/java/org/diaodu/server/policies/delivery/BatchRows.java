package org.diaodu.server.policies.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.policy.budget.Share;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.steps.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code policy_batch} and its lines. */
@Component
class BatchRows {

    private final JdbcClient jdbc;

    BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The notice an entitlement stood in. */
    record Notice(String number, LocalDate until) {}

    Notice noticeOf(Entitlement one) {
        return jdbc.sql("select notice, notice_until from entitlement where id = :id")
                .param("id", one.id())
                .query((row, number) -> new Notice(row.getString(1), row.getObject(2, LocalDate.class)))
                .single();
    }

    Optional<String> ofForm(String key) {
        return Forms.made(jdbc, "select number from policy_batch where form_key = :key", key);
    }

    String insert(String region, String words, String key, List<Entitlement> chosen, LocalDate today, Signature by) {
        String batch = jdbc.sql("""
                insert into policy_batch (number, region, state, words, proposed_by, proposed_at, entries, due_fen, form_key)
                values (:year || '-P' || lpad(nextval('policy_batch_number')::text, 4, '0'), :region, 'PROPOSED', :words, :by,
                        :at, :entries, :due, :key)
                returning number
                """)
                .param("year", "" + today.getYear())
                .param("region", region)
                .param("words", words)
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("entries", chosen.size())
                .param("due", chosen.stream().mapToLong(BatchRows::dueFen).sum())
                .param("key", key.isBlank() ? null : key, Types.VARCHAR)
                .query(String.class)
                .single();
        chosen.forEach(one -> jdbc.sql("""
                insert into policy_batch_line (batch, entitlement_id, enterprise_id, region, due_fen)
                values (:batch, :id, :enterprise, :region, :due)
                """)
                .param("batch", batch)
                .param("id", one.id())
                .param("enterprise", one.subject().id().enterprise())
                .param("region", one.region())
                .param("due", dueFen(one))
                .update());
        return batch;
    }

    private static long dueFen(Entitlement one) {
        return one.dueFen() == null ? 0 : one.dueFen();
    }

    Batch lock(String number) {
        boolean there = jdbc.sql("select number from policy_batch where number = :number for update")
                .param("number", number)
                .query(String.class)
                .optional()
                .isPresent();
        if (!there) throw notThere(number);
        return find(number).orElseThrow();
    }

    Optional<Batch> find(String number) {
        List<Batch.Line> lines = lines(number);
        return jdbc.sql("select * from policy_batch where number = :number")
                .param("number", number)
                .query((row, at) -> batch(row, lines))
                .optional();
    }

    List<Batch> latest(int most) {
        return jdbc.sql("select * from policy_batch order by (state = 'PROPOSED') desc, proposed_at desc limit :most")
                .param("most", most)
                .query((row, at) -> batch(row, List.of()))
                .list();
    }

    private List<Batch.Line> lines(String number) {
        return jdbc.sql("""
                select e.number, e.enterprise_name, e.subject_name, e.title, e.doubt, l.due_fen, l.granted_fen, l.words_zh,
                       l.words_en
                from policy_batch_line l join entitlement e on e.id = l.entitlement_id
                where l.batch = :number order by e.title, e.enterprise_name, e.id
                """)
                .param("number", number)
                .query((row, at) -> new Batch.Line(
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getString("subject_name"),
                        row.getString("title"),
                        row.getLong("due_fen"),
                        row.getObject("granted_fen", Long.class),
                        row.getString("doubt"),
                        row.getString("words_zh"),
                        row.getString("words_en")))
                .list();
    }

    void granted(String batch, Entitlement one, Share share) {
        boolean whole = share instanceof Share.Whole;
        jdbc.sql("""
                update policy_batch_line set granted_fen = :fen, words_zh = :zh, words_en = :en
                where batch = :batch and entitlement_id = :id
                """)
                .param("fen", share.grantedFen())
                .param("zh", whole ? "" : share.zh())
                .param("en", whole ? "" : share.en())
                .param("batch", batch)
                .param("id", one.id())
                .update();
    }

    void decide(Batch batch, Batch.State state, String words, long grantedFen, Signature by) {
        jdbc.sql("""
                update policy_batch set state = :state, decided_by = :by, decided_at = :at, decision = :words,
                       granted_fen = :granted, version = version + 1
                where number = :number
                """)
                .param("state", state.name())
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("words", words)
                .param("granted", grantedFen)
                .param("number", batch.number())
                .update();
    }

    private static Batch batch(ResultSet row, List<Batch.Line> lines) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Batch(
                row.getString("number"),
                row.getString("region"),
                Batch.State.valueOf(row.getString("state")),
                row.getString("words"),
                row.getString("proposed_by"),
                Objects.requireNonNull(row.getTimestamp("proposed_at")).toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision"),
                row.getInt("entries"),
                row.getLong("due_fen"),
                row.getLong("granted_fen"),
                row.getInt("version"),
                lines);
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "PD33",
                "没有批次 " + number + "，或它不在您的范围内。",
                "There is no batch " + number + ", or it is outside your own.");
    }
}
