package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.lake.Row;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Compiled.Condition;
import org.diaodu.rules.compile.Compiled.Table;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.sql.BulkQuery;
import org.diaodu.rules.sql.BulkQuery.Output;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A compiled decision as columns. After the keys come the parts of its value ({@code value}, or {@code value.<entry>}, and
 * for lists {@code value[1]} with {@code value[1] in} beside it: is the element there; {@code ?} says whether a list or
 * context is there at all), then for each decision table, if
 * reasons are asked for, {@code rows}, {@code met} and {@code missing}: numbers whose bit i says that row i + 1 matched,
 * that condition i holds, that the value of column i is missing. What does not fit in 62 bits
 * goes on in {@code met_2} and so on; a second table's columns begin with {@code t2_}.
 */
public final class BulkRule {

    private final Compiled compiled;
    private final boolean reasons;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<Expr, List<String>> valueColumns = new IdentityHashMap<>();

    private BulkRule(Compiled compiled, boolean reasons) {
        this.compiled = compiled;
        this.reasons = reasons;
        values(Values.partsWithin("value", compiled.value()));
        if (reasons) {
            for (int i = 0; i < compiled.tables().size(); i++) {
                reasons(i == 0 ? "" : "t" + (i + 1) + "_", compiled.tables().get(i));
            }
        }
    }

    public static BulkRule of(Compiled compiled) {
        return new BulkRule(compiled, true);
    }

    public static BulkRule withoutReasons(Compiled compiled) {
        return new BulkRule(compiled, false);
    }

    /** A column for each part, null where the answer has no such part: a sum over a column is a sum over answers. */
    private void values(List<Values.Part> parts) {
        Exprs exprs = new Exprs();
        for (Values.Part part : parts) {
            Expr expr = part.expr();
            Expr shown = exprs.ifThen(exprs.and(part.within()), expr, exprs.nothing(expr.type()));
            if (!(shown instanceof Constant) || parts.size() == 1) {
                outputs.add(new Output.Value(part.name(), shown));
                valueColumns.computeIfAbsent(expr, key -> new ArrayList<>()).add(part.name());
            }
        }
    }

    private void reasons(String prefix, Table table) {
        masks(prefix + "rows", table.rows().stream().map(Compiled.Row::matches).toList());
        masks(prefix + "met", table.conditions().stream().map(Condition::holds).toList());
        masks(
                prefix + "missing",
                table.columns().stream().map(Compiled.Column::missing).toList());
    }

    private void masks(String name, List<Expr> conditions) {
        int word = 1;
        for (int from = 0; from < conditions.size(); from += BulkQuery.BITS) {
            List<Expr> bits = conditions.subList(from, Math.min(conditions.size(), from + BulkQuery.BITS));
            outputs.add(new Output.Mask(word == 1 ? name : name + "_" + word, bits));
            word++;
        }
    }

    public Compiled compiled() {
        return compiled;
    }

    public boolean hasReasons() {
        return reasons;
    }

    /** The names of the result's columns after the keys. */
    public List<String> columns() {
        return outputs.stream().map(Output::name).toList();
    }

    List<Output> outputs() {
        return outputs;
    }

    List<Output.Value> valueOutputs() {
        return outputs.stream()
                .filter(Output.Value.class::isInstance)
                .map(Output.Value.class::cast)
                .toList();
    }

    /** The statement over a table of cases; its columns are named as the inputs. */
    public String sql(Dialect dialect, String table, List<String> keys) {
        return BulkQuery.of(dialect, table, keys, outputs);
    }

    /** The names of the tables it reads beside that of the cases. */
    public Set<String> childTables() {
        return compiled.tablesOfRows();
    }

    /** The decision's FEEL value in a row of the result. */
    public @Nullable Object value(Row row) {
        return Values.feel(compiled.value(), expr -> {
            if (expr instanceof Constant constant) {
                return constant.value();
            }
            for (String column : Objects.requireNonNull(valueColumns.get(expr))) {
                Object value = read(row, row.column(column), expr);
                if (value != null) { // else it may stand in another part that is there
                    return value;
                }
            }
            return null;
        });
    }

    /** Which rows of the table matched, from 1. */
    public List<Integer> matchedRows(int table, Row row) {
        List<Integer> numbers = new ArrayList<>();
        List<Compiled.Row> rows = compiled.tables().get(table).rows();
        for (int i = 0; i < rows.size(); i++) {
            if (bit(table, "rows", i, row)) {
                numbers.add(rows.get(i).number());
            }
        }
        return numbers;
    }

    /** Does the table's condition at this position hold? */
    public boolean holds(int table, int condition, Row row) {
        return bit(table, "met", condition, row);
    }

    /** Is the value that the table's column at this position tests missing? */
    public boolean isMissing(int table, int column, Row row) {
        return bit(table, "missing", column, row);
    }

    private static boolean bit(int table, String mask, int position, Row row) {
        return (row.whole(mask(table, mask, position)) >> (position % BulkQuery.BITS) & 1) == 1;
    }

    /** The column whose mask holds the bit of this position. */
    static String mask(int table, String mask, int position) {
        int word = position / BulkQuery.BITS + 1;
        return (table == 0 ? "" : "t" + (table + 1) + "_") + mask + (word == 1 ? "" : "_" + word);
    }

    private static @Nullable Object read(Row row, int column, Expr expr) {
        if (row.isNull(column)) {
            return null;
        }
        Kind kind = expr.type().kind();
        return switch (kind) {
            case NUMBER, TIME, MONTHS, SECONDS ->
                expr.type().real()
                        ? (Object) row.real(column)
                        : Objects.<@Nullable BigDecimal>requireNonNull(row.decimal(column));
            case TEXT -> row.text(column);
            case TRUTH -> row.flag(column);
            case DATE -> row.date(column);
            case DATE_TIME -> row.dateTime(column);
            case NOTHING -> null;
        };
    }
}
