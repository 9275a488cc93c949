package org.diaodu.server.policies.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.MissingFact;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Verdict;
import org.diaodu.rules.reasons.Shortfall;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.database.LastLook;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.KnownSubject;
import org.diaodu.server.policies.SubjectFacts;
import org.diaodu.server.policies.offer.Judge;
import org.diaodu.standards.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Policies in force that nobody in a unit can get, and what most often stands in the way. */
@Component
@Transactional(readOnly = true)
public class Unreached {

    /** How many enterprises are asked what stands in the way, evenly from all of the unit. */
    static final int ASKED = 200;

    private final JdbcClient jdbc;
    private final ClausesInForce clauses;
    private final SubjectFacts facts;
    private final Judge judge;
    private final BusinessClock clock;
    private final LastLook<Key, List<Line>> looks = new LastLook<>();

    Unreached(JdbcClient jdbc, ClausesInForce clauses, SubjectFacts facts, Judge judge, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clauses = clauses;
        this.facts = facts;
        this.judge = judge;
        this.clock = clock;
    }

    private record Key(Scope scope, String unit, LocalDate day) {}

    /**
     * A policy nobody gets.
     *
     * @param obstacle the condition or the missing fact most of those asked fail by; empty where the unit has no such subject
     * @param missing whether it is a fact nobody knows, and not a condition that fails
     * @param stopped how many of {@code asked} subjects it stops
     */
    public record Line(
            String clause, String title, String titleEn, String obstacle, boolean missing, int stopped, int asked) {}

    /** By what most are stopped at, first. */
    public List<Line> of(Unit unit) {
        return looks.get(new Key(Callers.current().scope(), unit.code(), clock.today()), () -> look(unit));
    }

    private List<Line> look(Unit unit) {
        LocalDate day = clock.today();
        List<String> reached = jdbc.sql("""
                select distinct clause from match_verdict
                where starts_with(region, :prefix) and verdict in ('ENTITLED', 'RECEIVED', 'OUTDONE')
                union select clause from entitlement
                where starts_with(region, :prefix) and year = :year and state <> 'LAPSED'
                """)
                .param("prefix", unit.prefix())
                .param("year", day.getYear())
                .query(String.class)
                .list();
        List<KnownSubject> subjects = facts.of(asked(unit, day), day);
        List<Line> lines = new ArrayList<>();
        for (PolicyClause clause : clauses.on(day).inForce(day)) {
            if (!reached.contains(clause.id()) && speaksOf(clause, unit)) lines.add(line(clause, subjects, day));
        }
        lines.sort(Comparator.comparingInt((Line line) -> -line.stopped()).thenComparing(Line::clause));
        return lines;
    }

    private List<Long> asked(Unit unit, LocalDate day) {
        return jdbc.sql("""
                select enterprise_id from (
                    select enterprise_id, row_number() over (order by enterprise_id) as at, count(*) over () as all_of_them
                    from enterprise_attributes
                    where starts_with(region, :prefix) and valid_from <= :day and (valid_to is null or valid_to > :day)) numbered
                where at % greatest(1, all_of_them / :asked) = 0
                order by at limit :asked
                """)
                .param("prefix", unit.prefix())
                .param("day", day)
                .param("asked", ASKED)
                .query(Long.class)
                .list();
    }

    /** Whether the clause is for this unit, a part of it or all around it. */
    private static boolean speaksOf(PolicyClause clause, Unit unit) {
        return clause.terms().regions().isEmpty()
                || clause.terms().regions().stream()
                        .anyMatch(region ->
                                Regions.bundled().isWithin(unit.code(), region) || region.startsWith(unit.prefix()));
    }

    private Line line(PolicyClause clause, List<KnownSubject> subjects, LocalDate day) {
        OneMatch match = judge.match(clause.id(), day);
        Map<String, Integer> failing = new HashMap<>();
        Map<String, Integer> unknown = new HashMap<>();
        int asked = 0;
        for (KnownSubject subject : subjects) {
            try {
                switch (match.match(subject.subject(), day).verdict()) {
                    case Verdict.NotEntitled not -> {
                        asked++;
                        if (not.nearMisses().isEmpty()) continue;
                        for (Shortfall one : not.nearMisses().getFirst().shortfalls()) {
                            failing.merge(one.column() + " " + one.test(), 1, Integer::sum);
                        }
                    }
                    case Verdict.NeedsFacts needs -> {
                        asked++;
                        for (MissingFact one : needs.missing()) unknown.merge(one.name(), 1, Integer::sum);
                    }
                    case Verdict.Entitled _ -> asked++;
                    case Verdict.OutOfScope _ -> {}
                }
            } catch (PolicyFault _) {
                asked++;
            }
        }
        Map.Entry<String, Integer> condition = most(failing);
        Map.Entry<String, Integer> fact = most(unknown);
        boolean missing = fact.getValue() > condition.getValue();
        Map.Entry<String, Integer> obstacle = missing ? fact : condition;
        return new Line(
                clause.id(),
                clause.text().title(),
                clause.text().titleEn().isEmpty()
                        ? clause.text().title()
                        : clause.text().titleEn(),
                obstacle.getKey(),
                missing,
                obstacle.getValue(),
                asked);
    }

    private static Map.Entry<String, Integer> most(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElse(Map.entry("", 0));
    }
}
