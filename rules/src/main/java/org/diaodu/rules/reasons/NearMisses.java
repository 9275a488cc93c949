package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Test;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a table that came nearest to matching one case. */
final class NearMisses {

    static final int MOST = 20;

    private final Compiled.Table table;
    private final List<Explanation.Condition> verdicts;
    private final Evaluator.Case one;
    private final Evaluator.Run run;
    private final Units units;
    private final Map<Integer, Shortfall> known = new HashMap<>();

    NearMisses(
            Compiled.Table table,
            List<Explanation.Condition> verdicts,
            Evaluator.Case one,
            Evaluator.Run run,
            Units units) {
        this.table = table;
        this.verdicts = verdicts;
        this.one = one;
        this.run = run;
        this.units = units;
    }

    /** A row with the number of its conditions that were not met. */
    private record Unmet(Compiled.Row row, int conditions) {}

    /** Fewest conditions not met first, then least distance in relation to what is wanted. */
    List<NearMiss> nearest() {
        List<Unmet> rows = new ArrayList<>();
        for (Compiled.Row row : table.rows()) {
            int unmet = 0;
            for (int condition : row.conditions()) {
                unmet += verdicts.get(condition).verdict() == Verdict.HOLDS ? 0 : 1;
            }
            if (unmet > 0) {
                rows.add(new Unmet(row, unmet));
            }
        }
        rows.sort(Comparator.comparingInt(Unmet::conditions));
        if (rows.size() > MOST) {
            int last = rows.get(MOST - 1).conditions();
            rows = rows.stream().filter(row -> row.conditions() <= last).toList();
        }
        record Ranked(NearMiss miss, int conditions, double distance) {}
        return rows.stream()
                .map(unmet -> {
                    NearMiss miss = miss(unmet.row());
                    double distance = miss.shortfalls().stream()
                            .mapToDouble(shortfall -> shortfall.change().relative())
                            .sum();
                    return new Ranked(miss, unmet.conditions(), distance);
                })
                .sorted(Comparator.comparingInt(Ranked::conditions).thenComparingDouble(Ranked::distance))
                .limit(MOST)
                .map(Ranked::miss)
                .toList();
    }

    private NearMiss miss(Compiled.Row row) {
        List<Shortfall> shortfalls = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (int condition : row.conditions()) {
            switch (verdicts.get(condition).verdict()) {
                case HOLDS -> {}
                case UNKNOWN -> missing.addAll(verdicts.get(condition).missing());
                case FAILS -> shortfalls.add(known.computeIfAbsent(condition, this::shortfall));
            }
        }
        return new NearMiss(table.name(), row.number(), row.outputs(), shortfalls, List.copyOf(missing));
    }

    private Shortfall shortfall(int position) {
        Compiled.Condition condition = table.conditions().get(position);
        Compiled.Column column = table.columns().get(condition.column());
        if (!(column.subject() instanceof Staged.Scalar(Expr subject))) {
            return new Shortfall(column.text(), condition.text(), null, new Change.Holding(), List.of());
        }
        Object value = run.value(subject);
        Accepted accepted = Accepted.of(condition.test(), run);
        Change change = new Change.Holding();
        List<Change.OfInput> ofInputs = List.of();
        if (value instanceof Boolean truth) {
            change = new Change.Truth(!truth);
        } else if (value instanceof LocalDate date && accepted != null) {
            change = date(date, accepted);
        } else if (value instanceof BigDecimal number && subject.is(Kind.NUMBER) && accepted != null) {
            Accepted.End end = nearest(accepted, number);
            if (end != null && end.bound() instanceof BigDecimal bound) {
                change = number(subject, number, end, bound);
                ofInputs = subject instanceof Input ? List.of() : ofInputs(subject, end, bound, condition);
            }
        } else if (value instanceof String) {
            change = listed(condition.test());
        }
        return new Shortfall(
                column.text(),
                condition.text(),
                Values.feel(value, subject.type().kind()),
                change,
                ofInputs);
    }

