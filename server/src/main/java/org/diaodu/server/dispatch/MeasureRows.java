package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code dispatch_measure}. */
@Component
class MeasureRows {

    private final JdbcClient jdbc;

    MeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The measures of a case that the caller sees, in the order they were added. */
    List<Measure> of(DispatchCase one) {
        return jdbc.sql("select * from dispatch_measure where case_id = :id order by id")
                .param("id", one.id())
                .query(MeasureRows::measure)
                .list();
    }

    Optional<Measure> find(DispatchCase one, long id) {
        return jdbc.sql("select * from dispatch_measure where case_id = :case and id = :id")
                .param("case", one.id())
                .param("id", id)
                .query(MeasureRows::measure)
                .optional();
    }

    Optional<Measure> find(long id) {
        return jdbc.sql("select * from dispatch_measure where id = :id")
                .param("id", id)
                .query(MeasureRows::measure)
                .optional();
    }

    /** A measure shared with the caller's enterprise: where its case stands, which the enterprise does not see, and who does it. */
    record Shared(Timeline.Place place, String enterpriseName, String ownerUnit) {}

    Optional<Shared> shared(long id) {
        return jdbc.sql("select * from case_of_shared_measure(:id)")
                .param("id", id)
                .query((row, number) -> new Shared(
                        new Timeline.Place(
                                row.getLong("case_id"),
                                row.getString("number"),
                                row.getString("region"),
                                row.getString("state")),
                        row.getString("enterprise_name"),
                        row.getString("owner_unit")))
                .optional();
    }

    long insert(DispatchCase one, MeasureForm form, MemberUnit owner) {
        return insert(one, form, owner, MeasureState.PLANNED);
    }

    long insert(DispatchCase one, MeasureForm form, MemberUnit owner, MeasureState state) {
        return jdbc.sql("""
                insert into dispatch_measure (case_id, enterprise_id, region, lead_unit, words, owner_unit, helpers, level,
                        due, expected, kind, state)
                values (:case, :enterprise, :region, :lead, :words, :owner, :helpers, :level, :due, :expected,
                        :kind, :state)
                returning id
                """)
                .param("case", one.id())
                .param("enterprise", one.subject().enterpriseId())
                .param("region", one.region())
                .param("lead", one.leadUnit())
                .param("words", form.words())
                .param("owner", owner.code())
                .param("helpers", form.helpers().toArray(String[]::new))
                .param("level", owner.level().name())
                .param("due", form.dueDate())
                .param("expected", form.expected())
                .param("kind", form.kind().name())
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    void rewrite(Measure measure, MeasureForm form, MemberUnit owner, MeasureState to) {
        jdbc.sql("""
                update dispatch_measure set words = :words, owner_unit = :owner, helpers = :helpers, level = :level,
                       due = :due, expected = :expected, kind = :kind, state = :state, version = version + 1
                where id = :id
                """)
                .param("words", form.words())
                .param("owner", owner.code())
                .param("helpers", form.helpers().toArray(String[]::new))
                .param("level", owner.level().name())
                .param("due", form.dueDate())
                .param("expected", form.expected())
                .param("kind", form.kind().name())
                .param("state", to.name())
                .param("id", measure.id())
                .update();
    }

    void move(Measure measure, MeasureState to, int progressPct, String outcome) {
        jdbc.sql("""
                update dispatch_measure set state = :state, progress_pct = :progress, outcome = :outcome,
                       version = version + 1
                where id = :id
                """)
                .param("state", to.name())
                .param("progress", progressPct)
                .param("outcome", outcome)
                .param("id", measure.id())
                .update();
    }

    void share(Measure measure, boolean shared) {
        jdbc.sql("update dispatch_measure set shared = :shared, version = version + 1 where id = :id")
                .param("shared", shared)
                .param("id", measure.id())
                .update();
    }

    /** Everything planned is agreed. */
    void agree(DispatchCase one) {
        jdbc.sql("""
                update dispatch_measure set state = 'AGREED', version = version + 1
                where case_id = :case and state = 'PLANNED'
                """).param("case", one.id()).update();
    }

    static Measure measure(ResultSet row, int number) throws SQLException {
        return new Measure(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("words"),
                row.getString("owner_unit"),
                CaseRows.texts(row, "helpers"),
                Unit.Level.valueOf(row.getString("level")),
                row.getObject("due", LocalDate.class),
                row.getString("expected"),
                MeasureKind.valueOf(row.getString("kind")),
                row.getInt("progress_pct"),
                MeasureState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getBoolean("shared"),
                row.getInt("version"));
    }
}
