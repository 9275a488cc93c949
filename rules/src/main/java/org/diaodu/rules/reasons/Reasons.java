package org.diaodu.rules.reasons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/** What the tables of a decision did with one case. */
final class Reasons {

    private final Evaluator.Case one;
    private final Evaluator.Run run;
    private final Units units;

    Reasons(Evaluator.Case one, Evaluator.Run run, Units units) {
        this.one = one;
        this.run = run;
        this.units = units;
    }

    Explanation.Table of(Compiled.Table table) {
        List<Explanation.Column> columns =
                table.columns().stream().map(this::column).toList();
        List<Explanation.Condition> conditions = new ArrayList<>();
        for (Compiled.Condition condition : table.conditions()) {
            conditions.add(condition(condition, columns.get(condition.column()), table));
        }
        List<Explanation.Row> rows = table.rows().stream().map(this::row).toList();
        return new Explanation.Table(
                table.name(), columns, conditions, rows, new NearMisses(table, conditions, one, run, units).nearest());
    }

    private Explanation.Column column(Compiled.Column column) {
        boolean missing = Boolean.TRUE.equals(run.value(column.missing()));
        return new Explanation.Column(
                column.text(),
                isFunctionOrRows(column.subject()) ? null : Values.feel(column.subject(), run::value),
                missing ? missing(List.copyOf(Values.parts("", column.subject()).values())) : List.of());
    }

    private static boolean isFunctionOrRows(Staged value) {
        return value instanceof Staged.Function || value instanceof Staged.Rows;
    }

    private Explanation.Condition condition(
            Compiled.Condition condition, Explanation.Column column, Compiled.Table table) {
        if (Boolean.TRUE.equals(run.value(condition.holds()))) {
            return new Explanation.Condition(condition.column(), condition.text(), Verdict.HOLDS, List.of());
        }
        boolean noValue = Boolean.TRUE.equals(
                run.value(table.columns().get(condition.column()).missing()));
        if (noValue) {
            return new Explanation.Condition(condition.column(), condition.text(), Verdict.UNKNOWN, column.missing());
        }
        boolean unknown = run.value(asked(condition.holds())) == null;
        return new Explanation.Condition(
                condition.column(),
                condition.text(),
                unknown ? Verdict.UNKNOWN : Verdict.FAILS,
                unknown ? missing(List.of(condition.holds())) : List.of());
    }

    /** Without the "is true" that makes a cell's test two-valued. */
    private static Expr asked(Expr holds) {
        return holds instanceof Call call
                        && call.op() == Op.SAME
                        && call.arg(1) instanceof Constant constant
                        && Boolean.TRUE.equals(constant.value())
                ? call.arg(0)
                : holds;
    }

    private Explanation.Row row(Compiled.Row row) {
        return new Explanation.Row(
                row.number(),
                row.conditions(),
                Boolean.TRUE.equals(run.value(row.matches())),
                row.outputs(),
                row.notes());
    }

    // --- what is missing

    private List<String> missing(List<Expr> of) {
        Set<String> found = new LinkedHashSet<>();
        Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        of.forEach(expr -> missing(expr, seen, found));
        return List.copyOf(found);
    }

    private void missing(Expr expr, Set<Expr> seen, Set<String> found) {
        if (!seen.add(expr)) {
            return;
        }
        switch (expr) {
            case Input input -> {
                if (isMissing(input)) {
                    found.add(input.toString());
                }
            }
            case Call call
            when call.op() == Op.IF -> {
                missing(call.arg(0), seen, found);
                missing(call.arg(Boolean.TRUE.equals(run.value(call.arg(0))) ? 1 : 2), seen, found);
            }
            case Call call -> call.args().forEach(arg -> missing(arg, seen, found));
            case Aggregate aggregate -> {
                missing(aggregate.of(), seen, found);
                missing(aggregate.where(), seen, found);
                if (found.isEmpty() && run.value(aggregate) == null) {
                    found.add(aggregate.table());
                }
            }
            case Constant ignored -> {}
        }
    }

    private boolean isMissing(Input input) {
        return input.table().isEmpty()
                ? run.value(input) == null
                : one.rows(input.table()).stream().anyMatch(row -> isNull(row.get(input.name())));
    }

    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }
}
