package org.diaodu.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An axis of a dimension: its column, the levels to show, and the node of each of its codes at each level. */
final class AxisNodes {
    private final Codes column;
    private final List<Integer> levels;
    private final List<List<Part>> nodes = new ArrayList<>();
    private final int[][] nodeOf;

    AxisNodes(Dimension.Axis axis, Codes column, Tree tree) {
        this.column = column;
        levels = levels(axis, tree);
        nodeOf = new int[tree.levels().size()][column.dictionary().size()];
        for (int level = 0; level < nodeOf.length; level++) nodes.add(new ArrayList<>());
        var numbers = new HashMap<Part, Integer>();
        for (int id = 0; id < column.dictionary().size(); id++) {
            @Nullable Part above = null;
            List<Tree.Node> path = tree.path(column.dictionary().get(id));
            for (int level = 0; level < nodeOf.length; level++) {
                Tree.Node node = path.get(level);
                Part part = new Part(axis.name(), tree.levels().get(level), node.code(), node.name(), above);
                List<Part> ofLevel = nodes.get(level);
                Integer number = numbers.get(part);
                if (number == null) {
                    number = ofLevel.size();
                    numbers.put(part, number);
                    ofLevel.add(part);
                }
                nodeOf[level][id] = number;
                above = part;
            }
        }
    }

    Codes column() {
        return column;
    }

    List<Integer> levels() {
        return levels;
    }

    /** For each code of the column the number of its node at a level. */
    int[] nodeOf(int level) {
        return nodeOf[level];
    }

    Part part(int level, int number) {
        return nodes.get(level).get(number);
    }

    private static List<Integer> levels(Dimension.Axis axis, Tree tree) {
        if (axis.level() == null) {
            return IntStream.range(0, tree.levels().size())
                    .filter(tree::isShown)
                    .boxed()
                    .toList();
        }
        int level = tree.levels().indexOf(axis.level());
        if (level >= 0) return List.of(level);
        throw new IllegalArgumentException("no level " + axis.level() + " in " + axis.name() + ". Maybe one of "
                + String.join(", ", tree.levels()));
    }
}
