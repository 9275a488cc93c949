package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.bulletin.Statement.Bound;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of {@code target}, each with how far it is. */
@Component
class TargetRows {

    static final String FROM = """
            from target t
            left join target p on p.id = t.parent_id
            left join member_unit u on u.code = t.member_unit
            left join lateral (select s.* from target_standing s where s.target_id = t.id order by s.day desc limit 1) s on true
            """;

    static final String SELECT = """
            select t.*, p.region as giver, u.name as unit_name, s.day as looked_at, s.value, s.value_day, s.expected, s.percent,
                   s.light, s.computed_at
            """ + FROM;

    private final JdbcClient jdbc;

    TargetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What hangs on a new target: what it is part of or replaces, and the document it was read in. */
    record Ties(
            @Nullable Long parent,
            @Nullable BigDecimal weightPct,
            @Nullable Long replaces,
            @Nullable Long documentId) {

        static final Ties NONE = new Ties(null, null, null, null);
    }

    /** Keeps a proposed target; empty where the form was sent before. */
    Optional<Target> insert(TargetForm form, Ties ties, Signature by) {
        Optional<Long> made = written(jdbc.sql("""
                        insert into target (kind, indicator, region, subject, member_unit, low, high, bound, unit, scale, course, base,
                                begins, due, measure, parent_id, weight_pct, quote, document, document_id, place, state, state_since,
                                replaces, proposed_by, form_key)
                        values (:kind, :indicator, :region, :subject, :memberUnit, :low, :high, :bound, :unit, :scale, :course, :base,
                                :begins, :due, :measure, :parent, :weight, :quote, :document, :documentId, :place, 'PROPOSED', :at,
                                :replaces, :by, :key)
                        on conflict (form_key) do nothing
                        returning id
                        """), form)
                .param("parent", ties.parent(), Types.BIGINT)
                .param("weight", ties.weightPct(), Types.NUMERIC)
                .param("documentId", ties.documentId(), Types.BIGINT)
                .param("replaces", ties.replaces(), Types.BIGINT)
                .param("at", Timestamp.from(by.at()))
                .param("by", by.name())
                .param("key", form.key().isBlank() ? null : form.key(), Types.VARCHAR)
                .query(Long.class)
                .optional();
        return made.flatMap(this::find);
    }

    /** Changes what is proposed. */
    void edit(Target target, TargetForm form) {
        written(jdbc.sql("""
                        update target set kind = :kind, indicator = :indicator, region = :region, subject = :subject,
                               member_unit = :memberUnit, low = :low, high = :high, bound = :bound, unit = :unit, scale = :scale,
                               course = :course, base = :base, begins = :begins, due = :due, measure = :measure, quote = :quote,
                               document = :document, place = :place, version = version + 1
                        where id = :id
                        """), form).param("id", target.id()).update();
    }

    private static StatementSpec written(StatementSpec statement, TargetForm form) {
        Aim aim = form.aim();
        Bound bound = aim.bound();
        return statement
                .param("kind", form.kind())
                .param("indicator", form.indicator().strip())
                .param("region", form.region())
                .param("subject", form.subject().strip())
                .param("memberUnit", form.memberUnit().isEmpty() ? null : form.memberUnit(), Types.VARCHAR)
                .param("low", aim.low())
                .param("high", aim.high())
                .param("bound", bound == null ? null : bound.name(), Types.VARCHAR)
                .param("unit", aim.unit().base())
                .param("scale", aim.unit().scale())
                .param("course", form.course())
                .param("base", form.baseValue())
                .param("begins", TargetForm.day(form.begins()))
                .param("due", TargetForm.day(form.due()))
                .param("measure", form.measure())
                .param("quote", form.quote().strip())
                .param("document", form.document().strip())
                .param("place", form.place().strip());
    }

