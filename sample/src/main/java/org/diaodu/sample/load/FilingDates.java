package org.diaodu.sample.load;

import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the made-up returns came in; to be set while their period is open. */
@Component
class FilingDates {
    private final JdbcClient jdbc;

    FilingDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns came in over the first days of the month after, and were accepted two days later. */
    void set(Period period) {
        jdbc.sql("""
                update filing set filed_at = came, accepted_at = case when accepted_at is null then null else came + interval '2 days' end
                from (select id as filing, (:first || '-01 08:30+08')::timestamptz + enterprise_id % 8 * interval '1 day'
                             + enterprise_id * 7919 % 540 * interval '1 minute' as came
                      from filing where period = :period) as dated
                where id = filing
                """)
                .param("first", period.last().plusMonths(1).toString())
                .param("period", period.iso())
                .update();
    }
}
