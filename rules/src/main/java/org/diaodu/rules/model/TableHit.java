package org.diaodu.rules.model;

import java.util.List;

/**
 * What one decision table did for one case.
 *
 * @param table the id of the table's element, or the name of its decision where it has none
 * @param matched rows whose tests all held, from 1
 * @param selected those of them the hit policy took, from 1
 */
public record TableHit(String table, List<Integer> matched, List<Integer> selected) {

    public TableHit {
        matched = List.copyOf(matched);
        selected = List.copyOf(selected);
    }
}
