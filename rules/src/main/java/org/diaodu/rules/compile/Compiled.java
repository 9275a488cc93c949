package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the typed form.
 *
 * @param value what it gives
 * @param tables the decision tables met on the way, in the order in which they are computed
 */
public record Compiled(RuleModel model, String decision, Staged value, List<Table> tables) {

    /**
     * A decision table as it is used here; a table in a knowledge model appears once for each use.
     *
     * @param name the decision or knowledge model it stands in
     * @param conditions the different tests of its cells, dashes left out
     */
    public record Table(String name, List<Column> columns, List<Condition> conditions, List<Row> rows) {}

    /**
     * A column of conditions.
     *
     * @param text the input expression as written
     * @param subject what its cells test
     * @param missing true where the subject is null: then a condition's answer is not "no", but "unknown"
     */
    public record Column(String text, Staged subject, Expr missing) {}

    /**
     * One test of a column.
     *
     * @param column the column's position, from 0
     * @param text the cell as written
     * @param holds true or false, never null
     */
    public record Condition(int column, String text, Test test, Expr holds) {}

    /**
     * A row of a table.
     *
     * @param number from 1
     * @param conditions positions in the table's conditions
     * @param matches true or false, never null
     * @param outputs the output cells as written
     */
    public record Row(int number, List<Integer> conditions, Expr matches, List<String> outputs, List<String> notes) {}

    /** Every input the decision asks for, those of child tables too, in order of first use. */
    public Set<Input> inputs() {
        Set<Input> found = new LinkedHashSet<>();
        everything().forEach(expr -> {
            if (expr instanceof Input input) {
                found.add(input);
            }
        });
        return found;
    }

    /** The child tables that are summarised. */
    public Set<String> tablesOfRows() {
        Set<String> found = new LinkedHashSet<>();
        everything().forEach(expr -> {
            if (expr instanceof Aggregate aggregate) {
                found.add(aggregate.table());
            }
        });
        return found;
    }

    private Set<Expr> everything() {
        Set<Expr> seen = new LinkedHashSet<>();
        roots().forEach(root -> walk(root, seen));
        return seen;
    }

    /** Every expression the decision and its reasons are made of. */
    public List<Expr> roots() {
        List<Expr> roots = new ArrayList<>(Values.parts("value", value).values());
        for (Table table : tables) {
            table.columns().forEach(column -> roots.add(column.missing()));
            table.conditions().forEach(condition -> roots.add(condition.holds()));
            table.rows().forEach(row -> roots.add(row.matches()));
        }
        return roots;
    }

    /** A long table is a long chain of choices: it is walked, not descended. */
    private static void walk(Expr root, Set<Expr> seen) {
        @Nullable Expr next = root;
        while (next != null && seen.add(next)) {
            Expr expr = next;
            next = null;
            switch (expr) {
                case Call call
                when call.op() == Op.IF -> {
                    walk(call.arg(0), seen);
                    walk(call.arg(1), seen);
                    next = call.arg(2);
                }
                case Call call -> call.args().forEach(arg -> walk(arg, seen));
                case Aggregate aggregate -> {
                    walk(aggregate.of(), seen);
                    walk(aggregate.where(), seen);
                }
                case Input ignored -> {}
                case Expr.Constant ignored -> {}
            }
        }
    }
}
