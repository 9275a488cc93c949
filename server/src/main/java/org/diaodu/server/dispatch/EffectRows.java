package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diaodu.growth.effect.CaseEffect;
import org.diaodu.growth.effect.Estimate;
import org.diaodu.growth.effect.GroupEffect;
import org.diaodu.growth.effect.Neighbour;
import org.diaodu.growth.effect.Panel;
import org.diaodu.growth.effect.Remark;
import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of {@code effect} and {@code effect_run}. */
@Component
class EffectRows {

    private static final String INSERT = """
            insert into effect (province, scope, kind, code, case_id, cases, unmeasured, reason, periods, before_pct, after_pct,
                    matched_before_pct, matched_after_pct, adjustment_pp, effect_pp, effect_lower, effect_upper, province_pp,
                    province_lower, province_upper, earlier_pp, earlier_lower, earlier_upper, neighbours, remarks,
                    path_periods, path_pct, matched_pct)
            values (:province, :scope, :kind, :code, :case, :cases, :unmeasured, :reason, :periods, :before, :after,
                    :matchedBefore, :matchedAfter, :adjustment, :effect, :effectLower, :effectUpper, :points,
                    :pointsLower, :pointsUpper, :earlier, :earlierLower, :earlierUpper, :neighbours, :remarks,
                    :pathPeriods, :path, :matched)
            """;

    /** Periods shown before the opening. */
    private static final int SHOWN_BEFORE = 9;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final String pause;