    private static Accepted.@Nullable End nearest(Accepted accepted, BigDecimal value) {
        List<Accepted.End> ends = accepted.ends(
                value,
                Comparator.comparing(end -> end.bound() instanceof BigDecimal bound
                        ? bound.subtract(value).abs()
                        : BigDecimal.ZERO));
        return ends.isEmpty() ? null : ends.getFirst();
    }

    /** An exclusive bound is a step of the declared scale further; a quotient has no such step. */
    private static Change number(Expr subject, BigDecimal value, Accepted.End end, BigDecimal bound) {
        boolean share = subject instanceof Call call
                && call.op() == Op.DIVIDE
                && bound.abs().compareTo(BigDecimal.ONE) < 0;
        boolean stepped = subject.type().exact() && !subject.type().real();
        if (end.in() || !stepped) {
            return new Change.Number(value, bound, !end.in(), share);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(subject.type().scale());
        return new Change.Number(value, end.up() ? bound.add(unit) : bound.subtract(unit), false, share);
    }

    private static Change date(LocalDate value, Accepted accepted) {
        List<Accepted.End> ends = accepted.ends(
                value,
                Comparator.comparingLong(end -> end.bound() instanceof LocalDate bound
                        ? Math.abs(ChronoUnit.DAYS.between(value, bound))
                        : Long.MAX_VALUE));
        if (ends.isEmpty() || !(ends.getFirst().bound() instanceof LocalDate bound)) {
            return new Change.Holding();
        }
        Accepted.End end = ends.getFirst();
        return new Change.Date(value, end.in() ? bound : bound.plusDays(end.up() ? 1 : -1));
    }

    private Change listed(Test test) {
        List<Object> texts = new ArrayList<>();
        boolean refused = test instanceof Test.Not;
        if (gathered(test instanceof Test.Not(Test negated) ? negated : test, texts)) {
            return refused ? new Change.NoneOf(texts) : new Change.OneOf(texts);
        }
        if (test instanceof Test.Compared(Test.Relation relation, Expr bound)
                && relation == Test.Relation.OTHER
                && run.value(bound) instanceof String text) {
            return new Change.NoneOf(List.of(text));
        }
        return new Change.Holding();
    }

    private boolean gathered(Test test, List<Object> into) {
        return switch (test) {
            case Test.AnyOf(List<Test> tests) -> tests.stream().allMatch(inner -> gathered(inner, into));
            case Test.Compared(Test.Relation relation, Expr bound)
            when relation == Test.Relation.SAME -> {
                if (run.value(bound) instanceof String text) {
                    into.add(text);
                }
                yield true;
            }
            default -> false;
        };
    }

    // --- in the unit of an input

    /** Only what makes the condition really hold is given. */
    private List<Change.OfInput> ofInputs(
            Expr subject, Accepted.End end, BigDecimal bound, Compiled.Condition condition) {
        List<Change.OfInput> changes = new ArrayList<>();
        for (Inversion.Goal goal : new Inversion(run).solve(subject, bound, end.up(), end.in())) {
            Input input = goal.input();
            BigDecimal to = goal.nearest();
            if (input.table().isEmpty()
                    && run.value(input) instanceof BigDecimal from
                    && Boolean.TRUE.equals(
                            CaseRule.EVALUATOR.run(with(input.name(), to)).value(condition.holds()))) {
                changes.add(new Change.OfInput(
                        input.name(), new Change.Number(from, to, false, false), units.of(input.name())));
            }
        }
        return changes;
    }

    private Evaluator.Case with(String changed, BigDecimal value) {
        return new Evaluator.Case() {
            @Override
            public @Nullable Object value(String input) {
                return input.equals(changed) ? value : one.value(input);
            }

            @Override
            public List<Map<String, @Nullable Object>> rows(String name) {
                return one.rows(name);
            }
        };
    }
}
