package org.diaodu.server.returns;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.database.LastLook;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who must file for a period, who has, and who has not; by county and by industry within the caller's unit. */
@Component
@Transactional(readOnly = true)
public class Completeness {
    private static final String COUNTS = """
            select a.region, left(a.industry, 2) as division,
            count(*) as expected, count(f.id) as filed,
            count(*) filter (where f.state = 'QUERIED') as queried,
            count(*) filter (where f.state = 'ANSWERED') as answered,
            count(*) filter (where f.state = 'ACCEPTED') as accepted,
            count(*) filter (where f.id is null and x.enterprise_id is not null) as excused,
            count(*) filter (where f.unexplained > 0) as unexplained
            from enterprise_attributes a
            left join filing f on f.enterprise_id = a.enterprise_id and f.current and f.period = :period
            left join excuse x on x.enterprise_id = a.enterprise_id and x.period = :period
            where a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)
            group by a.region, left(a.industry, 2)
            """;

    private final JdbcClient jdbc;
    private final LastLook<Key, Counts> counts = new LastLook<>(
            "enterprise", "enterprise_attributes", "list_change", "filing", "finding", "query", "excuse");

    private record Key(Scope scope, Period period) {}

    Completeness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param byRegion by region code of the enterprises: counties, and prefectures for those whose county is not known
     * @param byDivision by industry division
     */
    public record Counts(Map<String, PeriodCount> byRegion, Map<String, PeriodCount> byDivision) {}

    /** By region code of the enterprises: counties, and prefectures for those whose county is not known. */
    public Map<String, PeriodCount> byRegion(Period period) {
        return counts(period).byRegion();
    }

    public Counts counts(Period period) {
        return counts.get(new Key(Callers.current().scope(), period), () -> count(period));
    }

    private Counts count(Period period) {
        Map<String, PeriodCount> byRegion = new HashMap<>();
        Map<String, PeriodCount> byDivision = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("period", period.iso())
                .param("last", period.last().atDay(1))
                .query(row -> {
                    PeriodCount count = new PeriodCount(
                            row.getInt("expected"),
                            row.getInt("filed"),
                            row.getInt("queried"),
                            row.getInt("answered"),
                            row.getInt("accepted"),
                            row.getInt("excused"),
                            row.getInt("unexplained"));
                    byRegion.merge(row.getString("region"), count, PeriodCount::plus);
                    byDivision.merge(row.getString("division"), count, PeriodCount::plus);
                });
        return new Counts(Collections.unmodifiableMap(byRegion), Collections.unmodifiableMap(byDivision));
    }

    /** An enterprise that has neither filed nor been excused. */
    public record NotFiled(
            long enterpriseId, String creditCode, String name, String region, String industry, boolean keyList) {}

    /** Who has not filed within a region prefix ("" for all the caller sees) and an industry prefix, key enterprises first. */
    public List<NotFiled> notFiled(Period period, String regionPrefix, String industryPrefix) {
        String within = (regionPrefix.isEmpty() ? "" : " and starts_with(a.region, :region)")
                + (industryPrefix.isEmpty() ? "" : " and starts_with(a.industry, :industry)");
        return jdbc.sql("""
                select e.id, e.credit_code, a.name, a.region, a.industry, a.key_list
                from enterprise_attributes a join enterprise e on e.id = a.enterprise_id
                where a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)
                  and not exists (select 1 from filing f where f.enterprise_id = e.id and f.current and f.period = :period)
                  and not exists (select 1 from excuse x where x.enterprise_id = e.id and x.period = :period)
                """ + within + """
                 order by a.key_list desc, a.region, e.credit_code
                """)
                .param("last", period.last().atDay(1))
                .param("region", regionPrefix)
                .param("industry", industryPrefix)
                .param("period", period.iso())
                .query((row, number) -> new NotFiled(
                        row.getLong("id"),
                        row.getString("credit_code"),
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("industry"),
                        row.getBoolean("key_list")))
                .list();
    }
}
