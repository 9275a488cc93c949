package org.diaodu.rules.bulk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Kind;

/**
 * Many compiled decisions over the same cases, each with its reasons, in long form: a row for every case and rule with
 * the case's key, the rule's {@code number}, and {@code amount}, {@code rows}, {@code met} and {@code missing} as {@link
 * BulkRule} has its value and its masks. For decisions that give one number and have one table of at most 31 rows, columns and
 * conditions.
 */
public final class BulkRun {

    /** Rules in one statement: more of them cost planning time, fewer leave each statement too little to do. */
    public static final int AT_ONCE = 5;

    /** Bits of a mask here: half the width of {@link BulkRule}'s, as hundreds of millions of rows are written. */
    private static final int BITS = 31;

    /** Different values up to which a column is written by a dictionary: enough for the masks of most rules, not for keys. */
    private static final int DICTIONARY = 1_000;

    private BulkRun() {}

    /** A rule and the number it has in the result. */
    public record Numbered(int number, BulkRule rule) {}

    /** Can its answers stand in the long form? */
    public static boolean takes(BulkRule rule) {
        return rule.hasReasons()
                && rule.compiled().value() instanceof Scalar(Expr value)
                && value.is(Kind.NUMBER)
                && rule.columns().equals(List.of("value", "rows", "met", "missing"))
                && rule.compiled().tables().stream()
                        .allMatch(table -> table.rows().size() <= BITS
                                && table.columns().size() <= BITS
                                && table.conditions().size() <= BITS);
    }

    /**
     * The select that gives the long form of these rules.
     *
     * @param table the table of the cases
     * @param key its column that identifies a case
     */
    public static String sql(Dialect dialect, String table, String key, List<Numbered> rules) {
        List<String> selects = new ArrayList<>();
        for (Numbered each : rules) {
            if (!takes(each.rule())) {
                throw new IllegalArgumentException(
                        "rule " + each.number() + " gives more than one number and one table's reasons: "
                                + each.rule().columns());
            }
            selects.add("SELECT " + dialect.quoted(key) + ", CAST(" + each.number() + " AS INT) AS number,"
                    + " CAST(value AS DECIMAL(18, 2)) AS amount, CAST(rows AS INT) AS rows, CAST(met AS INT) AS met,"
                    + " CAST(missing AS INT) AS missing\nFROM ("
                    + each.rule().sql(dialect, table, List.of(key)) + ") AS r");
        }
        return String.join("\nUNION ALL\n", selects);
    }

    /** The rules in groups of so many, for a statement each. */
    public static List<List<Numbered>> groups(List<Numbered> rules, int atOnce) {
        List<List<Numbered>> groups = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += atOnce) {
            groups.add(rules.subList(from, Math.min(rules.size(), from + atOnce)));
        }
        return groups;
    }

    /**
     * Runs all rules on DuckDB and writes their answers as Parquet files into the folder, one for each statement, with the
     * rows in no order: to keep one, several threads would have to hold back what they have and write it in turn.
     */
    public static void toParquet(
            SqlEngine engine,
            Dialect dialect,
            String table,
            String key,
            List<Numbered> rules,
            int atOnce,
            Path folder) {
        for (List<Numbered> group : groups(rules, atOnce)) {
            String file = folder.resolve(
                            "rules-%05d.parquet".formatted(group.getFirst().number()))
                    .toString();
            engine.execute(
                    "COPY (" + sql(dialect, table, key, group) + ") TO '" + file.replace("'", "''")
                            + "' (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION lz4, PRESERVE_ORDER false,"
                            + " DICTIONARY_SIZE_LIMIT " + DICTIONARY + ")",
                    List.of());
        }
    }
}
