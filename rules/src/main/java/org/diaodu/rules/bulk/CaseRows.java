package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** A handful of cases written into a statement, for trying rules on them without a table. */
public final class CaseRows {

    private CaseRows() {}

    /**
     * A select that gives these rows, with a column {@code case} counting from 0.
     *
     * @param inputs the columns
     * @param rows values as the typed form keeps them, by input name
     */
    public static String sql(Dialect dialect, List<Input> inputs, List<Map<String, @Nullable Object>> rows) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            selects.add("SELECT " + cells(dialect, i, inputs, rows.get(i)));
        }
        return String.join("\nUNION ALL ", selects);
    }

    /** A select that gives the rows of a child table, each under the number of the case it belongs to. */
    public static String children(
            Dialect dialect, List<Input> inputs, List<List<Map<String, @Nullable Object>>> rowsOfCases) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < rowsOfCases.size(); i++) {
            for (Map<String, @Nullable Object> row : rowsOfCases.get(i)) {
                selects.add("SELECT " + cells(dialect, i, inputs, row));
            }
        }
        return selects.isEmpty()
                ? "SELECT " + cells(dialect, 0, inputs, Map.of()) + " WHERE FALSE"
                : String.join("\nUNION ALL ", selects);
    }

    private static String cells(Dialect dialect, int number, List<Input> inputs, Map<String, @Nullable Object> row) {
        List<String> cells = new ArrayList<>();
        cells.add("CAST(" + number + " AS BIGINT) AS " + dialect.quoted("case"));
        for (Input input : inputs) {
            cells.add(dialect.typed(new Exprs().constant(fitted(row.get(input.name())), input.type())) + " AS "
                    + dialect.quoted(input.name()));
        }
        return String.join(", ", cells);
    }

    private static @Nullable Object fitted(@Nullable Object value) {
        return value instanceof BigDecimal number ? Type.plain(number) : value;
    }
}
