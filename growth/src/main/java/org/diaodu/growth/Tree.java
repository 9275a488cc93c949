package org.diaodu.growth;

import java.util.List;
import java.util.Map;

/**
 * The tree of one axis: which group a code belongs to at every level. Every code belongs to exactly one node a level, so
 * that the groups of each level partition the enterprises.
 */
public interface Tree {
    /** Names of the levels from the top down; a flat axis has one, its own name. */
    List<String> levels();

    /** One node for each of {@link #levels()}, top down. */
    List<Node> path(String code);

    /** Whether groups of this level are shown when no level is named; else only on request. */
    default boolean isShown(int level) {
        return true;
    }

    /** A group at some level. */
    record Node(String code, String name) {}

    /** A flat axis: each code is its own group, the empty one is 未归类. */
    static Tree flat(String axis) {
        return new FlatTree(axis);
    }

    /** A flat axis whose codes have names. */
    static Tree flat(String axis, Map<String, String> nameByCode) {
        return new FlatTree(List.of(axis), Map.copyOf(nameByCode));
    }
}
