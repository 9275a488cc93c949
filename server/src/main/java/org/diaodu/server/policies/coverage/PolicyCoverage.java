package org.diaodu.server.policies.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.registry.Regional;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts how far the policies of this year reach in a unit, as far as the caller sees it. */
@Component
@Transactional(readOnly = true)
public class PolicyCoverage {

    /** What was found this year in the unit, with what was paid of it and whether it arrived. */
    private static final String FOUND = """
            with found as (
                select e.enterprise_id, e.clause, left(e.region, 4) || '00' as city,
                       coalesce((select a.size from enterprise_attributes a
                                 where a.enterprise_id = e.enterprise_id and a.valid_from <= :day
                                 order by a.valid_from desc limit 1), '') as size,
                       coalesce(e.due_fen, 0) as due,
                       coalesce((select sum(p.amount_fen) from policy_payment p
                                 where p.entitlement_id = e.id and p.state = 'PAID'), 0) as paid,
                       case when e.benefit = 'GRANT' then e.state in ('PAID', 'RECLAIMED', 'REFUNDED')
                            else e.consented_at is not null end as got,
                       case when e.paid_on is not null
                            then greatest(0, e.paid_on - coalesce(e.told_at, e.found_at)::date) end as days
                from entitlement e
                where starts_with(e.region, :prefix) and e.year = :year and e.state <> 'LAPSED'
            ) """;

    private final JdbcClient jdbc;
    private final ClausesInForce clauses;
    private final BusinessClock clock;

    PolicyCoverage(JdbcClient jdbc, ClausesInForce clauses, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clauses = clauses;
        this.clock = clock;
    }

    /** The whole unit; {@code name} is the unit's. */
    public Reached total(Unit unit) {
        return counted("", unit).stream()
                .findFirst()
                .map(one -> one.named(unit.name()))
                .orElse(new Reached(unit.code(), unit.name(), 0, 0, 0, 0, null, 0, false));
    }

    /**
     * By clause, city or size, what most are entitled to first.
     *
     * @param outside whether it is for people who may not see single enterprises: then small cells are withheld
     */
    public List<Reached> by(Axis axis, Unit unit, boolean outside) {
        PolicyBook book = clauses.on(clock.today());
        List<Reached> groups = counted(axis.name(), unit).stream()
                .map(one -> one.named(
                        switch (axis) {
                            case CLAUSE -> title(book, one.key());
                            case CITY -> Regional.name(one.key());
                            case SIZE ->
                                one.key().isEmpty()
                                        ? "–"
                                        : SizeClass.valueOf(one.key()).zh();
                        }))
                .toList();
        return outside ? SmallCells.withheld(groups) : groups;
    }

    private String title(PolicyBook book, String clause) {
        return book.clauses().stream().anyMatch(one -> one.id().equals(clause))
                ? book.clause(clause, clock.today()).text().title()
                : clause;
    }

    private List<Reached> counted(String axis, Unit unit) {
        LocalDate day = clock.today();
        return jdbc.sql(FOUND + """
                , one as (
                    select case :axis when 'CLAUSE' then clause when 'CITY' then city when 'SIZE' then size else '' end as key,
                           enterprise_id, bool_or(got) as got, sum(due) as due, sum(paid) as paid
                    from found group by 1, 2
                ), pace as (
                    select case :axis when 'CLAUSE' then clause when 'CITY' then city when 'SIZE' then size else '' end as key,
                           percentile_cont(0.5) within group (order by days) as median
                    from found where days is not null group by 1
                )
                select o.key, count(*) as entitled, count(*) filter (where o.got) as got, sum(o.due)::bigint as due,
                       sum(o.paid)::bigint as paid, min(p.median) as median,
                       coalesce(max(o.due) / nullif(sum(o.due), 0), 0)::float8 as largest
                from one o left join pace p on p.key = o.key
                group by o.key order by entitled desc, o.key
                """)
                .param("axis", axis)
                .param("prefix", unit.prefix())
                .param("year", day.getYear())
                .param("day", day)
                .query((row, number) -> new Reached(
                        row.getString("key"),
                        row.getString("key"),
                        row.getInt("entitled"),
                        row.getInt("got"),
                        row.getLong("due"),
                        row.getLong("paid"),
                        median(row.getBigDecimal("median")),
                        row.getDouble("largest"),
                        false))
                .list();
    }

    private static @Nullable Double median(@Nullable BigDecimal days) {
        return days == null ? null : (Double) days.doubleValue();
    }

    /** What is left of the year's budgets, in fen; empty where none was given. */
    public Optional<Left> left() {
        return jdbc.sql("""
                select count(*) as budgets, coalesce(sum(total_fen), 0)::bigint as total,
                       coalesce(sum(total_fen - committed_fen), 0)::bigint as remaining
                from policy_budget where year = :year
                """)
                .param("year", clock.today().getYear())
                .query(Left.class)
                .optional()
                .filter(left -> left.budgets() > 0);
    }

    /** Budgets of a year together, in fen. */
    public record Left(int budgets, long total, long remaining) {}
}
