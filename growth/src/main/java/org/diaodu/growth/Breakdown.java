package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Splits the amounts by one dimension: sums the rows into leaf cells in row order, then merges leaves into the groups of
 * every level, so that the result does not depend on how many threads run.
 */
final class Breakdown {
    private static final Comparator<Group> BY_CODES = (a, b) -> {
        int order = 0;
        for (int i = 0; i < a.parts().size() && order == 0; i++) {
            order = a.parts().get(i).code().compareTo(b.parts().get(i).code());
        }
        return order;
    };

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
        Cells leaves = Cells.of(
                amounts.observations.size(),
                axes.stream()
                        .<IntUnaryOperator>map(axis -> row -> axis.column().ids()[row])
                        .toList());
        var tally = new Tally(leaves.count());
        for (int row = 0; row < leaves.of().length; row++) tally.add(leaves.of()[row], amounts, row);
        var groups = new ArrayList<Group>();
        for (int[] levels : levelsOfAxes()) groups.addAll(groupsAt(levels, leaves, tally, total));
        return groups;
    }

    private List<int[]> levelsOfAxes() {
        List<int[]> combinations = List.of(new int[0]);
        for (AxisNodes axis : axes) {
            var longer = new ArrayList<int[]>();
            for (int[] combination : combinations) {
                for (int level : axis.levels()) longer.add(Cells.with(combination, level));
            }
            combinations = longer;
        }
        return combinations;
    }

    private List<Group> groupsAt(int[] levels, Cells leaves, Tally ofLeaves, Totals total) {
        var nodes = new ArrayList<IntUnaryOperator>();
        for (int a = 0; a < levels.length; a++) {
            int axis = a;
            int[] nodeOf = axes.get(axis).nodeOf(levels[axis]);
            nodes.add(leaf -> nodeOf[leaves.codes().get(leaf)[axis]]);
        }
        Cells groups = Cells.of(leaves.count(), nodes);
        var tally = new Tally(groups.count());
        for (int leaf = 0; leaf < leaves.count(); leaf++) tally.addFrom(groups.of()[leaf], ofLeaves, leaf);
        var found = new ArrayList<Group>(groups.count());
        for (int group = 0; group < groups.count(); group++) {
            int[] codes = groups.codes().get(group);
            var parts = new ArrayList<Part>(codes.length);
            for (int a = 0; a < codes.length; a++) parts.add(axes.get(a).part(levels[a], codes[a]));
            found.add(Group.of(dimension.name(), List.copyOf(parts), tally.of(group), total));
        }
        found.sort(BY_CODES);
        return found;
    }

    /** Which cell each thing lies in, and the code each cell has on every axis; cells in order of first appearance. */
    private record Cells(int[] of, List<int[]> codes) {
        int count() {
            return codes.size();
        }

        /** The cells of things numbered from 0, each with a code on every axis. */
        static Cells of(int things, List<IntUnaryOperator> codeOnAxis) {
            Cells cells = new Cells(new int[things], List.of(new int[0]));
            for (IntUnaryOperator code : codeOnAxis) cells = cells.crossedWith(code);
            return cells;
        }

        private Cells crossedWith(IntUnaryOperator code) {
            var cellOf = new HashMap<Long, Integer>();
            var longer = new ArrayList<int[]>();
            int[] crossed = new int[of.length];
            for (int thing = 0; thing < of.length; thing++) {
                int own = code.applyAsInt(thing);
                long key = ((long) of[thing] << 32) | own;
                Integer cell = cellOf.get(key);
                if (cell == null) {
                    cell = longer.size();
                    cellOf.put(key, cell);
                    longer.add(with(codes.get(of[thing]), own));
                }
                crossed[thing] = cell;
            }
            return new Cells(crossed, longer);
        }

        static int[] with(int[] codes, int more) {
            int[] longer = Arrays.copyOf(codes, codes.length + 1);
            longer[codes.length] = more;
            return longer;
        }
    }
}
