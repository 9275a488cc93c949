package org.diaodu.server.cockpit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Selection;
import org.diaodu.growth.Tree;
import org.diaodu.growth.Trees;
import org.jspecify.annotations.Nullable;

/** The axes growth is explored along, and which level of an axis comes next below a choice. */
public final class Axes {
    public static final List<String> ALL = List.of("region", "industry", "size", "ownership", "park", "chain", "key");
    public static final String ENTERPRISE = "enterprise";
    private static final List<String> INDUSTRY_LEVELS = List.of("section", "division", "group", "class");

    private Axes() {}

    public static boolean isAxis(String name) {
        return ALL.contains(name);
    }

    /** The levels an axis can be shown at, top down. */
    public static List<String> levels(String axis) {
        return axis.equals("industry")
                ? INDUSTRY_LEVELS
                : Trees.standard().tree(axis).levels();
    }

    /** The level of a code on its axis; the first level for an axis without a tree. */
    public static int level(String axis, String code) {
        List<Tree.Node> path = Trees.standard().tree(axis).path(code);
        for (int level = 0; level < path.size(); level++) {
            if (path.get(level).code().equals(code)) return level;
        }
        return 0;
    }

    /** The name of a code on its axis. */
    public static String name(String axis, String code) {
        return Trees.standard().tree(axis).path(code).stream()
                .filter(node -> node.code().equals(code))
                .map(Tree.Node::name)
                .findFirst()
                .orElse(code);
    }

    /**
     * The level to show next on an axis: the one below the code already chosen there, else the axis' first useful one
     * (industries begin at divisions); null if there is nothing below.
     *
     * @param unit the region code the view is limited to
     */
    public static @Nullable String next(String axis, Selection selection, String unit) {
        List<String> levels = levels(axis);
        String chosen = selection.codeByAxis().get(axis);
        if (chosen == null && axis.equals("region")) chosen = unit;
        if (chosen == null) return axis.equals("industry") ? "division" : levels.getFirst();
        int below = level(axis, chosen) + 1;
        boolean remainder = chosen.endsWith("-");
        return remainder || below >= levels.size() ? null : levels.get(below);
    }

    /** For each flat axis the codes the enterprises have, with their names; "none" stands for the empty code. */
    static Map<String, Map<String, String>> codes(Observations rows) {
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        for (String axis : List.of("size", "ownership", "park", "chain", "key")) {
            TreeSet<String> codes = new TreeSet<>();
            for (int row = 0; row < rows.size(); row++) codes.add(rows.code(axis, row));
            Map<String, String> named = new LinkedHashMap<>();
            for (String code : codes) named.put(code.isEmpty() ? GrowthQuery.NO_CODE : code, name(axis, code));
            choices.put(axis, named);
        }
        return choices;
    }

    /** The dimension of an axis at a level. */
    public static Dimension dimension(String axis, String level) {
        return levels(axis).size() == 1
                ? Dimension.of(axis)
                : Dimension.of(axis).at(level);
    }
}
