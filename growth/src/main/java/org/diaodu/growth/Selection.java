package org.diaodu.growth;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A drill-down: an axis and the code at any level of its tree that rows must stand under, for each axis named. */
public record Selection(Map<String, String> codeByAxis) {
    public static final Selection ALL = new Selection(Map.of());

    public Selection {
        codeByAxis = Map.copyOf(codeByAxis);
    }

    /** This selection with one more condition; a second condition on an axis replaces the first. */
    public Selection and(String axis, String code) {
        var more = new LinkedHashMap<>(codeByAxis);
        more.put(axis, code);
        return new Selection(more);
    }

    boolean[] rows(Observations observations, Trees trees) {
        boolean[] keep = new boolean[observations.size()];
        Arrays.fill(keep, true);
        codeByAxis.forEach((axis, code) -> {
            Codes column = observations.column(axis);
            Tree tree = trees.tree(axis);
            boolean[] matches = new boolean[column.dictionary().size()];
            for (int id = 0; id < matches.length; id++) {
                String own = column.dictionary().get(id);
                matches[id] = own.equals(code)
                        || tree.path(own).stream().anyMatch(node -> node.code().equals(code));
            }
            for (int row = 0; row < keep.length; row++) keep[row] &= matches[column.ids()[row]];
        });
        return keep;
    }
}
