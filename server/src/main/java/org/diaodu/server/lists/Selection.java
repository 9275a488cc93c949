package org.diaodu.server.lists;

import org.diaodu.server.pages.Address;

/** What of a list is asked for: its filter, and the address that names order and page. */
public record Selection<F>(F filter, Address asked) {

    /** In the usual order. */
    public static <F> Selection<F> of(F filter) {
        return new Selection<>(filter, Address.of(""));
    }

    /** In the order of this name. */
    public Selection<F> by(String order) {
        return new Selection<>(filter, asked.with("sort", order));
    }
}
