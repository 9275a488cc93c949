package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.OutputClause;

/** The order of priority of a table's rows: by the place of their output among the output values, one output only. */
final class Ranks {

    private Ranks() {}

    /** A rank a row, lowest first; null where it cannot be said. */
    static int @Nullable [] of(RuleTable table, TableAnalysis.DeclaredTypes types) {
        if (table.table().getOutput().size() != 1) {
            return null;
        }
        OutputClause output = table.table().getOutput().getFirst();
        String values = output.getOutputValues() == null
                ? null
                : output.getOutputValues().getText();
        values = values == null ? types.named(output.getTypeRef()).allowed() : values;
        CellTest order = values == null ? null : CellTest.of(values);
        if (order == null) {
            return null;
        }
        List<Object> literals = new ArrayList<>(order.literals());
        int[] ranks = new int[table.rows()];
        for (int row = 0; row < ranks.length; row++) {
            FeelText.Parsed cell = FeelText.expression(table.outputText(row, 0), Map.of());
            Object value = cell.node() == null ? null : CellTest.constant(cell.node());
            ranks[row] = value == null ? -1 : literals.indexOf(value);
            if (ranks[row] < 0) {
                return null;
            }
        }
        return ranks;
    }
}