    EffectRows(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            @Value("${diaodu.effects.pause:15 minutes}") String pause) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.pause = pause;
    }

    /** One row to be written. */
    record Line(MapSqlParameterSource values) {

        static Line of(EffectBasis.Subject one, CaseEffect effect, Panel panel) {
            MapSqlParameterSource row = blank(one.region(), "CASE", "")
                    .addValue("case", one.id())
                    .addValue("cases", 1)
                    .addValue("periods", effect.periods())
                    .addValue("before", effect.beforePct())
                    .addValue("after", effect.afterPct())
                    .addValue("matchedBefore", effect.matchedBeforePct())
                    .addValue("matchedAfter", effect.matchedAfterPct())
                    .addValue("adjustment", effect.adjustmentPp())
                    .addValue("neighbours", effect.neighbours().size());
            figures(row, effect.effect(), effect.provincePp(), effect.earlier(), effect.remarks());
            path(row, one, effect, panel);
            return new Line(row);
        }

        static Line without(EffectBasis.Subject one, String reason) {
            return new Line(blank(one.region(), "CASE", "")
                    .addValue("case", one.id())
                    .addValue("unmeasured", 1)
                    .addValue("reason", reason));
        }

        static Line of(String scope, EffectGroup.Kind kind, GroupEffect group, int neighbours) {
            MapSqlParameterSource row = blank(scope, kind.name(), group.group())
                    .addValue("cases", group.cases())
                    .addValue("unmeasured", group.unmeasured())
                    .addValue("before", group.beforePct())
                    .addValue("after", group.afterPct())
                    .addValue("matchedBefore", group.matchedBeforePct())
                    .addValue("matchedAfter", group.matchedAfterPct())
                    .addValue("adjustment", group.adjustmentPp())
                    .addValue("neighbours", neighbours);
            figures(row, group.effect(), group.provincePp(), group.earlier(), group.remarks());
            return new Line(row);
        }

        private static MapSqlParameterSource blank(String scope, String kind, String code) {
            var row = new MapSqlParameterSource()
                    .addValue("scope", scope)
                    .addValue("kind", kind)
                    .addValue("code", code)
                    .addValue("case", null, java.sql.Types.BIGINT)
                    .addValue("cases", 0)
                    .addValue("unmeasured", 0)
                    .addValue("reason", "")
                    .addValue("periods", 0)
                    .addValue("neighbours", 0)
                    .addValue("remarks", new String[0])
                    .addValue("pathPeriods", new String[0])
                    .addValue("path", new Double[0])
                    .addValue("matched", new Double[0]);
            for (String figure : List.of(
                    "before",
                    "after",
                    "matchedBefore",
                    "matchedAfter",
                    "adjustment",
                    "effect",
                    "effectLower",
                    "effectUpper",
                    "points",
                    "pointsLower",
                    "pointsUpper",
                    "earlier",
                    "earlierLower",
                    "earlierUpper")) row.addValue(figure, null, java.sql.Types.DOUBLE);
            return row;
        }

        private static void figures(
                MapSqlParameterSource row,
                Estimate effect,
                Estimate points,
                @Nullable Estimate earlier,
                List<Remark> remarks) {
            estimate(row, "effect", effect);
            estimate(row, "points", points);
            estimate(row, "earlier", earlier);
            List<String> said = new ArrayList<>();
            for (Remark remark : remarks) said.addAll(List.of(remark.code(), remark.zh(), remark.en()));
            row.addValue("remarks", said.toArray(String[]::new));
        }

        private static void estimate(MapSqlParameterSource row, String name, @Nullable Estimate estimate) {
            if (estimate == null) return;
            row.addValue(name, estimate.value(), java.sql.Types.DOUBLE)
                    .addValue(name + "Lower", estimate.lower(), java.sql.Types.DOUBLE)
                    .addValue(name + "Upper", estimate.upper(), java.sql.Types.DOUBLE);
        }

        private static void path(MapSqlParameterSource row, EffectBasis.Subject one, CaseEffect effect, Panel panel) {
            List<Period> shown = Period.reportingFrom(
                    one.opened().plusReporting(-SHOWN_BEFORE), one.opened().plusReporting(effect.periods()));
            @Nullable Double[] own = new @Nullable Double[shown.size()];
            @Nullable Double[] matched = new @Nullable Double[shown.size()];
            for (int i = 0; i < shown.size(); i++) {
                Period period = shown.get(i);
                own[i] = capped(panel.growthPct(one.creditCode(), period));
                var mean = effect.neighbours().stream()
                        .map(Neighbour::enterprise)
                        .map(near -> capped(panel.growthPct(near.creditCode(), period)))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .average();
                matched[i] = mean.isPresent() ? (Double) mean.getAsDouble() : null;
            }
            row.addValue("pathPeriods", shown.stream().map(Period::iso).toArray(String[]::new))
                    .addValue("path", own)
                    .addValue("matched", matched);
        }

        private static @Nullable Double capped(@Nullable Double growthPct) {
            return growthPct == null
                    ? null
                    : (Double) Math.min(org.diaodu.growth.effect.Design.STANDARD.capPp(), growthPct);
        }
    }

    /** Whether the figures kept were made from something else, cases alone counting only after a pause. */
    boolean isDue(Unit province, String figuresRevision, String casesRevision) {
        return jdbc.sql("""
                select not exists (select from effect_run where province = :province and stage = '' and computed_at is not null
                    and figures_revision = :figures
                    and (cases_revision = :cases or computed_at > now() - :pause::interval))
                """)
                .param("province", province.code())
                .param("figures", figuresRevision)
                .param("cases", casesRevision)
                .param("pause", pause)
                .query(Boolean.class)
                .single();
    }

    /** Takes the measurement of a province until this transaction ends; false if somebody else has it. */
    boolean lock(Unit province) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('effect ' || :province))")
                .param("province", province.code())
                .query(Boolean.class)
                .single();
    }

    void stage(Unit province, String stage, int done, int whole) {
        jdbc.sql("""
                insert into effect_run (province, stage, done, whole, begun_at) values (:province, :stage, :done, :whole, now())
                on conflict (province) do update set stage = excluded.stage, done = excluded.done, whole = excluded.whole,
                    begun_at = case when excluded.done = 0 then now() else effect_run.begun_at end, fault = null
                """)
                .param("province", province.code())
                .param("stage", stage)
                .param("done", done)
                .param("whole", whole)
                .update();
    }

    void failed(Unit province, String fault) {
        jdbc.sql("update effect_run set stage = '', fault = :fault where province = :province")
                .param("province", province.code())
                .param("fault", fault)
                .update();
    }

    /** Puts these figures in the place of the last ones. */
    void keep(Unit province, EffectBasis.Found found, List<Line> lines) {
        jdbc.sql("delete from effect where province = :province")
                .param("province", province.code())
                .update();
        jdbc.sql("""
                update effect_run set figures_revision = :figures, cases_revision = :cases, first_period = :first,
                       last_period = :last, cases = :count, computed_at = now(), stage = '', fault = null
                where province = :province
                """)
                .param("figures", found.figuresRevision())
                .param("cases", found.casesRevision())
                .param(
                        "first",
                        found.periods().isEmpty()
                                ? ""
                                : found.periods().getFirst().iso())
                .param(
                        "last",
                        found.periods().isEmpty()
                                ? ""
                                : found.periods().getLast().iso())
                .param("count", found.cases().size() + found.doubles().size())
                .param("province", province.code())
                .update();
        batches.batchUpdate(
                INSERT,
                lines.stream()
                        .map(line -> line.values().addValue("province", province.code()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
