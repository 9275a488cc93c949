package org.diaodu.server.returns;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies the rules to many returns of a period at once, each against its own past. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Judging {

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final PastReturns past;
    private final Checks checks;

    Judging(JdbcClient jdbc, Enterprises enterprises, PastReturns past, Checks checks) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.past = past;
        this.checks = checks;
    }

    /** What came of a batch: the judged returns in their order, and the credit codes that are not in the list. */
    record Outcome(List<Judged> judged, List<String> notInTheList) {}

    Outcome judge(Period period, List<ReturnRow> rows, boolean withRules) {
        Map<String, Registered> known = enterprises.byCreditCode(
                rows.stream().map(ReturnRow::creditCode).toList(), period.last());
        List<Long> ids = known.values().stream().map(Registered::id).toList();
        Bench bench = bench(period, ids, withRules);
        List<Judged> judged = new ArrayList<>(rows.size());
        List<String> missing = new ArrayList<>();
        for (ReturnRow row : rows) {
            Registered enterprise = known.get(row.creditCode());
            if (enterprise == null) {
                missing.add(row.creditCode());
                continue;
            }
            judged.add(bench.judge(enterprise, row));
        }
        return new Outcome(judged, missing);
    }

    /** Judges the return of one enterprise that is known already. */
    Judged judgeOne(Period period, Registered enterprise, ReturnRow row) {
        return bench(period, List.of(enterprise.id()), true).judge(enterprise, row);
    }

    private Bench bench(Period period, List<Long> ids, boolean withRules) {
        return new Bench(
                period,
                standing(period, ids),
                withRules ? past.before(period, ids) : Map.of(),
                withRules ? newPlants(period, ids) : Set.of(),
                withRules ? checks.of(period) : null);
    }

    /** What is needed to judge the returns of a batch. */
    private record Bench(
            Period period,
            Map<Long, Judged.Standing> standing,
            Map<Long, Past> before,
            Set<Long> newPlants,
            @Nullable Validation validation) {

        Judged judge(Registered enterprise, ReturnRow row) {
            Past own = before.getOrDefault(enterprise.id(), Past.NONE);
            ReturnFacts facts = new ReturnFacts(
                    period,
                    row.figures(),
                    own.previous(),
                    own.lastYear(),
                    own.history(),
                    newPlants.contains(enterprise.id()));
            List<Finding> findings = validation == null ? List.of() : validation.judge(facts, row.explanations());
            return new Judged(enterprise, row, row.digest(), standing.get(enterprise.id()), findings);
        }
    }

    Map<Long, Judged.Standing> standing(Period period, Collection<Long> ids) {
        Map<Long, Judged.Standing> found = new HashMap<>();
        jdbc.sql("""
                select enterprise_id, id, version, state, digest from filing
                where current and period = :period and enterprise_id = any(:ids)
                """)
                .param("period", period.iso())
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            row.getLong(1),
                            new Judged.Standing(
                                    row.getLong(2), row.getInt(3), ReturnState.of(row.getString(4)), row.getString(5)));
                });
        return found;
    }

    /** Plants that entered the list as new within the twelve months up to the period's end: they had no last year. */
    Set<Long> newPlants(Period period, Collection<Long> ids) {
        YearMonth last = period.last();
        return new HashSet<>(jdbc.sql("""
                select enterprise_id from list_change
                where kind = 'NEW_PLANT' and enterprise_id = any(:ids) and effective > :after and effective <= :until
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("after", last.minusYears(1).atDay(1))
                .param("until", last.atDay(1))
                .query(Long.class)
                .list());
    }
}
