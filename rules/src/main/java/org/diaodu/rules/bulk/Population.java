package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.diaodu.lake.Row;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.sql.BulkQuery;
import org.diaodu.rules.sql.BulkQuery.Output;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What a decision's tables did with all cases: how many matched each row, and how many a single condition kept from a row.
 *
 * @param cases the number of cases
 */
public record Population(long cases, List<TableCount> tables) {

    /** Conditions for which margins are counted, over all rows of a table; a larger table has its matches only. */
    static final int MOST_MARGINS = 3_000;

    private static final int AT_ONCE = 60;
    private static final AtomicLong NUMBER = new AtomicLong();

    /**
     * A table.
     *
     * @param name the decision or knowledge model it stands in
     */
    public record TableCount(String name, List<RowCount> rows) {}

    /**
     * A row.
     *
     * @param row its number, from 1
     * @param matched the cases it matched
     * @param margins its conditions, each with the cases that it alone kept from the row
     */
    public record RowCount(int row, long matched, List<Margin> margins) {}

    /**
     * A condition that alone was not met.
     *
     * @param condition its position in the table's conditions
     * @param cases how many it kept from the row by a "no"
     * @param missing how many it kept from the row because its column's value is missing
     * @param distances how far off the cases are, where the condition is one of numbers or dates
     */
    public record Margin(
            int condition,
            String column,
            String text,
            long cases,
            long missing,
            @Nullable Distances distances) {}

    /** Distances to the nearest value that would do, in the column's own unit (days for dates). */
    public record Distances(
            long count,
            BigDecimal least,
            BigDecimal quarter,
            BigDecimal median,
            BigDecimal threeQuarters,
            BigDecimal greatest) {}

    /**
     * Counts on DuckDB.
     *
     * @param source the table of the cases, its columns named as the inputs
     * @param keys its columns that identify a case
     */
    public static Population of(BulkRule rule, SqlEngine engine, String source, List<String> keys) {
        return new Count(rule, engine, source, keys).run();
    }

    /** One count: the result is kept in a table while it is asked. */
    private static final class Count {

        private final DuckDbDialect dialect = new DuckDbDialect();
        private final String result = dialect.quoted("_population_" + NUMBER.incrementAndGet());
        private final BulkRule rule;
        private final SqlEngine engine;
        private final String source;
        private final List<String> keys;

        Count(BulkRule rule, SqlEngine engine, String source, List<String> keys) {
            this.rule = rule;
            this.engine = engine;
            this.source = source;
            this.keys = keys;
        }

        Population run() {
            List<Output> outputs = new ArrayList<>(rule.outputs());
            List<List<@Nullable Expr>> distances = new ArrayList<>();
            for (Compiled.Table table : rule.compiled().tables()) {
                List<@Nullable Expr> ofTable = new ArrayList<>();
                for (int i = 0; i < table.conditions().size(); i++) {
                    Expr distance = margins(table)
                            ? Distance.of(table, table.conditions().get(i))
                            : null;
                    ofTable.add(distance);
                    if (distance != null) {
                        outputs.add(new Output.Value(distance(distances.size(), i), distance));
                    }
                }
                distances.add(ofTable);
            }
            engine.execute("CREATE TABLE " + result + " AS " + BulkQuery.of(dialect, source, keys, outputs), List.of());
            try {
                long cases = engine.queryOne("SELECT count(*) FROM " + result, List.of(), row -> row.whole(0))
                        .orElse(0L);
                List<TableCount> tables = new ArrayList<>();
                for (int i = 0; i < distances.size(); i++) {
                    tables.add(table(i, distances.get(i)));
                }
                return new Population(cases, tables);
            } finally {
                engine.execute("DROP TABLE " + result, List.of());
            }
        }

        private static boolean margins(Compiled.Table table) {
            return table.rows().stream()
                            .mapToInt(row -> row.conditions().size())
                            .sum()
                    <= MOST_MARGINS;
        }

        private static String distance(int table, int condition) {
            return "_distance_" + (table + 1) + "_" + (condition + 1);
        }

