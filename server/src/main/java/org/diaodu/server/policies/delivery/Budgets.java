package org.diaodu.server.policies.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.Terms;
import org.diaodu.policy.budget.Budget;
import org.diaodu.policy.budget.Distribution;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What may be spent on each clause in a year. A clause without a budget is not limited. */
@Component
@Transactional
public class Budgets {

    private static final String PROVINCE = "230000";

    private final JdbcClient jdbc;
    private final ClausesInForce clauses;
    private final BusinessClock clock;
    private final Audit audit;

    Budgets(JdbcClient jdbc, ClausesInForce clauses, BusinessClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clauses = clauses;
        this.clock = clock;
        this.audit = audit;
    }

    /** A budget with its clause. */
    public record OfClause(
            String clause, int year, long totalFen, long committedFen, Distribution distribution, int version) {

        public long leftFen() {
            return totalFen - committedFen;
        }

        Budget budget() {
            return new Budget(clause + " " + year, totalFen, committedFen);
        }
    }

    @Transactional(readOnly = true)
    public List<OfClause> all() {
        return jdbc.sql("select * from policy_budget order by year desc, clause")
                .query(Budgets::budget)
                .list();
    }

    /** Sets what may be spent; less than is promised already is refused with what is. */
    public Outcome set(String clause, int year, BigDecimal yuan, Distribution distribution) {
        DeliveryRights.requireOfficer();
        Map<String, String> faults = new LinkedHashMap<>();
        PolicyClause known = clauses.on(clock.today()).clauses().stream()
                .filter(one -> one.id().equals(clause))
                .findFirst()
                .orElse(null);
        if (known == null) faults.put("clause", "delivery.fault.clause");
        if (yuan.signum() < 0 || yuan.scale() > 2) faults.put("yuan", "delivery.fault.yuan");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        long fen = yuan.movePointRight(2).longValueExact();
        Optional<OfClause> before = lock(clause, year);
        try {
            before.ifPresent(one -> one.budget().changedTo(fen));
        } catch (PolicyFault _) {
            return new Outcome.Faulty(Map.of("yuan", "delivery.fault.promised"));
        }
        jdbc.sql("""
                insert into policy_budget (clause, year, region, total_fen, distribution)
                values (:clause, :year, :region, :fen, :distribution)
                on conflict (clause, year) do update set total_fen = excluded.total_fen, distribution = excluded.distribution,
                    version = policy_budget.version + 1
                """)
                .param("clause", clause)
                .param("year", year)
                .param("region", region(known))
                .param("fen", fen)
                .param("distribution", distribution.name())
                .update();
        audit.record(
                "policy-budget.set",
                "policy-budget",
                clause + " " + year,
                before.map(OfClause::totalFen).orElse(null),
                fen,
                null);
        return new Outcome.Done(clause);
    }

    /** The budget as it is, and nobody else promises of it before this transaction ends; made by the clause's terms if need be. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<OfClause> lock(String clause, int year) {
        Terms.BudgetTerms terms = clauses.on(clock.today()).clauses().stream()
                .filter(one -> one.id().equals(clause))
                .reduce((_, last) -> last)
                .map(one -> one.terms().budget())
                .orElse(null);
        if (terms != null) {
            jdbc.sql("""
                    insert into policy_budget (clause, year, region, total_fen, distribution)
                    values (:clause, :year, :region, :fen, :distribution) on conflict do nothing
                    """)
                    .param("clause", clause)
                    .param("year", year)
                    .param("region", region(null))
                    .param(
                            "fen",
                            terms.amount()
                                    .movePointRight(2)
                                    .setScale(0, RoundingMode.FLOOR)
                                    .longValueExact())
                    .param("distribution", distribution(terms).name())
                    .update();
        }
        return jdbc.sql("select * from policy_budget where clause = :clause and year = :year for update")
                .param("clause", clause)
                .param("year", year)
                .query(Budgets::budget)
                .optional();
    }

    private static Distribution distribution(Terms.BudgetTerms terms) {
        return switch (terms.order()) {
            case FIRST_COME -> Distribution.FIRST_COME;
            case PRIORITY -> Distribution.BY_PRIORITY;
            case PRO_RATA -> Distribution.PRO_RATA;
        };
    }

    /** Promises so much more, or takes so much back; the database refuses to promise more than there is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void commit(String clause, int year, long fen) {
        jdbc.sql("""
                update policy_budget set committed_fen = committed_fen + :fen, version = version + 1
                where clause = :clause and year = :year
                """)
                .param("fen", fen)
                .param("clause", clause)
                .param("year", year)
                .update();
    }

    private static String region(@Nullable PolicyClause clause) {
        if (clause != null && !clause.terms().regions().isEmpty()) {
            return clause.terms().regions().getFirst();
        }
        var unit = Callers.current().unit();
        return unit == null ? PROVINCE : unit.code();
    }

    private static OfClause budget(ResultSet row, int number) throws SQLException {
        return new OfClause(
                row.getString("clause"),
                row.getInt("year"),
                row.getLong("total_fen"),
                row.getLong("committed_fen"),
                Distribution.valueOf(row.getString("distribution")),
                row.getInt("version"));
    }
}
