package org.diaodu.server.lists;

import org.diaodu.server.database.LastLook;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list of so many rows that to count them takes longer than to show a page: they are counted again once something was
 * written, for all to whom the same rows are shown together.
 */
public abstract class LongListing<F, R> extends Listing<F, R> {

    private final LastLook<Counted<F>, Long> counts = new LastLook<>();

    private record Counted<F>(Object sight, F filter) {}

    protected LongListing(JdbcClient jdbc, String counted, String lines, Orders orders) {
        super(jdbc, counted, lines, orders);
    }

    /** What decides which rows the caller sees; equal for two to whom the same are shown. */
    protected abstract Object sight();

    @Override
    public long count(F filter) {
        return counts.get(new Counted<>(sight(), filter), () -> super.count(filter));
    }
}
