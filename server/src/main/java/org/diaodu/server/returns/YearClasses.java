package org.diaodu.server.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.lake.Lake;
import org.diaodu.server.registry.Classes;
import org.diaodu.server.registry.Classification;
import org.diaodu.standards.Period;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Size classes and tiers by year: all enterprises are classed when the province closes a December. */
@Component
public class YearClasses {
    private static final int DECEMBER = 12;

    private final JdbcClient jdbc;
    private final Lake lake;
    private final LakeObservations observations;
    private final ClosingRows closings;
    private final Classes classes;

    YearClasses(JdbcClient jdbc, Lake lake, LakeObservations observations, ClosingRows closings, Classes classes) {
        this.jdbc = jdbc;
        this.lake = lake;
        this.observations = observations;
        this.closings = closings;
        this.classes = classes;
    }

    /** The latest classed year of an enterprise. */
    @Transactional(readOnly = true)
    public Optional<YearClass> latest(long enterprise) {
        return jdbc.sql("""
                select year, staff, revenue, size, tier, computed_at from enterprise_class
                where enterprise_id = :enterprise order by year desc limit 1
                """)
                .param("enterprise", enterprise)
                .query((row, number) -> {
                    String size = row.getString("size");
                    int year = row.getInt("year");
                    LocalDate day = LocalDate.of(year, DECEMBER, 31);
                    return new YearClass(
                            year,
                            row.getBigDecimal("staff"),
                            row.getBigDecimal("revenue"),
                            new Classification(size == null ? null : SizeClass.valueOf(size), row.getString("tier")),
                            classes.clause(Classes.SIZE, day),
                            classes.clause(Classes.TIER, day),
                            row.getTimestamp("computed_at").toInstant());
                })
                .optional();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void classWhenAYearIsClosed(PeriodClosed closed) {
        Period period = closed.period();
        if (period.last().getMonthValue() == DECEMBER) {
            closings.standing(period, closed.region())
                    .map(Closing::lakeVersion)
                    .ifPresent(version -> store(period, classed(period, version)));
        }
    }

    private Map<Long, Classification> classed(Period period, int version) {
        String year = observations.table().relation(List.of(observations.table().version(period.iso(), version)));
        String cases = "(select enterprise_id as \"" + Classes.KEY + "\", cast(staff_month as decimal(9, 0)) as \""
                + Classes.STAFF + "\", cast(revenue_ytd as decimal(18, 3)) as \"" + Classes.REVENUE + "\" from " + year
                + " where status <> 'exit')";
        return classes.of(lake.sql(), cases, period.last().atEndOfMonth());
    }

    private void store(Period period, Map<Long, Classification> classed) {
        List<Map.Entry<Long, Classification>> rows = List.copyOf(classed.entrySet());
        jdbc.sql("""
                insert into enterprise_class (enterprise_id, year, region, staff, revenue, size, tier)
                select c.id, :year, f.region, s.month_value, r.ytd_value, c.size, c.tier
                from unnest(:ids::bigint[], :sizes::text[], :tiers::text[]) as c(id, size, tier)
                join filing f on f.enterprise_id = c.id and f.current and f.period = :period
                left join figure s on s.filing_id = f.id and s.item = 'staff'
                left join figure r on r.filing_id = f.id and r.item = 'revenue'
                on conflict (enterprise_id, year) do update
                set region = excluded.region, staff = excluded.staff, revenue = excluded.revenue, size = excluded.size,
                    tier = excluded.tier, computed_at = now()
                """)
                .param("year", period.year())
                .param("period", period.iso())
                .param("ids", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("sizes", rows.stream().map(row -> size(row.getValue())).toArray(String[]::new))
                .param("tiers", rows.stream().map(row -> row.getValue().tier()).toArray(String[]::new))
                .update();
    }

    private static @Nullable String size(Classification classification) {
        SizeClass size = classification.size();
        return size == null ? null : size.name();
    }
}