        private TableCount table(int table, List<@Nullable Expr> distances) {
            Compiled.Table compiled = rule.compiled().tables().get(table);
            List<Long> matched = matched(table, compiled);
            List<RowCount> rows = new ArrayList<>();
            for (int from = 0; from < compiled.rows().size(); from += AT_ONCE) {
                List<Compiled.Row> some =
                        compiled.rows().subList(from, Math.min(compiled.rows().size(), from + AT_ONCE));
                List<List<Margin>> margins = margins(compiled) ? margins(table, compiled, some, distances) : List.of();
                for (int i = 0; i < some.size(); i++) {
                    rows.add(new RowCount(
                            some.get(i).number(),
                            matched.get(from + i),
                            margins.isEmpty() ? List.of() : margins.get(i)));
                }
            }
            return new TableCount(compiled.name(), rows);
        }

        private List<Long> matched(int table, Compiled.Table compiled) {
            List<Long> all = new ArrayList<>();
            for (int from = 0; from < compiled.rows().size(); from += 500) {
                int to = Math.min(compiled.rows().size(), from + 500);
                List<String> counts = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    counts.add("count(*) FILTER (WHERE " + set(table, "rows", i, true) + ")");
                }
                engine.query("SELECT " + String.join(", ", counts) + " FROM " + result, List.of(), row -> {
                    for (int i = 0; i < counts.size(); i++) {
                        all.add(row.whole(i));
                    }
                    return true;
                });
            }
            return all;
        }

        private String set(int table, String mask, int position, boolean set) {
            return "(" + dialect.quoted(BulkRule.mask(table, mask, position)) + " & "
                    + (1L << (position % BulkQuery.BITS)) + ") " + (set ? "<> 0" : "= 0");
        }

        private List<List<Margin>> margins(
                int table, Compiled.Table compiled, List<Compiled.Row> rows, List<@Nullable Expr> distances) {
            List<String> columns = new ArrayList<>();
            for (Compiled.Row row : rows) {
                for (int condition : row.conditions()) {
                    String only = onlyFailing(table, row, condition);
                    int column = compiled.conditions().get(condition).column();
                    String no = only + " AND " + set(table, "missing", column, false);
                    columns.add("count(*) FILTER (WHERE " + no + ")");
                    columns.add("count(*) FILTER (WHERE " + only + " AND " + set(table, "missing", column, true) + ")");
                    if (distances.get(condition) != null) {
                        String distance = dialect.quoted(distance(table, condition));
                        columns.add("count(" + distance + ") FILTER (WHERE " + no + ")");
                        for (String part : List.of("0", "0.25", "0.5", "0.75", "1")) {
                            columns.add("quantile_disc(" + distance + ", " + part + ") FILTER (WHERE " + no + ")");
                        }
                    }
                }
            }
            if (columns.isEmpty()) {
                return rows.stream().map(row -> List.<Margin>of()).toList();
            }
            return engine.queryOne(
                            "SELECT " + String.join(",\n  ", columns) + "\nFROM " + result,
                            List.of(),
                            row -> read(row, compiled, rows, distances))
                    .orElseThrow();
        }

        private String onlyFailing(int table, Compiled.Row row, int failing) {
            List<String> parts = new ArrayList<>();
            for (int condition : row.conditions()) {
                parts.add(set(table, "met", condition, condition != failing));
            }
            return String.join(" AND ", parts);
        }

        private static List<List<Margin>> read(
                Row row, Compiled.Table compiled, List<Compiled.Row> rows, List<@Nullable Expr> distances) {
            List<List<Margin>> all = new ArrayList<>();
            int at = 0;
            for (Compiled.Row one : rows) {
                List<Margin> margins = new ArrayList<>();
                for (int position : one.conditions()) {
                    Compiled.Condition condition = compiled.conditions().get(position);
                    long no = row.whole(at++);
                    long missing = row.whole(at++);
                    Distances spread = null;
                    if (distances.get(position) != null) {
                        spread = spread(row, at);
                        at += 6;
                    }
                    margins.add(new Margin(
                            position,
                            compiled.columns().get(condition.column()).text(),
                            condition.text(),
                            no,
                            missing,
                            spread));
                }
                all.add(margins);
            }
            return all;
        }

        private static @Nullable Distances spread(Row row, int at) {
            long count = row.whole(at);
            return count == 0
                    ? null
                    : new Distances(
                            count,
                            number(row, at + 1),
                            number(row, at + 2),
                            number(row, at + 3),
                            number(row, at + 4),
                            number(row, at + 5));
        }

        private static BigDecimal number(Row row, int at) {
            BigDecimal number = row.decimal(at);
            return number == null ? BigDecimal.ZERO : number;
        }
    }
}
