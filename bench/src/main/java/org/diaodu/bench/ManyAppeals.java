package org.diaodu.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hundred thousand open appeals with their timelines, and what it takes to look at every clock once. */
final class ManyAppeals {

    private static final long PATIENCE_S = 120;
    private static final String DUE =
            "select count(*) from (select from appeal_look where at = timestamptz '2000-01-01' limit 1) due";

    private static final String LOOK =
            "update appeal_look set at = timestamptz '%s' where appeal_id in (select id from appeal where number like 'S2020-%%')";

    private final Beside beside;

    ManyAppeals(Beside beside) {
        this.beside = beside;
    }

    /**
     * One appeal for each enterprise of {@link ManyCases}: raised within the last working days, taken in time but for one in fifty,
     * whose unit is to be reminded. Nobody looks at their clocks before {@link #sweep}.
     */
    void add() throws SQLException {
        beside.execute("""
                insert into appeal (number, enterprise_id, enterprise_name, region, subject, urgency, words, form_key, raised_by,
                        raised_at, state, state_since, level, unit, due, due_term)
                select 'S2020-' || lpad(n::text, 6, '0'), c.enterprise_id, c.enterprise_name, c.region,
                       (array['FINANCE', 'ROAD', 'LABOUR', 'POWER'])[1 + n % 4], 'ORDINARY', '流动资金紧张，请协调续贷第 ' || n || ' 笔。',
                       'bench', 'clerk', raised, case when n % 50 = 0 then 'raised' else 'taken' end, raised, c.level, c.lead_unit,
                       raised + case when n % 50 = 0 then interval '1 day' else interval '7 days' end,
                       case when n % 50 = 0 then 'VERIFY' else 'REPLY' end
                from (select row_number() over (order by id) as n, c.*,
                             (select max(raised_at) from appeal) - case when row_number() over (order by id) % 50 = 0
                                 then interval '4 days' else row_number() over (order by id) % 480 * interval '1 minute' end as raised
                      from dispatch_case c where number like '2020-%' and length(number) = 11) c
                """);
        beside.execute("""
                insert into appeal_event (appeal_id, enterprise_id, region, round, at, kind, actor, actor_name, actor_unit, level, unit)
                select a.id, a.enterprise_id, a.region, 1, a.raised_at + k * interval '5 minutes', (array['RAISED', 'TAKEN'])[1 + k],
                       'clerk', '经办', a.enterprise_name, case when k = 0 then a.level end, case when k = 0 then a.unit end
                from appeal a, generate_series(0, 1) k
                where a.number like 'S2020-%' and (k = 0 or a.state = 'taken') order by a.id, k
                """);
        beside.execute(
                "insert into appeal_look select id, timestamptz '2099-01-01' from appeal where number like 'S2020-%'");
        beside.analyze("appeal", "appeal_event", "appeal_look");
    }

    /** Numbers of appeals spread over all. */
    List<String> numbers(int count) throws SQLException {
        return beside.texts("select number from appeal where number like 'S2020-%' and id % 997 = 1 limit " + count);
    }

    /** What a sweep did. */
    record Swept(int clocks, long measures, double milliseconds) {}

    /** Lets every clock be due at once and waits until the platform's own sweep has looked at all. */
    Swept sweep() throws SQLException, InterruptedException {
        long measured = measures();
        int clocks = beside.execute(LOOK.formatted("2000-01-01"));
        long began = System.nanoTime();
        while (beside.count(DUE) > 0) {
            TimeUnit.MILLISECONDS.sleep(25);
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
                throw new IllegalStateException("the clocks were not all looked at in " + PATIENCE_S + " s");
            }
        }
        return new Swept(clocks, measures() - measured, (System.nanoTime() - began) / 1e6);
    }

    /** Milliseconds in which PostgreSQL alone notes for every appeal when it is looked at next. */
    double lookBare() throws SQLException {
        long began = System.nanoTime();
        beside.execute(LOOK.formatted("2099-01-01"));
        return (System.nanoTime() - began) / 1e6;
    }

    private long measures() throws SQLException {
        return beside.count("select count(*) from appeal_escalation");
    }
}
