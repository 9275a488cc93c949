package org.diaodu.server.lists;

import java.util.HashMap;
import java.util.Map;
import org.diaodu.server.pages.Address;

/** The orders a list may stand in, by the names addresses give them; any other name means the usual one. Immutable. */
public final class Orders {

    private final String usual;
    private final Map<String, String> columns;
    private final String ascending;
    private final String descending;
    private final boolean latestFirst;

    private Orders(
            String usual, Map<String, String> columns, String ascending, String descending, boolean latestFirst) {
        this.usual = usual;
        this.columns = columns;
        this.ascending = ascending;
        this.descending = descending;
        this.latestFirst = latestFirst;
    }

    /** A list that always stands in one order. */
    public static Orders always(String columns) {
        return new Orders(columns, Map.of(), "", "", false);
    }

    public static Orders usually(String name, String column) {
        return new Orders(column, Map.of(), "", " desc", false).or(name, column);
    }

    public Orders or(String name, String column) {
        Map<String, String> more = new HashMap<>(columns);
        more.put(name, column);
        return new Orders(usual, more, ascending, descending, latestFirst);
    }

    /** Rows alike in a column stand by another, whichever way the list goes. */
    public Orders then(String column) {
        return ending(", " + column, " desc, " + column);
    }

    /** What follows the column where the list goes up, and where it goes down. */
    public Orders ending(String up, String down) {
        return new Orders(usual, columns, up, down, latestFirst);
    }

    /** Goes down unless somebody asks for an order. */
    public Orders latestFirst() {
        return new Orders(usual, columns, ascending, descending, true);
    }

    String sql(Address asked) {
        String name = asked.get("sort");
        boolean down = asked.isDescending() || latestFirst && name.isEmpty();
        return columns.getOrDefault(name, usual) + (down ? descending : ascending);
    }
}
