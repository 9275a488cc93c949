package org.diaodu.server.dispatch;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many new cases at once, each with what was known of its enterprise. */
@Component
class OpeningRows {

    /** Reporting periods of the trend a case is opened with. */
    private static final int TREND = 12;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final BusinessClock clock;

    OpeningRows(JdbcClient jdbc, Audit audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    Map<Long, String> open(Collection<Long> enterprises) {
        Map<Long, String> open = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, number from dispatch_case
                where enterprise_id = any(:enterprises) and state <> 'SIGNED_OFF'
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            open.put(row.getLong(1), row.getString(2));
        });
        return open;
    }

    private record Inserted(long id, String number, long enterprise, String region) {}

    /** Gives how many were opened; an enterprise with an open case gets none. Enterprises come by number. */
    int insert(Period period, List<Falling> chosen, MemberUnit lead, Map<Long, LikelyCauses> likely, Signature by) {
        return insert(period, chosen, lead, likely, by, clock.today().getYear());
    }

    /** The same with numbers of another year; for loading. */
    int insert(
            Period period,
            List<Falling> chosen,
            MemberUnit lead,
            Map<Long, LikelyCauses> likely,
            Signature by,
            int year) {
        Map<Long, List<TrendPoint>> trends = trends(period, chosen);
        List<Inserted> inserted = jdbc.sql("""
                insert into dispatch_case (number, enterprise_id, enterprise_name, credit_code, industry, region, period,
                        light, reasons, output, base, contribution_pp, recoverable_pp, trend_periods, trend_yoy_pct,
                        causes, cause_words, level, lead_unit, units, state, state_since, opened_by, opened_at)
                select :year || '-' || lpad(nextval('dispatch_case_number')::text, 4, '0'), n.enterprise, n.name, n.code,
                       n.industry, n.region, :period, n.light, string_to_array(n.reasons, chr(31)), n.output, n.base,
                       n.contribution, n.recoverable, string_to_array(n.trend_periods, ' '),
                       string_to_array(n.trend_growth, ' ', '-')::float8[],
                       string_to_array(n.causes, ' '), n.cause_words, :level, :lead, array[:lead], 'OPENED', :at, :by, :at
                from unnest(:enterprises::bigint[], :names::text[], :codes::text[], :industries::text[], :regions::text[],
                            :lights::text[], :reasons::text[], :outputs::numeric[], :bases::numeric[],
                            :contributions::float8[], :recoverables::float8[], :trendPeriods::text[], :trendGrowths::text[],
                            :causes::text[], :causeWords::text[])
                     with ordinality
                     as n(enterprise, name, code, industry, region, light, reasons, output, base, contribution,
                          recoverable, trend_periods, trend_growth, causes, cause_words, position)
                where not exists (select from dispatch_case c
                                  where c.enterprise_id = n.enterprise and c.state <> 'SIGNED_OFF')
                order by n.position
                on conflict (enterprise_id) where state <> 'SIGNED_OFF' do nothing
                returning id, number, enterprise_id, region
                """)
                .param("year", "" + year)
                .param("period", period.iso())
                .param("level", lead.level().name())
                .param("lead", lead.code())
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("enterprises", chosen.stream().map(Falling::id).toArray(Long[]::new))
                .param("names", texts(chosen, Falling::name))
                .param("codes", texts(chosen, Falling::creditCode))
                .param("industries", texts(chosen, Falling::industry))
                .param("regions", texts(chosen, Falling::region))
                .param("lights", texts(chosen, one -> one.light().light()))
                .param(
                        "reasons",
                        texts(chosen, one -> String.join("\u001f", one.light().reasons())))
                .param("outputs", chosen.stream().map(Falling::output).toArray(BigDecimal[]::new))
                .param("bases", chosen.stream().map(Falling::base).toArray(BigDecimal[]::new))
                .param(
                        "contributions",
                        chosen.stream().map(Falling::contributionPp).toArray(Double[]::new))
                .param(
                        "recoverables",
                        chosen.stream().map(Falling::recoverablePp).toArray(Double[]::new))
                .param(
                        "trendPeriods",
                        texts(
                                chosen,
                                one -> trends.getOrDefault(one.id(), List.of()).stream()
                                        .map(point -> point.period().iso())
                                        .collect(Collectors.joining(" "))))
                .param(
                        "trendGrowths",
                        texts(
                                chosen,
                                one -> trends.getOrDefault(one.id(), List.of()).stream()
                                        .map(point -> text(point.growthPct()))
                                        .collect(Collectors.joining(" "))))
                .param(
                        "causes",
                        texts(
                                chosen,
                                one -> String.join(
                                        " ", CaseRows.names(likely(likely, one).causes()))))
                .param("causeWords", texts(chosen, one -> likely(likely, one).words()))
                .query((row, number) ->
                        new Inserted(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
                .list();
        return tell(period, inserted, by);
    }

    private int tell(Period period, List<Inserted> inserted, Signature by) {
        jdbc.sql("""
                insert into dispatch_event (case_id, region, at, kind, state, actor, actor_name, actor_unit)
                select n.id, n.region, :at, 'OPEN', 'OPENED', :actor, :name, :unit
                from unnest(:ids::bigint[], :regions::text[]) as n(id, region)
                """)
                .param("at", Timestamp.from(by.at()))
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("ids", inserted.stream().map(Inserted::id).toArray(Long[]::new))
                .param("regions", inserted.stream().map(Inserted::region).toArray(String[]::new))
                .update();
        List<Change> changes = new ArrayList<>();
        for (Inserted one : inserted) {
            Map<String, Object> after =
                    Map.of("state", "OPENED", "enterprise", one.enterprise(), "period", period.iso());
            changes.add(new Change("dispatch.open", "case", one.number(), null, after, null));
        }
        audit.recordAll(changes);
        return inserted.size();
    }

    /** Year-on-year output of the last reporting periods up to this one, by enterprise. */
    Map<Long, List<TrendPoint>> trends(Period period, List<Falling> chosen) {
        Map<Long, List<TrendPoint>> trends = new HashMap<>();
        jdbc.sql("""
                select g.enterprise_id, g.period, g.month_value, g.month_base
                from filing f join figure g on g.filing_id = f.id and g.item = 'gross_output'
                where f.current and f.enterprise_id = any(:enterprises) and f.period = any(:periods)
                order by g.period
                """)
                .param("enterprises", chosen.stream().map(Falling::id).toArray(Long[]::new))
                .param(
                        "periods",
                        Period.reportingFrom(period.plusReporting(1 - TREND), period).stream()
                                .map(Period::iso)
                                .toArray(String[]::new))
                .query(row -> {
                    trends.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new TrendPoint(
                                    Period.parse(row.getString(2)),
                                    TrendPoint.growthPct(row.getBigDecimal(3), row.getBigDecimal(4))));
                });
        return trends;
    }

    private static LikelyCauses likely(Map<Long, LikelyCauses> known, Falling one) {
        return known.getOrDefault(one.id(), LikelyCauses.NONE);
    }

    private static String text(@Nullable Double growthPct) {
        return growthPct == null ? "-" : growthPct.toString();
    }

    private static String[] texts(List<Falling> chosen, Function<Falling, String> text) {
        return chosen.stream().map(text).toArray(String[]::new);
    }
}
