package org.diaodu.server.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.growth.effect.Estimate;
import org.diaodu.growth.effect.Remark;
import org.diaodu.server.access.Callers;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the last measurement found, as far as the caller sees the cases: as a list, those measured first and among them
 * those that gained most points, and by group. What would tell on one enterprise of the
 * comparison is withheld from those who do not see all of the province.
 */
@Component
public class Effects extends Listing<EffectFilter, Effects.Line> {

    private static final String COUNT = "select count(*) from effect e {where}";

    private static final String LINES = """
            select e.*, c.number, c.enterprise_name, c.region, c.opened_at, u.name as lead_name
            from effect e join dispatch_case c on c.id = e.case_id join member_unit u on u.code = c.lead_unit
            {where} {order} {page}
            """;

    Effects(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, Orders.always("e.reason <> '', e.province_pp desc nulls last, e.reason, c.id"));
    }

    /** A case in the list of the campaign. */
    public record Line(
            String number, String name, String region, Period opened, String leadName, CaseOutcome outcome) {}

    /** How many cases cannot be measured for a reason. */
    public record Reasons(EffectReason reason, long cases) {}

    /** How the measurement of the province of a region stands; empty where there never was one. */
    public Optional<EffectRun> run(String region) {
        return jdbc.sql("select * from effect_run where province = :province")
                .param("province", region.substring(0, 2) + "0000")
                .query((row, number) -> {
                    var computed = row.getTimestamp("computed_at");
                    return new EffectRun(
                            row.getString("province"),
                            row.getString("figures_revision") + " / " + row.getString("cases_revision"),
                            period(row.getString("first_period")),
                            period(row.getString("last_period")),
                            row.getInt("cases"),
                            computed == null ? null : computed.toInstant(),
                            row.getString("stage"),
                            row.getInt("done"),
                            row.getInt("whole"),
                            row.getString("fault"));
                })
                .optional();
    }

    /** What is known of a case the caller sees. */
    public CaseOutcome of(DispatchCase one) {
        return jdbc.sql("select * from effect where case_id = :case")
                .param("case", one.id())
                .query((row, number) -> outcome(row))
                .optional()
                .orElseGet(CaseOutcome.NotYet::new);
    }

    /** The groups of all cases within a unit's region, the one that won back most points first. */
    public List<EffectGroup> groups(String scope) {
        return jdbc.sql("""
                select * from effect where scope = :scope and case_id is null order by kind, province_pp desc, code
                """).param("scope", scope).query(Effects::group).list();
    }

    /** Why cases within a region are not measured, the most frequent reason first. */
    public List<Reasons> reasons(String prefix) {
        return jdbc.sql("""
                select reason, count(*) from effect where case_id is not null and reason <> '' and starts_with(scope, :prefix)
                group by reason order by count(*) desc, reason
                """)
                .param("prefix", prefix)
                .query((row, number) -> new Reasons(EffectReason.valueOf(row.getString(1)), row.getLong(2)))
                .list();
    }

    @Override
    protected Conditions conditions(EffectFilter filter) {
        return new Conditions()
                .where("e.case_id is not null")
                .begins("e.scope", filter.region())
                .is("e.reason", filter.outcome(), Map.of("MEASURED", "e.reason = ''"));
    }

    @Override
    protected RowMapper<Line> reader() {
        return Effects::line;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var day = row.getTimestamp("opened_at").toInstant().atZone(java.time.ZoneId.of("Asia/Shanghai"));
        return new Line(
                row.getString("number"),
                row.getString("enterprise_name"),
                row.getString("region"),
                Period.month(java.time.YearMonth.from(day)).reporting(),
                row.getString("lead_name"),
                outcome(row));
    }

    private static CaseOutcome outcome(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        if (!reason.isEmpty()) return new CaseOutcome.NotMeasured(EffectReason.valueOf(reason));
        Effect effect = effect(row);
        if (isWithheld(row, effect)) return new CaseOutcome.Withheld();
        List<String> periods = CaseRows.texts(row, "path_periods");
        @Nullable Double[] own = (Double[]) row.getArray("path_pct").getArray();
        @Nullable Double[] matched = (Double[]) row.getArray("matched_pct").getArray();
        List<CaseOutcome.PathPoint> path = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            path.add(new CaseOutcome.PathPoint(Period.parse(periods.get(i)), own[i], matched[i]));
        }
        return new CaseOutcome.Measured(row.getInt("periods"), effect, path);
    }

    private static EffectGroup group(ResultSet row, int number) throws SQLException {
        Effect effect = effect(row);
        return new EffectGroup(
                EffectGroup.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getInt("cases"),
                row.getInt("unmeasured"),
                isWithheld(row, effect) ? null : effect);
    }

    private static boolean isWithheld(ResultSet row, Effect effect) throws SQLException {
        return !effect.tellsOnNobody() && !Callers.current().scope().allows(row.getString("province"));
    }

    private static Effect effect(ResultSet row) throws SQLException {
        List<String> said = CaseRows.texts(row, "remarks");
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i + 2 < said.size(); i += 3) {
            remarks.add(new Remark(said.get(i), said.get(i + 1), said.get(i + 2)));
        }
        boolean earlier = row.getObject("earlier_pp") != null;
        return new Effect(
                row.getDouble("before_pct"),
                row.getDouble("after_pct"),
                row.getDouble("matched_before_pct"),
                row.getDouble("matched_after_pct"),
                row.getDouble("adjustment_pp"),
                estimate(row, "effect"),
                estimate(row, "province"),
                earlier ? estimate(row, "earlier") : null,
                row.getInt("neighbours"),
                remarks);
    }

    private static Estimate estimate(ResultSet row, String name) throws SQLException {
        return new Estimate(
                row.getDouble(name + "_pp"),
                row.getObject(name + "_lower", Double.class),
                row.getObject(name + "_upper", Double.class),
                null);
    }

    private static @Nullable Period period(String iso) {
        return iso.isEmpty() ? null : Period.parse(iso);
    }
}
