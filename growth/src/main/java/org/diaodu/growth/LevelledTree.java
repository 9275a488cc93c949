package org.diaodu.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A tree from a code table. A code that ends above a level stands there as its own remainder, marked by a trailing -
 * (enterprises of 哈尔滨市 without a county: {@code 230100-}); where a level is skipped (a county directly under a
 * province) the lower node stands in for the missing one; a code that is not in the table is a branch of its own.
 */
final class LevelledTree implements Tree {
    private final List<String> levels;
    private final int shown;
    private final Function<String, List<Placed>> table;

    /** A node with the level it is on. */
    record Placed(int level, Node node) {}

    /** The first {@code shown} levels are shown unless another is asked for; {@code table} gives the path downwards. */
    LevelledTree(List<String> levels, int shown, Function<String, List<Placed>> table) {
        this.levels = levels;
        this.shown = shown;
        this.table = table;
    }

    @Override
    public List<String> levels() {
        return levels;
    }

    @Override
    public boolean isShown(int level) {
        return level < shown;
    }

    @Override
    public List<Node> path(String code) {
        List<Placed> known = table.apply(code);
        var path = new ArrayList<Node>();
        for (int level = 0; level < levels.size(); level++) path.add(node(code, known, level));
        return path;
    }

    private Node node(String code, List<Placed> known, int level) {
        if (known.isEmpty()) {
            return new Node(code, code.isEmpty() ? FlatTree.UNCLASSIFIED : code + "（不在代码表）");
        }
        @Nullable Node lower = null;
        for (Placed placed : known) {
            if (placed.level() == level) return placed.node();
            if (placed.level() > level && lower == null) lower = placed.node();
        }
        Node last = known.getLast().node();
        return lower != null ? lower : new Node(last.code() + "-", last.name() + "（未细分）");
    }
}
