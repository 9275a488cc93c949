package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits the amounts by one dimension: sums the rows into leaf cells in row order, then merges leaves into the groups of
 * every level, so that the result does not depend on how many threads run.
 */
final class Breakdown {
    private final Dimension dimension;
    private final List<AxisNodes> axes;
    private final Amounts amounts;

    Breakdown(Dimension dimension, Amounts amounts, Trees trees) {
        this.dimension = dimension;
        this.amounts = amounts;
        axes = dimension.axes().stream()
                .map(axis -> new AxisNodes(axis, amounts.observations.column(axis.name()), trees.tree(axis.name())))
                .toList();
    }

    /** The groups, level by level from the top, by code within a level. */
    List<Group> groups(Totals total) {
        Leaves leaves = leaves();
        var groups = new ArrayList<Group>();
        for (int[] levels : levelsOfAxes()) groups.addAll(groupsAt(levels, leaves, total));
        return groups;
    }

    private record Leaves(Tally tally, List<int[]> ids) {}

    /** One cell for each combination of codes that occurs. */
    private Leaves leaves() {
        int rows = amounts.observations.size();
        Codes first = axes.getFirst().column();
        int[] cellOf = first.ids();
        List<int[]> ids = new ArrayList<>();
        for (int id = 0; id < first.dictionary().size(); id++) ids.add(new int[] {id});
        for (AxisNodes axis : axes.subList(1, axes.size())) {
            var crossed = new HashMap<Long, Integer>();
            var crossedIds = new ArrayList<int[]>();
            int[] crossedCell = new int[rows];
            for (int row = 0; row < rows; row++) {
                int id = axis.column().ids()[row];
                Integer cell = crossed.get(((long) cellOf[row] << 32) | id);
                if (cell == null) {
                    cell = crossedIds.size();
                    crossed.put(((long) cellOf[row] << 32) | id, cell);
                    crossedIds.add(with(ids.get(cellOf[row]), id));
                }
                crossedCell[row] = cell;
            }
            cellOf = crossedCell;
            ids = crossedIds;
        }
        var tally = new Tally(ids.size());
        for (int row = 0; row < rows; row++) tally.add(cellOf[row], amounts, row);
        return new Leaves(tally, ids);
    }

    private static int[] with(int[] ids, int more) {
        int[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = more;
        return longer;
    }

    private List<int[]> levelsOfAxes() {
        List<int[]> combinations = List.of(new int[0]);
        for (AxisNodes axis : axes) {
            var longer = new ArrayList<int[]>();
            for (int[] combination : combinations) for (int level : axis.levels()) longer.add(with(combination, level));
            combinations = longer;
        }
        return combinations;
    }

    private List<Group> groupsAt(int[] levels, Leaves leaves, Totals total) {
        Map<List<Part>, Integer> cellOf = new HashMap<>();
        var merged = new Tally(64);
        for (int leaf = 0; leaf < leaves.ids().size(); leaf++) {
            var parts = new ArrayList<Part>(levels.length);
            for (int a = 0; a < levels.length; a++) {
                parts.add(axes.get(a).part(leaves.ids().get(leaf)[a], levels[a]));
            }
            Integer cell = cellOf.get(parts);
            if (cell == null) {
                cell = cellOf.size();
                cellOf.put(parts, cell);
            }
            merged.addFrom(cell, leaves.tally(), leaf);
        }
        return cellOf.entrySet().stream()
                .map(entry ->
                        Group.of(dimension.name(), List.copyOf(entry.getKey()), merged.of(entry.getValue()), total))
                .sorted(Comparator.comparing(Group::code))
                .toList();
    }

    /** An axis with the nodes of each of its codes at each level. */
    private record AxisNodes(Codes column, List<Integer> levels, List<List<Part>> nodes) {
        AxisNodes(Dimension.Axis axis, Codes column, Tree tree) {
            this(column, levels(axis, tree), nodes(axis.name(), column, tree));
        }

        Part part(int id, int level) {
            return nodes.get(id).get(level);
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

        private static List<List<Part>> nodes(String axis, Codes column, Tree tree) {
            var nodes = new ArrayList<List<Part>>();
            for (String code : column.dictionary()) {
                var parts = new ArrayList<Part>();
                @Nullable Part above = null;
                List<Tree.Node> path = tree.path(code);
                for (int level = 0; level < path.size(); level++) {
                    Tree.Node node = path.get(level);
                    above = new Part(axis, tree.levels().get(level), node.code(), node.name(), above);
                    parts.add(above);
                }
                nodes.add(parts);
            }
            return nodes;
        }
    }
}
