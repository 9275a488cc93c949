package org.diaodu.growth;

import java.util.List;
import java.util.Map;

/** An axis without levels; names come from a map, a code without a name is its own name. */
record FlatTree(List<String> levels, Map<String, String> names) implements Tree {
    static final String UNCLASSIFIED = "未归类";

    FlatTree(String axis) {
        this(List.of(axis), Map.of());
    }

    @Override
    public List<Node> path(String code) {
        return List.of(new Node(code, names.getOrDefault(code, code.isEmpty() ? UNCLASSIFIED : code)));
    }
}
