package org.diaodu.server.pages;

/** A view of a list somebody wants to come back to: a name for an address with its filters and order. */
public record SavedView(long id, String name, String address) {

    /** The path of the list. */
    String list() {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
