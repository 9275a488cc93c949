package org.diaodu.rules.reasons;

import java.util.List;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Left;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.TableHit;
import org.jspecify.annotations.Nullable;

/**
 * One case's answer, and why.
 *
 * @param tables the decision tables met on the way, in the order in which they are computed; the last is most often the
 *     decision's own
 * @param left why the decision is outside the bulk profile; then there are no tables, but {@code hits}
 * @param hits what the reference engine tells of its tables for a decision outside the profile
 */
public record Explanation(
        String decision,
        Answer answer,
        List<Table> tables,
        @Nullable Left left,
        List<TableHit> hits) {

    public Explanation {
        tables = List.copyOf(tables);
        hits = List.copyOf(hits);
    }

    /**
     * A decision table as the case met it.
     *
     * @param name the decision or knowledge model it stands in
     * @param conditions the different tests of its cells; rows refer to them by position
     * @param nearMisses the rows that came nearest to matching, nearest first, at most {@value NearMisses#MOST}
     */
    public record Table(
            String name, List<Column> columns, List<Condition> conditions, List<Row> rows, List<NearMiss> nearMisses) {

        /** The rows that matched, from 1. */
        public List<Integer> matched() {
            return rows.stream().filter(Row::matched).map(Row::number).toList();
        }
    }

    /**
     * A column of conditions.
     *
     * @param text the input expression as written
     * @param value its FEEL value
     * @param missing the inputs for want of which the value is null
     */
    public record Column(String text, @Nullable Object value, List<String> missing) {}

    /**
     * A test of a column.
     *
     * @param column the column's position, from 0
     * @param text the cell as written
     * @param missing the inputs for want of which it cannot be told
     */
    public record Condition(int column, String text, Verdict verdict, List<String> missing) {}

    /**
     * A row of the table.
     *
     * @param number from 1
     * @param conditions positions in the table's conditions
     * @param outputs the output cells as written
     */
    public record Row(
            int number, List<Integer> conditions, boolean matched, List<String> outputs, List<String> notes) {}

    /** The near misses of all tables, the last table's first. */
    public List<NearMiss> nearMisses() {
        return tables.reversed().stream()
                .flatMap(table -> table.nearMisses().stream())
                .toList();
    }
}
