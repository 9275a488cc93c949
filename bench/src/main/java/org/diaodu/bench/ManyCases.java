package org.diaodu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.diaodu.standards.CreditCode;

/** A hundred thousand cases with plans and timelines, written beside a running sample platform into its database. */
final class ManyCases {

    private static final long FIRST_SERIAL = 5_000_000;

    private final Beside beside;

    ManyCases(Beside beside) {
        this.beside = beside;
    }

    /** Adds so many enterprises with a case each, three measures and six steps a case; six in ten are open. */
    void add(int cases) throws SQLException {
        List<String> counties = beside.texts("select code from unit where level = 'COUNTY' order by code");
        var codes = new String[cases];
        var regions = new String[cases];
        for (int i = 0; i < cases; i++) {
            regions[i] = counties.get(i % counties.size());
            codes[i] = CreditCode.made(regions[i], FIRST_SERIAL + i).value();
        }
        Connection connection = beside.connection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                "insert into enterprise (credit_code, region) select * from unnest(?::text[], ?::text[])")) {
            statement.setArray(1, connection.createArrayOf("text", codes));
            statement.setArray(2, connection.createArrayOf("text", regions));
            statement.executeUpdate();
        }
        beside.execute("""
                insert into dispatch_case (number, enterprise_id, enterprise_name, credit_code, industry, region, period, light,
                    reasons, output, base, contribution_pp, recoverable_pp, trend_periods, trend_yoy_pct, level, lead_unit, units,
                    causes, cause_words, state, state_since, proposed_by, reported_by, opened_by, opened_at)
                select '2020-' || lpad(n::text, 6, '0'), id, '示例测速企业' || n, credit_code, '3511', region, '2020-0' || (3 + n % 7),
                       case when n % 3 = 0 then '红' else '黄' end, array['产值同比下降 10% 及以上'], 80000 + n % 999, 100000,
                       -(n * 7919 % 100000) / 1e7, 0.001, array['2020-03', '2020-04'], array[-12.5, -20.1],
                       u.level, u.code, array[u.code, 'SJT'], array['ORDERS'], '订单减少，正在恢复。',
                       (array['OPENED','PROPOSED','AGREED','UNDER_WAY','UNDER_WAY','REPORTED','SIGNED_OFF','SIGNED_OFF','SIGNED_OFF','SIGNED_OFF'])[1 + n % 10],
                       timestamptz '2020-03-20 09:00+08' + n * interval '7 minutes', 'a', 'b', 'dispatcher',
                       timestamptz '2020-03-20 09:00+08' + n * interval '7 minutes'
                from (select row_number() over (order by e.id) as n, e.* from enterprise e
                      where not exists (select from enterprise_attributes a where a.enterprise_id = e.id)) e
                join (select code, case when region like '%0000' then 'PROVINCE' when region like '%00' then 'PREFECTURE'
                                        else 'COUNTY' end as level, row_number() over (order by code) - 1 as place,
                             count(*) over () as units
                      from member_unit) u on u.place = e.n % u.units
                """);
        beside.execute("""
                insert into dispatch_measure (case_id, enterprise_id, region, lead_unit, words, owner_unit, helpers, level, due,
                    expected, progress_pct, state, outcome, kind)
                select c.id, c.enterprise_id, c.region, c.lead_unit, '协调第 ' || k || ' 项保障措施', c.lead_unit, array['SJT'], c.level,
                       date '2022-04-01' + (c.id % 60)::int, '证明材料', case when c.state = 'SIGNED_OFF' then 100 else 30 end,
                       case when c.state = 'SIGNED_OFF' then 'DONE' when c.state in ('OPENED', 'PROPOSED') then 'PLANNED' else 'AGREED' end,
                       case when c.state = 'SIGNED_OFF' then '已办结' else '' end, 'OTHER'
                from dispatch_case c, generate_series(1, 3) k where c.number like '2020-%' and length(c.number) = 11
                """);
        beside.execute("""
                insert into dispatch_event (case_id, region, at, kind, state, actor, actor_name, actor_unit, words)
                select c.id, c.region, c.opened_at + k * interval '1 day',
                       (array['OPEN', 'CAUSES', 'PROPOSE', 'AGREE', 'BEGIN', 'REPORT'])[k], c.state, 'dispatcher', '省工业专班（示例）',
                       '黑龙江省', '情况属实'
                from dispatch_case c, generate_series(1, 6) k where c.number like '2020-%' and length(c.number) = 11
                """);
        connection.commit();
        connection.setAutoCommit(true);
        beside.analyze("dispatch_case", "dispatch_measure", "dispatch_event", "enterprise");
    }

    /** Numbers of cases spread over all. */
    List<String> numbers(int count) throws SQLException {
        return beside.texts("select number from dispatch_case where id % 997 = 1 limit " + count);
    }

    /** Signs off what is open for the enterprises of the sample, so that cases can be opened for them again. */
    void signOffSample() throws SQLException {
        beside.execute(
                "update dispatch_case set state = 'SIGNED_OFF' where state <> 'SIGNED_OFF' and not (number like '2020-%' and length(number) = 11)");
    }

    /** Milliseconds in which PostgreSQL alone writes as many rows as an opening, without rights, rules, events or audit. */
    double insertBare(int rows) throws SQLException {
        beside.execute("create temporary table if not exists bare (like dispatch_case)");
        long began = System.nanoTime();
        beside.execute("insert into bare select * from dispatch_case order by id desc limit " + rows);
        return (System.nanoTime() - began) / 1e6;
    }
}