    /** Writes where a target stands; {@code acceptedBy} where somebody accepted it just now. */
    void move(Target target, TargetState to, @Nullable String acceptedBy, Signature by) {
        jdbc.sql("""
                update target set state = :state, state_since = :at, state_before = state, version = version + 1,
                       accepted_by = coalesce(:acceptedBy, accepted_by)
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("acceptedBy", acceptedBy, Types.VARCHAR)
                .param("id", target.id())
                .update();
    }

    /** What a withdrawn target was before. */
    TargetState before(Target target) {
        return TargetState.valueOf(jdbc.sql("select state_before from target where id = :id")
                .param("id", target.id())
                .query(String.class)
                .single());
    }

    Optional<Target> find(long id) {
        return one("where t.id = :value", id);
    }

    Optional<Target> ofForm(String key) {
        return key.isBlank() ? Optional.empty() : one("where t.form_key = :value", key);
    }

    /** What is there, or is proposed to be there, instead of a target. */
    Optional<Target> inPlaceOf(Target target) {
        return one("where t.replaces = :value and t.state <> 'WITHDRAWN'", target.id());
    }

    private Optional<Target> one(String where, Object value) {
        return jdbc.sql(SELECT + where)
                .param("value", value)
                .query(TargetRows::target)
                .optional();
    }

    /** The parts of a target that count or may yet, by region. */
    List<Target> parts(Target target) {
        return jdbc.sql(SELECT + """
                        where t.parent_id = :id and t.state not in ('WITHDRAWN', 'REPLACED') order by t.region, t.member_unit, t.id
                        """)
                .param("id", target.id())
                .query(TargetRows::target)
                .list();
    }

    /** Those whose figures are looked for, the first one first. */
    List<Target> open() {
        return jdbc.sql(SELECT + "where t.state in ('ACCEPTED', 'TRACKED') order by t.id")
                .query(TargetRows::target)
                .list();
    }

    /** One that counts already for the same region, indicator and day. */
    Optional<Target> sameAs(Target target) {
        return jdbc.sql(SELECT + """
                        where t.region = :region and t.measure = :measure and t.measure <> '' and t.due = :due and t.id <> :id
                          and t.member_unit is null and t.state in ('ACCEPTED', 'TRACKED', 'MET', 'MISSED')
                        """)
                .param("region", target.region())
                .param("measure", target.measure())
                .param("due", target.due())
                .param("id", target.id())
                .query(TargetRows::target)
                .optional();
    }

    /** The target as it is, and nobody else changes it before this transaction ends. */
    Target lock(long id) {
        return jdbc.sql(SELECT + "where t.id = :id for update of t")
                .param("id", id)
                .query(TargetRows::target)
                .optional()
                .orElseThrow(() -> notThere(id));
    }

    static Problem notThere(long id) {
        return Problem.notFound(
                "TG01",
                "没有编号为 " + id + " 的目标，或者它不在您的权限范围内；请回到目标台账查找。",
                "There is no target " + id + ", or it is outside your own. Maybe look for it in the ledger.");
    }

    static Target target(ResultSet row, int number) throws SQLException {
        String bound = row.getString("bound");
        String giver = row.getString("giver");
        String unit = row.getString("unit_name");
        String accepted = row.getString("accepted_by");
        return new Target(
                row.getLong("id"),
                Target.Kind.valueOf(row.getString("kind")),
                row.getString("indicator"),
                row.getString("region"),
                row.getString("subject"),
                row.getString("member_unit"),
                unit == null ? "" : unit,
                new Aim(
                        row.getBigDecimal("low"),
                        row.getBigDecimal("high"),
                        bound == null ? null : Bound.valueOf(bound),
                        new TextUnit(row.getBigDecimal("scale"), row.getString("unit"))),
                Course.valueOf(row.getString("course")),
                row.getBigDecimal("base"),
                row.getObject("begins", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("measure"),
                row.getObject("parent_id", Long.class),
                giver == null ? "" : giver,
                row.getBigDecimal("weight_pct"),
                row.getString("quote"),
                row.getString("document"),
                row.getObject("document_id", Long.class),
                row.getString("place"),
                TargetState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                row.getObject("replaces", Long.class),
                row.getString("proposed_by"),
                accepted == null ? "" : accepted,
                row.getInt("version"),
                standing(row));
    }

    private static @Nullable Standing standing(ResultSet row) throws SQLException {
        Timestamp computed = row.getTimestamp("computed_at");
        if (computed == null) return null;
        return new Standing(
                row.getObject("looked_at", LocalDate.class),
                row.getBigDecimal("value"),
                row.getObject("value_day", LocalDate.class),
                row.getBigDecimal("expected"),
                row.getBigDecimal("percent"),
                row.getString("light"),
                computed.toInstant());
    }
}
