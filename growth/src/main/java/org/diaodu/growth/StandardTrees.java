package org.diaodu.growth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.diaodu.standards.SizeClass;

/** The trees of the bundled standards: GB/T 2260 regions, GB/T 4754-2017 industries, size classes, ownership. */
final class StandardTrees {
    private StandardTrees() {}

    static Map<String, Tree> all() {
        var trees = new HashMap<String, Tree>();
        trees.put("region", new LevelledTree(List.of("province", "prefecture", "county"), 3, StandardTrees::regions));
        trees.put(
                "industry",
                new LevelledTree(List.of("section", "division", "group", "class"), 3, StandardTrees::industries));
        trees.put("size", named("size", SizeClass.values(), SizeClass::zh));
        trees.put("ownership", named("ownership", Ownership.values(), Ownership::zh));
        trees.put("key", new FlatTree(List.of("key"), Map.of("true", "重点企业", "false", "其他企业")));
        return trees;
    }

    private static List<LevelledTree.Placed> regions(String code) {
        return Regions.bundled().path(code).stream()
                .map(region -> new LevelledTree.Placed(level(region), new Tree.Node(region.code(), region.name())))
                .toList();
    }

    private static int level(Region region) {
        return switch (region.level()) {
            case PROVINCE -> 0;
            case PREFECTURE -> 1;
            case COUNTY, STATISTICAL -> 2;
        };
    }

    private static List<LevelledTree.Placed> industries(String code) {
        Industries table = Industries.bundled();
        boolean lettered = code.length() > 1 && Character.isLetter(code.charAt(0));
        List<Industry> path = table.path(lettered ? code.substring(1) : code);
        return path.stream()
                .map(industry -> new LevelledTree.Placed(
                        industry.level().ordinal(), new Tree.Node(industry.code(), industry.name())))
                .toList();
    }

    private static <E extends Enum<E>> Tree named(String axis, E[] values, Function<E, String> name) {
        return new FlatTree(
                List.of(axis), Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Enum::name, name)));
    }
}
