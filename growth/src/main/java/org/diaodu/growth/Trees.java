package org.diaodu.growth;

import java.util.HashMap;
import java.util.Map;

/** The trees of all axes by name; an axis without a tree of its own is flat. */
public final class Trees {
    private static final Trees STANDARD = new Trees(StandardTrees.all());

    private final Map<String, Tree> byAxis;

    private Trees(Map<String, Tree> byAxis) {
        this.byAxis = Map.copyOf(byAxis);
    }

    public static Trees of(Map<String, Tree> byAxis) {
        return new Trees(byAxis);
    }

    /**
     * Regions (province, prefecture, county), industries (section, division, group; class on request), size, ownership
     * and key by the bundled standards; park and chain flat.
     */
    public static Trees standard() {
        return STANDARD;
    }

    /** These trees with one more or another for an axis, such as parks with their names. */
    public Trees with(String axis, Tree tree) {
        var more = new HashMap<>(byAxis);
        more.put(axis, tree);
        return new Trees(more);
    }

    /** The tree of an axis. */
    public Tree tree(String axis) {
        Tree tree = byAxis.get(axis);
        return tree == null ? Tree.flat(axis) : tree;
    }
}
