package org.diaodu.growth.effect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** In which columns each enterprise had a case opened. */
final class Openings {
    private final Map<Integer, TreeSet<Integer>> columns = new HashMap<>();

    Openings(Panel panel, Collection<DispatchCase> cases) {
        for (DispatchCase dispatchCase : cases) {
            columns.computeIfAbsent(panel.row(dispatchCase.creditCode()), _ -> new TreeSet<>())
                    .add(panel.column(dispatchCase.opened()));
        }
    }

    /** Whether a case was opened from one column to another, both included. */
    boolean any(int row, int from, int to) {
        TreeSet<Integer> opened = columns.get(row);
        return opened != null
                && from <= to
                && !opened.subSet(from, true, to, true).isEmpty();
    }
}
