package org.diaodu.server.lists;

import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.pages.Pager;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;

/**
 * A list of the rows the caller sees: filtered, sorted, a page at a time or all of them. In its statements stand
 * <code>{where}</code>, <code>{order}</code> and <code>{page}</code> for what is asked for.
 */
@Transactional(readOnly = true)
public abstract class Listing<F, R> {

    protected final JdbcClient jdbc;
    private final String counted;
    private final String lines;
    private final Orders orders;

    protected Listing(JdbcClient jdbc, String counted, String lines, Orders orders) {
        this.jdbc = jdbc;
        this.counted = counted;
        this.lines = lines;
        this.orders = orders;
    }

    protected abstract Conditions conditions(F filter);

    /** How a row is read; asked once for all rows. */
    protected abstract RowMapper<R> reader();

    public long count(F filter) {
        Conditions conditions = conditions(filter);
        return statement(counted, conditions).query(Long.class).single();
    }

    /** The page asked for, or the nearest there is. */
    public Page<R> page(Selection<F> selection) {
        Pager pager = Pager.of(selection.asked(), Page.SIZE, count(selection.filter()));
        return new Page<>(rows(selection, (pager.number() - 1L) * Page.SIZE, Page.SIZE), pager);
    }

    /** The first rows, at most so many. */
    public List<R> first(Selection<F> selection, int most) {
        return rows(selection, 0, most);
    }

    /** Hands over every row, one after another. */
    public void each(Selection<F> selection, Consumer<R> consumer) {
        RowMapper<R> reader = reader();
        lines(selection, "").query(row -> {
            consumer.accept(reader.mapRow(row, 0));
        });
    }

    private List<R> rows(Selection<F> selection, long skip, int most) {
        return lines(selection, "limit :most offset :skip")
                .param("most", most)
                .param("skip", skip)
                .query(reader())
                .list();
    }

    private StatementSpec lines(Selection<F> selection, String page) {
        String sorted = lines.replace("{order}", "order by " + orders.sql(selection.asked()))
                .replace("{page}", page);
        return statement(sorted, conditions(selection.filter()));
    }

    private StatementSpec statement(String sql, Conditions conditions) {
        return jdbc.sql(sql.replace("{where}", conditions.sql())).params(conditions.values());
    }
}
