package org.diaodu.lake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs SQL over columnar tables. Safe for many threads at once. Values are bound, never written into the SQL.
 *
 * <p>Every method throws {@link LakeFault} with code {@code lake.sql} where the engine refuses the statement.
 */
public interface SqlEngine extends AutoCloseable {

    /** Every row of the result, read one after another. */
    <T> List<T> query(String sql, List<?> params, RowReader<T> reader);

    /** The only row of the result, or nothing; more than one is a fault. */
    default <T> Optional<T> queryOne(String sql, List<?> params, RowReader<T> reader) {
        List<T> rows = query(sql, params, reader);
        if (rows.size() > 1) {
            throw new LakeFault(
                    "lake.one-row",
                    "应返回一行，实际 " + rows.size() + " 行：" + sql,
                    "one row expected, " + rows.size() + " came: " + sql);
        }
        return rows.stream().findFirst();
    }

    /** The result in batches of columns, for results of any size. */
    void batches(String sql, List<?> params, Consumer<Batch> reader);

    /** The whole result in arrays, one for each column. */
    default Frame frame(String sql, List<?> params) {
        return frame(sql, params, List.of());
    }

    /**
     * The whole result in arrays, with these text columns coded by the engine: far faster where few values repeat in
     * many rows. The statement runs once more for each of them, so it should be a plain reading of columns.
     */
    Frame frame(String sql, List<?> params, Collection<String> coded);

    /**
     * Makes a table of whole numbers anew, far faster than rows of any type could be added.
     *
     * @param table named by the program, like its columns
     * @return how many rows
     */
    long wholes(String table, List<String> columns, Consumer<WholeSink> rows);

    /** Runs a statement and returns the number of rows it wrote, or 0. */
    long execute(String sql, List<?> params);

    @Override
    void close();
}
