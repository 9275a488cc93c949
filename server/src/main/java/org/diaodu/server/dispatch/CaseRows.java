package org.diaodu.server.dispatch;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code dispatch_case}. */
@Component
class CaseRows {

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DispatchCase> find(String number) {
        return jdbc.sql("select * from dispatch_case where number = :number")
                .param("number", number)
                .query(CaseRows::dispatchCase)
                .optional();
    }

    Optional<DispatchCase> find(long id) {
        return jdbc.sql("select * from dispatch_case where id = :id")
                .param("id", id)
                .query(CaseRows::dispatchCase)
                .optional();
    }

    /** The case as it is, and nobody else changes it before this transaction ends. */
    DispatchCase lock(String number) {
        return jdbc.sql("select * from dispatch_case where number = :number for update")
                .param("number", number)
                .query(CaseRows::dispatchCase)
                .optional()
                .orElseThrow(() -> Cases.notThere(number));
    }

    List<DispatchCase> ofEnterprise(long enterprise) {
        return jdbc.sql(
                        "select * from dispatch_case where enterprise_id = :enterprise order by opened_at desc, id desc")
                .param("enterprise", enterprise)
                .query(CaseRows::dispatchCase)
                .list();
    }

    /** Moves a case on; who proposed, agreed, reported and checked is kept for the next step. */
    void move(DispatchCase one, CaseState to, Signature by) {
        jdbc.sql("""
                update dispatch_case set state = :state, state_since = :at, version = version + 1,
                       proposed_by = case :state when 'PROPOSED' then :by else proposed_by end,
                       agreed_by = case :state when 'AGREED' then :by when 'PROPOSED' then null else agreed_by end,
                       reported_by = case :state when 'REPORTED' then :by else reported_by end,
                       checked_by = case :state when 'CHECKED' then :by when 'REPORTED' then null else checked_by end
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("by", by.name())
                .param("id", one.id())
                .update();
    }

    void causes(DispatchCase one, Set<Cause> causes, String words) {
        jdbc.sql(
                        "update dispatch_case set causes = :causes, cause_words = :words, version = version + 1 where id = :id")
                .param("causes", names(causes))
                .param("words", words)
                .param("id", one.id())
                .update();
    }

    /** Takes the units of the plan's measures over into the case, after the plan changed. */
    void gatherUnits(DispatchCase one) {
        jdbc.sql("""
                update dispatch_case c set version = version + 1, units = array(
                    select c.lead_unit
                    union select owner_unit from dispatch_measure where case_id = c.id
                    union select unnest(helpers) from dispatch_measure where case_id = c.id
                    order by 1)
                where id = :id
                """).param("id", one.id()).update();
    }

    /** Whether the latest return of the enterprise shows less output than a year before. */
    boolean isFalling(long enterprise) {
        return jdbc.sql("""
                select coalesce(g.month_value < g.month_base, false)
                from filing f join figure g on g.filing_id = f.id and g.item = 'gross_output'
                where f.enterprise_id = :enterprise and f.current order by f.period desc limit 1
                """)
                .param("enterprise", enterprise)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static String[] names(Collection<Cause> causes) {
        return causes.stream().map(Cause::name).toArray(String[]::new);
    }

    static DispatchCase dispatchCase(ResultSet row, int number) throws SQLException {
        return new DispatchCase(
                row.getLong("id"),
                row.getString("number"),
                new DispatchCase.Subject(
                        row.getLong("enterprise_id"),
                        row.getString("enterprise_name"),
                        row.getString("credit_code"),
                        row.getString("industry"),
                        row.getString("region")),
                opening(row),
                Unit.Level.valueOf(row.getString("level")),
                row.getString("lead_unit"),
                texts(row, "units"),
                causes(row),
                row.getString("cause_words"),
                CaseState.of(row.getString("state"), row.getString("proposed_by"), row.getString("reported_by")),
                row.getTimestamp("state_since").toInstant(),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("version"));
    }

    static Set<Cause> causes(ResultSet row) throws SQLException {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        texts(row, "causes").forEach(cause -> causes.add(Cause.valueOf(cause)));
        return causes;
    }

    private static Opening opening(ResultSet row) throws SQLException {
        List<String> periods = texts(row, "trend_periods");
        @Nullable Double[] growth = (Double[]) row.getArray("trend_yoy_pct").getArray();
        List<TrendPoint> trend = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) trend.add(new TrendPoint(Period.parse(periods.get(i)), growth[i]));
        return new Opening(
                Period.parse(row.getString("period")),
                row.getString("light"),
                texts(row, "reasons"),
                row.getBigDecimal("output"),
                row.getBigDecimal("base"),
                row.getObject("contribution_pp", Double.class),
                row.getObject("recoverable_pp", Double.class),
                trend);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }
}
